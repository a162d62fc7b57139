/** Default port of the emulator: the keys B, I, N, K of a phone. `init` writes it into the app's `.env.local`. */
export const EMULATOR_PORT = 2465
