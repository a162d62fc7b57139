/** Returns the environment of a new terminal: without what npm and Vitest set, and without variables of an app. */
export function terminalEnvironment(): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => !/^(npm_|NODE_ENV|NODE_TEST|VITEST|TEST|AUTH_|BINK_|FORCE_COLOR)/i.test(name),
    ),
  ) as NodeJS.ProcessEnv
}
