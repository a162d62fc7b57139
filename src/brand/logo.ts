/**
 * Path of the logo in a 24 × 24 box: a neutral "b" of this package. No official Bink logo is available.
 */
export const LOGO_PATH = "M4 2v20h4V2zm9 6a7 7 0 0 0 0 14 7 7 0 0 0 0-14m0 4a3 3 0 0 1 0 6 3 3 0 0 1 0-6"

/** Colour of the logo, visible on light and dark pages. */
export const LOGO_COLOR = "#6b78e5"

/**
 * Returns the logo as a `data:` URL for Auth.js's sign-in page, which would load it from a CDN that has none. A function,
 * so that bundlers leave it out of the React components.
 */
export function logoDataUrl(): string {
  return `data:image/svg+xml,${encodeURIComponent(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="${LOGO_COLOR}"><path d="${LOGO_PATH}"/></svg>`,
  )}`
}
