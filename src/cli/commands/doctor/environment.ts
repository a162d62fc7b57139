import { BINK_BASE_URL, isConfidential, parseBaseUrl } from "../../../oauth/endpoints.js"
import { executeCommand } from "../../project/package-manager.js"
import type { DoctorContext } from "./context.js"
import { type Finding, withReference } from "./finding.js"

const CREDENTIALS = [
  ["AUTH_BINK_ID", "client_id"],
  ["AUTH_BINK_SECRET", "client_secret"],
] as const

/** Checks the environment variables. Findings have names of variables, and never their values. */
export function checkEnvironment(context: DoctorContext): Finding[] {
  return [
    ...CREDENTIALS.map(([name, code]) => checkCredential(name, code, context)),
    ...checkExpansion(context),
    checkBaseUrl(context.env),
    ...checkSecret(context),
  ]
}

function checkCredential(name: string, code: string, { env, packageManager }: DoctorContext): Finding {
  const value = env[name]
  if (!value) {
    const emulator = executeCommand(packageManager, "authjs-bink emulator")
    return {
      level: "error",
      code: `${code}_missing`,
      message: `${name} is not set, so Bink cannot identify the app.`,
      fix: withReference(
        `Request credentials from dev@binatomy.com. For development, use those that this command prints: ${emulator}`,
        "missing_credentials",
      ),
    }
  }
  if (/^\s|\s$|^["']|["']$/.test(value)) {
    return {
      level: "error",
      code: `${code}_malformed`,
      message: `${name} starts or ends with a space or a quotation mark, which Bink compares too.`,
      fix: "Remove it where the variable is set.",
    }
  }
  if (/^demo-(client|secret)$/.test(value) && isRealBink(env.AUTH_BINK_ISSUER)) {
    return {
      level: "error",
      code: `${code}_of_emulator`,
      message: `${name} belongs to the emulator, but the app uses ${BINK_BASE_URL}, which rejects it.`,
      fix: withReference(
        "Set AUTH_BINK_ISSUER to the address of the emulator, or use the credentials from Bink.",
        "token_refused",
      ),
    }
  }
  return { level: "ok", code: `${code}_set`, message: `${name} is set.` }
}

function isRealBink(issuer: string | undefined): boolean {
  if (!issuer) return true
  try {
    return parseBaseUrl(issuer) === BINK_BASE_URL
  } catch {
    return false
  }
}

/** Next.js replaces `$NAME` in its environment files, which changes secrets that contain a dollar sign. */
function checkExpansion({ environment: { raw, values }, project }: DoctorContext): Finding[] {
  if (!project) return []
  const names = ["AUTH_BINK_ID", "AUTH_BINK_SECRET", "AUTH_SECRET", "NEXTAUTH_SECRET", "BETTER_AUTH_SECRET"]
  return names.flatMap((name): Finding[] => {
    const text = raw[name]
    // A reference to another variable alone is meant as one.
    if (!text || !/(^|[^\\])\$/.test(text) || /^\$\{?\w+\}?$/.test(text) || values[name] === text) return []
    // The process has its own value.
    if (process.env[name] !== undefined) return []
    return [
      {
        level: "warning",
        code: "variable_expanded",
        message: `${name} contains "$", and Next.js replaces $NAME in environment files.`,
        fix: "If the dollar sign is part of the value, write it as \\$.",
      },
    ]
  })
}

function checkBaseUrl({ AUTH_BINK_ISSUER: issuer }: NodeJS.Dict<string>): Finding {
  if (!issuer) {
    return {
      level: "ok",
      code: "base_url",
      message: `AUTH_BINK_ISSUER is not set, so Bink is at ${BINK_BASE_URL}.`,
    }
  }
  let url: URL
  try {
    url = new URL(parseBaseUrl(issuer))
  } catch {
    // The value is not quoted: it may contain credentials.
    return {
      level: "error",
      code: "base_url_invalid",
      message: "AUTH_BINK_ISSUER is not a usable URL.",
      fix: withReference(
        `Set it to an absolute URL without a query, a fragment or credentials, such as "${BINK_BASE_URL}", or remove it.`,
        "invalid_base_url",
      ),
    }
  }
  if (isConfidential(url))
    return { level: "ok", code: "base_url", message: `AUTH_BINK_ISSUER is ${parseBaseUrl(issuer)}.` }
  return {
    level: "error",
    code: "base_url_insecure",
    message: `AUTH_BINK_ISSUER is ${parseBaseUrl(issuer)}. Over http:, others on the network can read the client secret.`,
    fix: "Use https: for every Bink server that is not on this machine.",
  }
}

function checkSecret({ env, framework, project }: DoctorContext): Finding[] {
  if (framework === "none") return []
  const names =
    framework === "better-auth" ? ["BETTER_AUTH_SECRET", "AUTH_SECRET"] : ["AUTH_SECRET", "NEXTAUTH_SECRET"]
  if (framework === "next-auth 4") names.reverse()
  const name = names.find((candidate) => env[candidate])
  const fix = "Create one with: openssl rand -base64 33"
  if (!name) {
    if (project?.setup?.config?.options.hasSecret) {
      return [{ level: "ok", code: "secret_set", message: "The auth config sets a secret." }]
    }
    // In development, next-auth 4 derives a secret from its options.
    const isDevelopment = framework === "next-auth 4" && process.env.NODE_ENV !== "production"
    return [
      {
        level: isDevelopment ? "warning" : "error",
        code: "secret_missing",
        message: isDevelopment
          ? `${names.join(" or ")} is not set, which next-auth 4 requires in production and in middleware.`
          : `${names.join(" or ")} is not set, so sessions cannot be encrypted.`,
        fix: withReference(fix, framework === "next-auth 4" ? "NO_SECRET" : "MissingSecret"),
      },
    ]
  }
  if ((env[name] ?? "").length < 32) {
    return [
      {
        level: "warning",
        code: "secret_short",
        message: `${name} has fewer than 32 characters, so it could be guessed.`,
        fix,
      },
    ]
  }
  return [{ level: "ok", code: "secret_set", message: `${name} is set.` }]
}
