/** What Vite says of a build by itself. As variables of the environment they would have the last word. */
const NAMES = ["BASE_URL", "DEV", "MODE", "PROD", "SSR"]

/** Makes what Astro reads from the environment the same for everyone. Vitest sets those names, for one. */
export function settleEnvironment(): void {
  process.env.ASTRO_TELEMETRY_DISABLED = "1"
  for (const name of NAMES) delete process.env[name]
}
