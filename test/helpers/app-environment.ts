/** Returns the environment of this process without the variables of Vitest and of Auth.js, for an app or a test runner. */
export function appEnvironment(): NodeJS.ProcessEnv {
  const own = /^(VITEST|AUTH_|TEST|NODE_ENV|FORCE_COLOR)/
  return Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !own.test(name)),
  ) as NodeJS.ProcessEnv
}
