/**
 * The mark that stands for Bink wherever this package shows one, drawn in a box of 24 by 24: a neutral "b" of our own,
 * since there is no official logo at hand.
 */
export const LOGO_PATH = "M4 2v20h4V2zm9 6a7 7 0 0 0 0 14 7 7 0 0 0 0-14m0 4a3 3 0 0 1 0 6 3 3 0 0 1 0-6"
