/**
 * Whether a version is in a range, for the ranges that this package's own package.json writes: `^1.2.3`, `>=1.2.3`,
 * `<2`, several by a space and alternatives by `||`. A prerelease counts as just before its version.
 */
export function isInRange(version: string, range: string): boolean {
  return range.split("||").some((part) =>
    part
      .trim()
      .split(/\s+/)
      .every((comparator) => satisfies(parse(version), comparator)),
  )
}

type Version = readonly [major: number, minor: number, patch: number, isRelease: number]

function satisfies(version: Version, comparator: string): boolean {
  const [, operator = "", text = ""] = /^(\^|>=|<)?(.*)$/.exec(comparator) ?? []
  const bound = parse(text)
  if (operator === "<") return compare(version, bound) < 0
  if (operator === ">=") return compare(version, bound) >= 0
  return compare(version, bound) >= 0 && version[0] === bound[0]
}

function parse(text: string): Version {
  const [, major = 0, minor = 0, patch = 0, prerelease] =
    /^(\d+)(?:\.(\d+))?(?:\.(\d+))?(-.+)?/.exec(text) ?? []
  return [Number(major), Number(minor), Number(patch), prerelease ? 0 : 1]
}

function compare(a: Version, b: Version): number {
  const index = a.findIndex((part, i) => part !== b[i])
  return index < 0 ? 0 : (a[index] as number) - (b[index] as number)
}
