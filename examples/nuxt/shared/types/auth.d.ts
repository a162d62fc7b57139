import type { BinkProfile } from "authjs-bink"

declare module "#auth-utils" {
  interface User extends BinkProfile {}

  /** Never sent to the browser's JavaScript. */
  interface SecureSessionData {
    checks: { state: string; codeVerifier: string }
  }
}
