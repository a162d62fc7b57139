/**
 * An object without the fields that are `undefined` or `null`. NextAuth 4 lets such an option hide a default, and
 * Auth.js 5 sends such a parameter as that very word.
 */
export function withoutAbsent<T extends object>(object: T): { [K in keyof T]?: NonNullable<T[K]> } {
  return Object.fromEntries(
    Object.entries(object).filter(([, value]) => value !== undefined && value !== null),
  ) as { [K in keyof T]?: NonNullable<T[K]> }
}
