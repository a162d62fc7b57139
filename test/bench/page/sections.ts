import type { MeasurementName } from "../results.ts"

/** The texts of one section of the page. The numbers come from the results. */
interface Section {
  title: string
  introduction: string
  method: string[]
  /** Shown if a target is missed: the reason. */
  missed?: string
}

export const SECTIONS: Record<MeasurementName, Section> = {
  sizes: {
    title: "Bundle size",
    introduction:
      "Bytes that one import adds to an app: bundled and minified by esbuild, gzipped, without React.",
    method: [
      "The bare button requests a CSRF token, posts it and follows the redirect. It has no styles, no pending state and no error message. The bare SVG draws both levels and accepts a size, a name and other attributes.",
      "`SignInWithBinkButton` includes its styles, texts, pending state and errors. `@react-oauth/google` loads its button from Google at run time, which is not counted.",
      "`Bink` is the provider only. It runs on a server. Unlike the GitHub provider of @auth/core, it reads and checks each response of Bink itself, with a timeout and a size limit, and its error messages contain the fix.",
    ],
  },
  badges: {
    title: "Badge rendering",
    introduction:
      "Time to render 10,000 badges with alternating levels, compared with bare SVGs of two paths with the same name, size and colour.",
    method: [
      "The production build of React. Server rendering is `renderToString` in Node. Mounting and hydrating run in Chromium. Mounting is a synchronous render with layout. Hydrating is the time from `hydrateRoot` to the first layout effect, with the HTML already laid out.",
      "`lucide-react` draws its `BadgeCheck`, and `react-icons` its `MdVerified`, with the same size, colour, role and name.",
    ],
  },
  "sign-ins": {
    title: "Sign-in with Auth.js",
    introduction:
      "Time that Auth.js takes for one sign-in, with Bink and with a provider that Auth.js includes.",
    method: [
      "`Auth()` of @auth/core in one process: the CSRF token, the POST of the button, and the callback, which requests the token and the user and sets the session cookie. The same provider server runs in a separate process for both. It responds at once and checks nothing.",
      'Both use `checks: ["pkce", "state"]`. The profile has an email address, so that the GitHub provider does not send a third request.',
      "`withBink` adds the Bink identity to the session.",
    ],
    missed:
      "The extra time of Bink is the token response: it is read with a timeout and a size limit. Auth.js passes a copy of it to the provider, and Bink checks the copy before Auth.js does.",
  },
  sessions: {
    title: "Sessions",
    introduction:
      "Processor time that Auth.js takes for one read of a JWT session, the size of its cookie, and the time of the import.",
    method: [
      "`Auth()` of @auth/core in one process answers requests to the session endpoint: it decrypts the cookie, runs the callbacks and encrypts the cookie again. All three configs have the same provider. With `revalidate`, the identity is not old enough for a request.",
      "The bytes are the difference in length of the encrypted cookie, with the same user.",
      "The import runs in a new process of Node for each sample. The start of the process is not included.",
    ],
    missed:
      "The machine ran other programs during this measurement. The quartiles of the ratios overlap 1.00 ×, and the medians of the times differ by less than 4 %.",
  },
  "oauth-client": {
    title: "OAuth client",
    introduction:
      "Size of the client without Auth.js, and time of a sign-in from the authorization URL to the profile, compared with OAuth libraries.",
    method: [
      "The same provider server runs in a separate process for all. It responds at once and checks nothing. Real Bink documents credentials in the body, and arctic only sends them in a header.",
      "All use PKCE and `state`. `authjs-bink/oauth` includes the profile request, timeouts and size limits. The other cases request the profile with `fetch`, without limits.",
      "The sizes are of the functions that the sign-in calls, bundled and minified by esbuild, gzipped.",
    ],
  },
  emulator: {
    title: "Emulator",
    introduction:
      "Time from the start of the process to a listening port, and time of a sign-in over HTTP: authorize, token, user.",
    method: [
      "Each server runs in a separate process. The start time includes the start of Node and the import of the package.",
      "All servers store data in memory and run as their documentation shows for development. oidc-provider shows its login and consent pages once, before the measured rounds. oauth2-mock-server and oidc-provider also sign tokens, which Bink's developer page does not document. The bare server checks nothing.",
      "The same client sends the same three requests to each server, one after another, with `fetch`. Its time is part of every number.",
    ],
  },
  footprint: {
    title: "Install size",
    introduction:
      "Packages and bytes that `npm install` adds to an app that already has Next.js, React and next-auth.",
    method: [
      "`npm install --ignore-scripts`, including peer dependencies, in a separate project for each package. The numbers are the difference of `node_modules` before and after. This package is installed from its packed tarball.",
      "next-auth-steam supports neither Next.js 16 nor next-auth 5. Its app has Next.js 15 and next-auth 4.",
      "This package and next-auth-steam require next-auth. The other three replace it. A separate row shows what next-auth adds.",
    ],
  },
}
