export { createBinkEmulator } from "./emulator.js"
export type { Fault, FaultKind, Faults, StandingFault } from "./faults.js"
export type { LoggedRequest } from "./journal.js"
export type {
  BinkClient,
  BinkEmulator,
  BinkEmulatorOptions,
  BinkEmulatorServer,
  ConsentDecision,
} from "./options.js"
