import type { AuthSetup } from "../auth/auth-setup.js"
import type { DevServer } from "./dev-server.js"
import type { NextConfig } from "./next-config.js"

/** The addresses of an app that are registered with Bink or opened in a browser. */
export interface Addresses {
  /** Scheme, host and port: `http://localhost:3000`. */
  origin: string
  /** URL path of the sign-in routes, as the browser sees it: `/api/auth`. */
  authPath: string
  /** What Bink compares character by character. */
  callbackUrl: string
}

/** The sources of an app's addresses. */
export interface AddressSources {
  framework: "next-auth 4" | "auth.js" | "better-auth" | "none"
  env: NodeJS.Dict<string>
  setup?: AuthSetup | undefined
  nextConfig?: NextConfig | undefined
  devServer?: DevServer | undefined
  /** The address of the running app. Its path is that of the sign-in routes. */
  url?: URL | undefined
}

/** The variables that contain the address of the app, by framework. The first that is set counts. */
export const URL_VARIABLES: Record<AddressSources["framework"], string[]> = {
  "next-auth 4": ["NEXTAUTH_URL"],
  "auth.js": ["AUTH_URL", "NEXTAUTH_URL"],
  "better-auth": ["BETTER_AUTH_URL"],
  none: ["AUTH_URL", "NEXTAUTH_URL", "BETTER_AUTH_URL"],
}

/** The URL path of the sign-in routes unless an app sets another one. */
const DEFAULT_PATH = "/api/auth"

/** Computes the addresses of an app: from the address of the running app, else its environment, config and scripts. */
export function readAddresses(sources: AddressSources): Addresses {
  const { framework, env, setup, nextConfig, devServer, url } = sources
  const variable = URL_VARIABLES[framework]
    .map((name) => env[name])
    .find((text) => text && URL.canParse(text))
  const configured = variable ? new URL(variable) : undefined
  const { protocol, port } = devServer ?? { protocol: "http:", port: 3000 }
  const origin = (url ?? configured ?? new URL(`${protocol}//localhost:${port}`)).origin
  const route = setup?.route?.urlPath
  // With Auth.js 5, a route such as app/api/[...nextauth] serves the default path.
  const isAtDefault = framework === "auth.js" && `${DEFAULT_PATH}/`.startsWith(`${route}/`)
  const own =
    pathOf(url) ||
    (framework === "auth.js" ? setup?.config?.options.basePath : undefined) ||
    pathOf(configured) ||
    (route && !route.includes("[") && !isAtDefault ? route : undefined) ||
    DEFAULT_PATH
  // Next.js adds its `basePath` to every route of the app.
  const base = nextConfig?.basePath ?? ""
  const isComplete = pathOf(url) !== "" || own === base || own.startsWith(`${base}/`)
  const authPath = isComplete && base ? own : base + own
  return { origin, authPath, callbackUrl: `${origin}${authPath}/callback/bink` }
}

const pathOf = (url: URL | undefined) => url?.pathname.replace(/\/+$/, "") ?? ""
