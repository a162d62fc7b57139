import { withBink } from "authjs-bink"
import type { NextAuthConfig } from "next-auth"

export function addBink(config: NextAuthConfig, options?: Parameters<typeof withBink>[1]): NextAuthConfig {
  return withBink(config, options)
}
type Result = ReturnType<typeof withBink<NextAuthConfig>>
export const usePages = (config: Result): NextAuthConfig["pages"] => config.pages
export const all: Parameters<typeof withBink>[1][] = [
  undefined,
  { persist: true },
  { revalidate: { after: 60 } },
]
// @ts-expect-error unknown option
export const unknown: Parameters<typeof withBink>[1] = { persists: true }
