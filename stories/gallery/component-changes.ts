const SECTION = "### Components\n"

/**
 * Returns the changelog's sections about the components, under the headings of their versions.
 *
 * @param changelog Text of `CHANGELOG.md`.
 */
export function componentChanges(changelog: string): string {
  return changelog
    .split(/^(?=## )/m)
    .flatMap((version) => {
      const [heading = ""] = version.split("\n", 1)
      const [, section] = version.split(SECTION)
      return section ? [`${heading}\n\n${section.split(/^###? /m, 1)[0]?.trim()}`] : []
    })
    .join("\n\n")
}
