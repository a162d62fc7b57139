/**
 * Whether a version is in a range, for the ranges that this package's own package.json writes: `^1.2.3`, `>=1.2.3`,
 * `<2`, several by a space and alternatives by `||`. Prereleases are in the order of their numbers, before their version.
 */
export function isInRange(version: string, range: string): boolean {
  return range.split("||").some((part) =>
    part
      .trim()
      .split(/\s+/)
      .every((comparator) => satisfies(parse(version), comparator)),
  )
}

type Version = readonly [major: number, minor: number, patch: number, prerelease: number]

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
  const number = prerelease ? Number(/\d+$/.exec(prerelease)?.[0] ?? 0) : Number.MAX_SAFE_INTEGER
  return [Number(major), Number(minor), Number(patch), number]
}

function compare(a: Version, b: Version): number {
  const index = a.findIndex((part, i) => part !== b[i])
  return index < 0 ? 0 : (a[index] as number) - (b[index] as number)
}
