/** B-I-N-K on the keys of a phone. What `init` writes into an app's environment, and `emulator` listens on. */
export const EMULATOR_PORT = 2465
