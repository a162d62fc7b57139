/**
 * The mark on Auth.js's own sign-in page, as an address that needs no server: a neutral one of ours, since there is
 * no official logo at hand.
 */
export const LOGO = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><rect width="24" height="24" rx="6" fill="#18181b"/><path fill="none" stroke="#fff" stroke-width="2.4" stroke-linecap="round" stroke-linejoin="round" d="m7.5 12.5 3 3 6-7"/></svg>',
)}`
