import { withBink } from "authjs-bink"
import type { NextAuthOptions } from "next-auth"

export function addBink(config: NextAuthOptions, options?: Parameters<typeof withBink>[1]): NextAuthOptions {
  return withBink(config, options)
}
type Result = ReturnType<typeof withBink<NextAuthOptions>>
export const usePages = (config: Result): NextAuthOptions["pages"] => config.pages
export const all: Parameters<typeof withBink>[1][] = [
  undefined,
  { persist: true },
  { revalidate: { after: 60 } },
]
// @ts-expect-error unknown option
export const unknown: Parameters<typeof withBink>[1] = { persists: true }
