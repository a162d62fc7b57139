export { createBinkEmulator } from "./emulator.js"
export type { Fault, FaultKind, Faults, StandingFault } from "./faults/faults.js"
export type { LoggedRequest } from "./http/request-log.js"
export type {
  BinkClient,
  BinkEmulator,
  BinkEmulatorOptions,
  BinkEmulatorServer,
  ConsentDecision,
} from "./options.js"
