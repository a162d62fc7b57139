import { LOGO_PATH } from "../protocol/logo.js"

/** Between light and dark, to be seen on either. */
export const LOGO_COLOR = "#6b78e5"

/** The mark as an address, since Auth.js's own sign-in page would look for it on a server that has none. */
export const LOGO = `data:image/svg+xml,${encodeURIComponent(
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="${LOGO_COLOR}"><path d="${LOGO_PATH}"/></svg>`,
)}`
