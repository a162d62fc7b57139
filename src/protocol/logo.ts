/**
 * The mark that stands for Bink wherever this package shows one, drawn in a box of 24 by 24: a neutral "b" of our own,
 * since there is no official logo at hand.
 */
export const LOGO_PATH = "M4 2h4v6.4A7.5 7.5 0 1 1 4 14.5zm8.5 9a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7z"
