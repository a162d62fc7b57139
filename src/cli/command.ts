import { type ParseArgsOptionDescriptor, parseArgs } from "node:util"
import { closest } from "./closest.js"

/** A command, as its `command.ts` exports it. */
export interface Command {
  /** Text of `--help`, from {@link describeCommand}. */
  help: string
  /** Returns the exit code: 0 success, 1 failure or finding. */
  run(args: string[]): Promise<number>
}

/** An option of a command: a descriptor of `node:util`, with the texts for `--help`. */
export interface Option extends ParseArgsOptionDescriptor {
  describes: string
  /** Placeholder of the value: `number` in `--port <number>`. */
  value?: string
  /** The accepted values. Any value is accepted by default. */
  choices?: readonly string[]
}

export type Options = Record<string, Option>

/** An expected error. The CLI prints its message without a stack trace. */
export class Failure extends Error {
  override readonly name: string = "Failure"
  readonly exitCode: number = 1
}

/** Invalid arguments. Exit code 2, so that a script can tell it from a finding. */
export class UsageError extends Failure {
  override readonly name = "UsageError"
  override readonly exitCode = 2
}

/**
 * Parses the arguments of a command. The result is typed by `options`.
 *
 * @throws UsageError for an unknown option, a missing or invalid value, or a surplus argument
 */
export function parseArguments<T extends Options>(args: string[], options: T) {
  // Not strict at first: the messages of `parseArgs` suggest no option.
  const { tokens, positionals } = parseArgs({ args, options, strict: false, tokens: true })
  for (const token of tokens) if (token.kind === "option") checkOption(token, options)
  if (positionals[0] !== undefined) throw new UsageError(`Unexpected argument: "${positionals[0]}".`)
  return parseArgs({ args, options })
}

function checkOption(
  token: { name: string; rawName: string; value: string | undefined; inlineValue: boolean | undefined },
  options: Options,
): void {
  const { rawName, value } = token
  const option = Object.hasOwn(options, token.name) ? options[token.name] : undefined
  if (!option) {
    const suggestion = closest(token.name, Object.keys(options))
    throw new UsageError(`Unknown option: ${rawName}.${suggestion ? ` Did you mean --${suggestion}?` : ""}`)
  }
  if (option.type === "boolean") {
    if (value !== undefined) throw new UsageError(`${rawName} does not take a value.`)
    return
  }
  if (!value || (!token.inlineValue && value.startsWith("-"))) {
    throw new UsageError(`${rawName} requires a value: ${rawName} <${placeholder(option)}>.`)
  }
  if (option.choices && !option.choices.includes(value)) {
    throw new UsageError(
      `Invalid value for ${rawName}: "${value}". Use one of: ${option.choices.join(", ")}.`,
    )
  }
}

/** Returns the `--help` text of a command: usage, description, options, notes. */
export function describeCommand(usage: string, description: string, options: Options, notes = ""): string {
  const parts = [`Usage: authjs-bink ${usage}`, description, `Options:\n${describeOptions(options)}`, notes]
  return parts.filter(Boolean).join("\n\n")
}

function describeOptions(options: Options): string {
  const rows = Object.entries(options).map(([name, option]) => ({
    flag: `--${name}${option.type === "string" ? ` <${placeholder(option)}>` : ""}`,
    text: option.describes + (typeof option.default === "string" ? ` (default ${option.default})` : ""),
  }))
  const width = Math.max(...rows.map(({ flag }) => flag.length)) + 3
  return rows.map(({ flag, text }) => `  ${flag.padEnd(width)}${text}`).join("\n")
}

function placeholder(option: Option): string {
  return option.choices?.join("|") ?? option.value ?? "value"
}
