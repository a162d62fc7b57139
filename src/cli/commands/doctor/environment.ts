import { BINK_BASE_URL, isConfidential, parseBaseUrl } from "../../../oauth/endpoints.js"
import type { Finding, Patient } from "./finding.js"

/** What stands in the environment. Names are told, values never. */
export function checkEnvironment({ env, framework }: Patient): Finding[] {
  const secrets =
    framework === "better-auth" ? ["BETTER_AUTH_SECRET", "AUTH_SECRET"] : ["AUTH_SECRET", "NEXTAUTH_SECRET"]
  return [
    checkCredential("AUTH_BINK_ID", env),
    checkCredential("AUTH_BINK_SECRET", env),
    checkBaseUrl(env),
    checkSecret(secrets, env),
  ]
}

function checkCredential(name: string, env: NodeJS.Dict<string>): Finding {
  const value = env[name]
  if (!value) {
    return {
      check: name,
      status: "error",
      says: `${name} is not set: Bink would not know which app asks.`,
      fix: "Ask dev@binatomy.com for credentials. Until then, use those that npx authjs-bink emulator prints.",
      see: "missing_credentials",
    }
  }
  if (/^\s|\s$|^["']|["']$/.test(value)) {
    return {
      check: name,
      status: "error",
      says: `${name} has a space or a quotation mark at an end, which Bink takes for a part of it.`,
      fix: "Take it away, where the variable is set.",
    }
  }
  if (/^demo-(client|secret)$/.test(value) && !env.AUTH_BINK_ISSUER) {
    return {
      check: name,
      status: "error",
      says: `${name} is the emulator's, and AUTH_BINK_ISSUER is not set: ${BINK_BASE_URL} will refuse it.`,
      fix: "Set AUTH_BINK_ISSUER to the emulator's address, or put in the credentials that Bink gave you.",
      see: "token_refused",
    }
  }
  return { check: name, status: "ok", says: `${name} is set.` }
}

function checkBaseUrl({ AUTH_BINK_ISSUER: issuer }: NodeJS.Dict<string>): Finding {
  const check = "AUTH_BINK_ISSUER"
  if (!issuer)
    return { check, status: "ok", says: `AUTH_BINK_ISSUER is not set: Bink is at ${BINK_BASE_URL}.` }
  try {
    const url = new URL(parseBaseUrl(issuer))
    if (isConfidential(url)) {
      return { check, status: "ok", says: `AUTH_BINK_ISSUER is ${parseBaseUrl(issuer)}.` }
    }
    return {
      check,
      status: "error",
      says: `AUTH_BINK_ISSUER is ${parseBaseUrl(issuer)}, and http: sends the client secret in the clear.`,
      fix: "Use https: for any Bink that is not on this machine.",
    }
  } catch {
    // The value is not quoted: it may hold credentials.
    return {
      check,
      status: "error",
      says: "AUTH_BINK_ISSUER is no base URL.",
      fix: `Set it to an absolute address such as "${BINK_BASE_URL}", without a query, a fragment or credentials, or remove it.`,
      see: "invalid_base_url",
    }
  }
}

function checkSecret(names: string[], env: NodeJS.Dict<string>): Finding {
  const set = names.find((name) => env[name])
  const check = set ?? (names[0] as string)
  const fix = "Make one: openssl rand -base64 33"
  if (!set)
    return {
      check,
      status: "error",
      says: `${names.join(" or ")} is not set: no session can be kept.`,
      fix,
      see: "MissingSecret",
    }
  if ((env[set] as string).length < 32) {
    return {
      check,
      status: "warning",
      says: `${set} is shorter than 32 characters, and could be guessed.`,
      fix,
    }
  }
  return { check, status: "ok", says: `${set} is set.` }
}
