import { join } from "node:path"
import { findSource, readIfThere } from "../../project-files.js"
import type { Finding, Patient } from "./finding.js"

/** Whether the app will know its own address once it is no longer in development. */
export function checkTrustHost({ root, env, framework }: Patient): Finding[] {
  if (framework === "next-auth 4") return [checkNextAuthUrl(env)]
  return framework === "auth.js" ? [checkTrust(root, env)] : []
}

function checkNextAuthUrl(env: NodeJS.Dict<string>): Finding {
  const check = "NEXTAUTH_URL"
  const known = ["NEXTAUTH_URL", "VERCEL", "AUTH_TRUST_HOST"].find((name) => env[name])
  if (known) return { check, status: "ok", says: `${known} is set: next-auth knows where it is served from.` }
  return {
    check,
    status: "warning",
    says: "NEXTAUTH_URL is not set: next-auth 4 takes http://localhost:3000 for its address.",
    fix: "Set it to where the app is served from. Vercel does that by itself.",
    see: "NEXTAUTH_URL",
  }
}

function checkTrust(root: string, env: NodeJS.Dict<string>): Finding {
  const check = "trustHost"
  const known = ["AUTH_TRUST_HOST", "AUTH_URL", "NEXTAUTH_URL", "VERCEL", "CF_PAGES"].find(
    (name) => env[name],
  )
  if (known)
    return { check, status: "ok", says: `${known} is set: Auth.js trusts the address it is asked under.` }
  const configs = ["auth", "auth.config", "src/auth", "src/auth.config"].map((name) => findSource(root, name))
  if (configs.some((path) => path && /\btrustHost\s*:\s*true/.test(readIfThere(join(root, path))))) {
    return { check, status: "ok", says: "trustHost is set in the auth config." }
  }
  return {
    check,
    status: "warning",
    says: "Outside of development, Auth.js will refuse every request with UntrustedHost.",
    fix: "Behind a proxy that sets the host, or on your own machine: AUTH_TRUST_HOST=true. Vercel does that by itself.",
    see: "UntrustedHost",
  }
}
