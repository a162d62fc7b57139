import { join } from "node:path"
import { readIfThere } from "./files.js"
import type { Routers } from "./routers.js"

/** A sign-in that is not Auth.js. */
export interface AuthSystem {
  name: string
  /** What was found: a package, or a file. */
  evidence: string
}

/** Packages that sign users in, with the names that developers know. */
const PACKAGES: [pattern: RegExp, name: string][] = [
  [/^better-auth$/, "Better Auth"],
  [/^@clerk\/(nextjs|clerk-react|react)$/, "Clerk"],
  [/^(@auth0\/(nextjs-auth0|auth0-react)|auth0)$/, "Auth0"],
  [/^@supabase\/(ssr|auth-helpers-.*|auth-ui-.*)$/, "Supabase Auth"],
  [/^@kinde-oss\/kinde-auth-nextjs$/, "Kinde"],
  [/^@workos-inc\/authkit-.*$/, "WorkOS AuthKit"],
  [/^(lucia|@lucia-auth\/.*)$/, "Lucia"],
  [/^@(stackframe\/stack|stackframe\/react)$/, "Stack Auth"],
  [/^@descope\/nextjs-sdk$/, "Descope"],
  [/^@propelauth\/.*$/, "PropelAuth"],
  [/^@logto\/next$/, "Logto"],
  [/^(supertokens-(node|auth-react))$/, "SuperTokens"],
  [/^(next-firebase-auth(-edge)?)$/, "Firebase Authentication"],
  [/^@okta\/okta-(react|auth-js)$/, "Okta"],
  [/^(@azure\/msal-(react|browser|node))$/, "Microsoft MSAL"],
  [/^(keycloak-js)$/, "Keycloak"],
  [/^@(hanko\/.*|teamhanko\/.*)$/, "Hanko"],
  [/^@stytch\/.*$/, "Stytch"],
  [/^@privy-io\/.*$/, "Privy"],
  [/^@convex-dev\/auth$/, "Convex Auth"],
  [/^@payloadcms\/next$/, "Payload"],
]

/** Packages from which apps build their own sign-in. */
const BUILDING_BLOCKS =
  /^(iron-session|jose|jsonwebtoken|bcrypt|bcryptjs|@node-rs\/(argon2|bcrypt)|argon2|arctic|oslo|passport|next-connect|cookies-next|remix-auth)$/

/** Finds another way to sign in: by the app's dependencies, or by files that set a session. */
export function findAuthSystem(
  root: string,
  dependencies: Record<string, string>,
  routers: Routers | undefined,
  sources: string[],
): AuthSystem | undefined {
  const names = Object.keys(dependencies)
  for (const [pattern, name] of PACKAGES) {
    const evidence = names.find((dependency) => pattern.test(dependency))
    if (evidence) return { name, evidence }
  }
  const block = names.find((name) => BUILDING_BLOCKS.test(name))
  const file = findHandWritten(root, sources, routers, block !== undefined)
  return file === undefined ? undefined : { name: "its own sign-in", evidence: file }
}

/** Names of files that hand-written sign-ins have. */
const SESSION_FILE =
  /(^|\/)(auth|session|sessions|jwt|login|sign-?in|verify-?session)(\/index)?\.[cm]?[jt]sx?$/i
const SESSION_CODE =
  /\b(cookies\(\)|cookieStore|getIronSession|setCookie|jwtVerify|SignJWT|jwt\.(sign|verify)|bcrypt|argon2|createSession|signInWithPassword|signInWithEmailAndPassword|onAuthStateChanged)\b/

function findHandWritten(
  root: string,
  sources: string[],
  routers: Routers | undefined,
  hasBuildingBlock: boolean,
): string | undefined {
  const rootAuth = sources.find((path) => /^(src\/)?auth\.[cm]?[jt]sx?$/.test(path))
  if (rootAuth) return rootAuth
  const loginRoute = routers?.files.find(({ route }) =>
    /(^|\/)api\/(.*\/)?(login|log-in|signin|sign-in|session)(\/route)?$/i.test(route),
  )
  if (loginRoute) return loginRoute.path
  const candidates = sources.filter(
    (path) => SESSION_FILE.test(path) && !/(^|\/)(page|components?)\b/.test(path),
  )
  return candidates.find((path) => hasBuildingBlock && SESSION_CODE.test(readIfThere(join(root, path))))
}
