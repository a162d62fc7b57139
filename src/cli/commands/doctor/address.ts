import { URL_VARIABLES } from "../../project/addresses.js"
import type { DoctorContext } from "./context.js"
import { type Finding, withReference } from "./finding.js"

/** Checks the callback URL, and whether Auth.js knows the address of the app outside of development. */
export function checkAddress(context: DoctorContext): Finding[] {
  return [...checkCallbackUrl(context), ...checkRoutePath(context), ...checkHost(context)]
}

function checkCallbackUrl({ framework, env, addresses }: DoctorContext): Finding[] {
  const invalid = URL_VARIABLES[framework].find((name) => env[name] && !isHttpUrl(env[name]))
  if (invalid) {
    return [
      {
        level: "error",
        code: "app_url_invalid",
        message: `${invalid} is not an absolute http(s) URL, so the callback URL is wrong.`,
        fix: "Set it to the address of the app, such as https://your-app.example",
      },
    ]
  }
  // Other sign-ins choose their own path.
  if (framework === "none") return []
  return [
    {
      level: "ok",
      code: "callback_url",
      message: `Register this callback URL with Bink, exactly as it is: ${addresses.callbackUrl}`,
    },
  ]
}

function isHttpUrl(text: string | undefined): boolean {
  return text !== undefined && URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)
}

/** Auth.js serves one path. The route has to be in the directory of that path. */
function checkRoutePath({ project, framework, env, url }: DoctorContext): Finding[] {
  const route = project?.setup?.route
  if (!route || route.urlPath.includes("[") || framework !== "auth.js" || url) return []
  const { nextConfig, setup } = project
  const address = ["AUTH_URL", "NEXTAUTH_URL"]
    .map((name) => env[name])
    .find((text) => text && URL.canParse(text))
  const fromAddress = address ? new URL(address).pathname.replace(/\/+$/, "") : ""
  if (setup?.problem) return []
  const served = setup?.config?.options.basePath ?? (fromAddress || "/api/auth")
  const base = nextConfig.basePath ?? ""
  const expected = base + route.urlPath
  if (nextConfig.basePath === undefined || served === expected || (served === route.urlPath && !base))
    return []
  return [
    {
      level: "error",
      code: "base_path_mismatch",
      message: `The route is at ${expected}, but Auth.js serves ${served}.`,
      fix: withReference(`Set basePath: "${expected}" in the auth config.`, "UnknownAction"),
    },
  ]
}

function checkHost({ framework, env, project }: DoctorContext): Finding[] {
  if (framework === "next-auth 4") return [checkNextAuthUrl(env, project?.devServer.port)]
  if (framework !== "auth.js") return []
  const variable = ["AUTH_URL", "NEXTAUTH_URL", "AUTH_TRUST_HOST", "VERCEL", "CF_PAGES"].find(
    (name) => env[name],
  )
  if (variable) {
    return [
      {
        level: "ok",
        code: "host_trusted",
        message: `${variable} is set, so Auth.js trusts the host of requests.`,
      },
    ]
  }
  const setup = project?.setup
  if (setup?.config?.options.trustHost) {
    return [{ level: "ok", code: "host_trusted", message: "The auth config sets trustHost." }]
  }
  if (setup?.problem) {
    return [
      {
        level: "unknown",
        code: "host_trust_unknown",
        message: "The auth config is too dynamic to find trustHost in it.",
      },
    ]
  }
  return [
    {
      level: "warning",
      code: "host_untrusted",
      message: "Outside of development, Auth.js rejects every request with UntrustedHost.",
      fix: withReference(
        "Set AUTH_URL to the address of the app, or AUTH_TRUST_HOST=true behind a proxy that sets the host. Vercel sets it.",
        "UntrustedHost",
      ),
    },
  ]
}

function checkNextAuthUrl(env: NodeJS.Dict<string>, port: number | undefined): Finding {
  const variable = ["NEXTAUTH_URL", "VERCEL", "AUTH_TRUST_HOST"].find((name) => env[name])
  if (variable)
    return {
      level: "ok",
      code: "app_url_set",
      message: `${variable} is set, so next-auth knows its address.`,
    }
  return {
    level: "warning",
    code: "app_url_missing",
    message: "NEXTAUTH_URL is not set, so next-auth 4 uses http://localhost:3000.",
    fix: withReference(
      `Set it to the address of the app${port && port !== 3000 ? `, in development http://localhost:${port}` : ""}. Vercel sets it.`,
      "NEXTAUTH_URL",
    ),
  }
}
