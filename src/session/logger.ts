import { missingState } from "../oauth/callback.js"
import { isMissingStateError, printError as printError5 } from "../provider/auth-js-5.js"
import { printError as printError4 } from "../provider/next-auth-4.js"
import type { Logger } from "./auth-config.js"

/** Logs a warning with the app's logger, or to the console. */
export function warn(logger: Logger | undefined, message: string): void {
  if (logger?.warn) logger.warn(message)
  else console.warn(`[authjs-bink] ${message}`)
}

/**
 * Returns a logger that passes everything to the app's logger, and adds the cause and the fix after Auth.js 5's error
 * for a callback without `state`. (In NextAuth 4, the provider's own error has them.)
 */
export function withStateHint(logger: Logger | undefined, isBink: (provider: string) => boolean): Logger {
  const error: Logger["error"] = (...entry) => {
    if (logger?.error) logger.error(...entry)
    else if (typeof entry[0] === "string") printError4(entry[0], entry[1])
    else printError5(entry[0])
  }
  return {
    ...logger,
    // Called on the logger, because it may be an instance of a class, whose methods the spread does not copy.
    ...(logger?.warn && { warn: (code) => logger.warn?.(code) }),
    ...(logger?.debug && { debug: (...entry) => logger.debug?.(...entry) }),
    error(...entry) {
      error(...entry)
      if (isMissingStateError(entry[0], isBink)) error(missingState())
    },
  }
}
