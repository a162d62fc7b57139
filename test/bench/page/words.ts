import type { Name } from "../results.ts"

/** What the page says around the numbers, which it never names. */
interface Words {
  title: string
  lead: string
  method: string[]
  /** Why a target is missed, where one is. */
  miss?: string
}

export const WORDS: Record<Name, Words> = {
  sizes: {
    title: "What an import costs",
    lead: "Bytes that one import adds to an app: bundled and minified by esbuild, gzipped, React not counted.",
    method: [
      "The bare button asks for a CSRF token, posts it and goes where it is sent. It has no style, no pending state and no message after a failure. The bare SVG has both levels' drawings and takes a size, a name and any other attribute.",
      "`SignInWithBinkButton` has its styles, words, pending state and errors in it; `@react-oauth/google` loads its button from Google when it runs, which is not counted.",
      "`Bink` is the provider alone. Unlike @auth/core's GitHub it reads and checks each of Bink's answers itself, within a time and a size, and says in words what to do after an error. It runs on a server.",
    ],
  },
  badges: {
    title: "Ten thousand badges",
    lead: "The time that ten thousand badges take, both levels by turns, beside bare SVGs of two paths with the same name, size and colour.",
    method: [
      "React's production build. On a server: `renderToString` in Node. In Chromium: mounting is a synchronous render and the layout after it; hydrating runs from `hydrateRoot` to the first layout effect, on HTML that is already laid out.",
      "`lucide-react` draws its `BadgeCheck`, `react-icons` its `MdVerified`, with the same size, colour, role and name.",
    ],
  },
  "sign-ins": {
    title: "Signing in with Auth.js",
    lead: "The time that Auth.js takes for one person's sign-in, with Bink and with a provider that comes with Auth.js.",
    method: [
      "`Auth()` of @auth/core in this process: the CSRF token, the button's POST, and the callback, which asks for the token and the user and sets the session's cookie. The provider is a server in a process of its own on this machine, the same one for both, which answers at once and checks nothing.",
      'Both with `checks: ["pkce", "state"]`. The profile has an e-mail address, so that the GitHub provider does not ask for it in a third request.',
      "`withBink` adds to the session who the person is at Bink.",
    ],
    miss: "What Bink takes longer goes into the answer to the token request: it is read within a time and a size, and Auth.js then hands a provider a copy of it, which Bink checks before Auth.js does.",
  },
  emulator: {
    title: "The emulator",
    lead: "From nothing to a listening port, and then the time of a sign-in over HTTP: authorize, token, user.",
    method: [
      "Each server is a process of its own. The start includes Node's own, and the import of the package.",
      "All servers sit in memory and run as their documentation shows for development. oidc-provider asks its visitor to sign in and to consent once, before the turns begin. oauth2-mock-server and oidc-provider also sign tokens, which Bink's developer page does not ask of it. The bare server checks nothing.",
      "The same client makes the same three requests of each, one after another, by `fetch`; its own time is in every number.",
    ],
  },
  footprint: {
    title: "What an install adds",
    lead: "Packages and bytes on the disk that `npm install` adds to an app which has Next.js, React and next-auth already.",
    method: [
      "`npm install --ignore-scripts`, peer dependencies included, in a project of its own for each. Counted is what `node_modules` holds after it and did not before; of this package, the packed tarball.",
      "next-auth-steam takes neither Next.js 16 nor next-auth 5: it stands beside Next.js 15 and next-auth 4.",
      "This package and next-auth-steam need next-auth; the other three replace it. What next-auth adds is a row of its own.",
    ],
  },
}
