import { type ParseArgsOptionDescriptor, parseArgs } from "node:util"
import { closest } from "./closest.js"
import { UsageError } from "./failure.js"

/** One flag: what `node:util` needs to read it, and what the help says of it. */
export interface Option extends ParseArgsOptionDescriptor {
  describes: string
  /** Stands for the value in the help: `--port <number>`. */
  value?: string
  /** The words that it takes, where it takes only some. */
  choices?: readonly string[]
}

export type Options = Record<string, Option>

/**
 * Reads the arguments of one command, typed by its options.
 *
 * @throws UsageError which names what was probably meant
 */
export function parseArguments<T extends Options>(args: string[], options: T, maxPositionals = 0) {
  // Lenient first, to find what is wrong; `parseArgs` would throw a sentence that suggests nothing.
  const { tokens, positionals } = parseArgs({ args, options, strict: false, tokens: true })
  for (const token of tokens) if (token.kind === "option") checkOption(token, options)
  const surplus = positionals[maxPositionals]
  if (surplus !== undefined) {
    throw new UsageError(`"${surplus}" is one argument more than this command takes.`)
  }
  return parseArgs({ args, options, allowPositionals: true })
}

function checkOption(
  token: { name: string; rawName: string; value: string | undefined; inlineValue: boolean | undefined },
  options: Options,
): void {
  const option = Object.hasOwn(options, token.name) ? options[token.name] : undefined
  if (!option) {
    const meant = closest(token.name, Object.keys(options))
    throw new UsageError(`${token.rawName} is no option here.${meant ? ` Did you mean --${meant}?` : ""}`)
  }
  if (option.type === "boolean") {
    if (token.value !== undefined) throw new UsageError(`${token.rawName} takes no value.`)
    return
  }
  const isMissing = !token.value || (!token.inlineValue && token.value.startsWith("-"))
  if (isMissing)
    throw new UsageError(`${token.rawName} needs a value: ${token.rawName} <${valueName(option)}>.`)
  if (option.choices && !option.choices.includes(token.value ?? "")) {
    throw new UsageError(`${token.rawName} takes ${option.choices.join(" or ")}, and not "${token.value}".`)
  }
}

/** The table of flags in a command's help. */
export function describeOptions(options: Options): string {
  const rows = Object.entries(options).map(([name, option]) => ({
    flag: `--${name}${option.type === "string" ? ` <${valueName(option)}>` : ""}`,
    text: option.describes + (typeof option.default === "string" ? ` (default ${option.default})` : ""),
  }))
  const width = Math.max(...rows.map(({ flag }) => flag.length)) + 3
  return rows.map(({ flag, text }) => `  ${flag.padEnd(width)}${text}`).join("\n")
}

function valueName(option: Option): string {
  return option.choices?.join("|") ?? option.value ?? "value"
}
