/** What went wrong in words for the person at the terminal: shown as it is, and never with a stack. */
export class Failure extends Error {
  override readonly name: string = "Failure"
  /** What the process ends with. */
  readonly exitCode: number = 1
}

/** The command was not given as it should be. Ends with 2, so that a script can tell it from a finding. */
export class UsageError extends Failure {
  override readonly name = "UsageError"
  override readonly exitCode = 2
}
