import type { User } from "@auth/core/types"
import { html } from "hono/html"

interface StartPage {
  user: User | undefined
  error: boolean
  csrfToken: string
}

export function startPage({ user, error, csrfToken }: StartPage) {
  const fields = html`
    <input type="hidden" name="csrfToken" value="${csrfToken}" />
    <input type="hidden" name="callbackUrl" value="/" />`
  if (user) {
    return page(
      "Hello",
      html`<h1>Hello, ${user.name ?? "Bink user"} ${badge(user.bink?.verificationLevel)}</h1>
        <p>You are signed in with Bink.</p>
        <a href="/verified">Verified members</a>
        <form method="post" action="/auth/signout">
          ${fields}
          <button class="button">Sign out</button>
        </form>`,
    )
  }
  return page(
    "Sign in",
    html`${
      error
        ? html`<h1>You are not signed in</h1>
            <p role="alert">You declined the request, or the sign-in failed. Please try again.</p>`
        : html`<h1>Sign in</h1>
            <p>This app will receive your public Bink profile.</p>`
    }
      <form method="post" action="/auth/signin/bink">
        ${fields}
        <button class="bink-button bink-start">
          <svg viewBox="0 0 24 24" width="20" height="20" fill="currentColor" aria-hidden="true">
            <path d="M4 2v20h4V2zm9 6a7 7 0 0 0 0 14 7 7 0 0 0 0-14m0 4a3 3 0 0 1 0 6 3 3 0 0 1 0-6" />
          </svg>
          <span>Sign in with Bink</span>
        </button>
      </form>`,
  )
}

export function verifiedPage({ isVerified }: { isVerified: boolean }) {
  return page(
    "Verified members",
    html`${
      isVerified
        ? html`<h1>You have access</h1>
            <p>Only passkey-verified and trusted Bink users can open this page.</p>`
        : html`<h1>Verified members only</h1>
            <p>This page requires a blue or gold badge. If you received one after you signed in, sign in again.</p>`
    }
      <a href="/">Back to the start page</a>`,
  )
}

/** Returns a blue badge for level 1, a gold badge for level 2, otherwise nothing. */
function badge(level: number | undefined) {
  if (level === 1) {
    return html`<svg viewBox="0 0 11 11" width="1em" height="1em" fill="#1f6feb" role="img" aria-label="Passkey-verified by Bink">
      <path d="M4 1a3 3 0 0 1 3 0 3 3 0 0 1 3 3 3 3 0 0 1 0 3 3 3 0 0 1-3 3 3 3 0 0 1-3 0 3 3 0 0 1-3-3 3 3 0 0 1 0-3 3 3 0 0 1 3-3M2.5 6l2 2 4-4-1-1-3 3-1-1z" />
    </svg>`
  }
  if (level === 2) {
    return html`<svg viewBox="0 0 11 11" width="1em" height="1em" fill="#ffc53d" stroke="#8f5d00" role="img" aria-label="Trusted by Bink">
      <path d="M9.5 2v3q0 4-4 5.5-4-1.5-4-5.5V2l4-1.5zM3 5l2 2 3-3-3 3z" />
    </svg>`
  }
  return ""
}

function page(title: string, content: unknown) {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>${title} · Hono and Bink</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/styles.css" />
      </head>
      <body>
        <main>${content}</main>
      </body>
    </html>`
}
