import { missingState } from "../protocol/missing-state.js"
import type { Logger } from "./auth-config.js"

/** Says something to the app's own logger, where it has one. */
export function warn(logger: Logger | undefined, message: string): void {
  if (logger?.warn) logger.warn(message)
  else console.warn(`[authjs-bink] ${message}`)
}

/**
 * A logger that passes everything on, and adds what to do where Auth.js 5 reports a callback without `state`: its own
 * error names neither the cause nor the cure. (In NextAuth 4 the provider's error does.)
 */
export function withStateHint(logger: Logger | undefined, isBink: (provider: string) => boolean): Logger {
  const error: Logger["error"] = (...entry) => (logger?.error ? logger.error(...entry) : print(...entry))
  return {
    ...logger,
    // By name, since a logger may be an instance of a class, whose methods a spread leaves behind.
    ...(logger?.warn && { warn: (code) => logger.warn?.(code) }),
    ...(logger?.debug && { debug: (...entry) => logger.debug?.(...entry) }),
    error(...entry) {
      error(...entry)
      if (isMissingState(entry[0], isBink)) error(missingState())
    },
  }
}

/** Auth.js 5 wraps what went wrong in a callback, and says with which provider. */
function isMissingState(error: unknown, isBink: (provider: string) => boolean): boolean {
  const { err, provider } = (error as { cause?: { err?: Error; provider?: string } } | undefined)?.cause ?? {}
  return typeof provider === "string" && isBink(provider) && /"state" missing/.test(err?.message ?? "")
}

/**
 * What Auth.js prints by itself for an app without a logger; now that there is one, it leaves that to it. Messages,
 * stacks and details as there, and no object in full: an error of the callback holds the code that came with it.
 */
function print(...[first, second]: unknown[]): void {
  if (typeof first === "string") {
    // NextAuth 4: a code, and an error or an object that has one.
    const { error = second, ...details } =
      second instanceof Error ? {} : ((second ?? {}) as { error?: unknown })
    console.error(`[next-auth][error][${first}] https://next-auth.js.org/errors#${first.toLowerCase()}`)
    console.error(describe(error), ...(Object.keys(details).length > 0 ? [details] : []))
    return
  }
  console.error(`[auth][error] ${describe(first)}`)
  const { err, ...details } = ((first as Error).cause ?? {}) as { err?: unknown }
  if (err instanceof Error) {
    console.error(`[auth][cause]: ${describe(err)}`)
    console.error(`[auth][details]: ${JSON.stringify(details, null, 2)}`)
  }
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? `${error.name}: ${error.message}`) : String(error)
}
