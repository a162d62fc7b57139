import { spawnSync } from "node:child_process"
import { join } from "node:path"
import { isFile, readIfThere, upward } from "../../project/files.js"
import { peekPackageJson } from "../../project/package-json.js"
import type { Project } from "../../project/project.js"
import { keyOf, literalValue, parseFile, parseJson, parseText, walk } from "../../source/parse.js"
import { type CodeStyle, DEFAULT_STYLE, styleOf } from "../../source/style.js"

const PRETTIER_FILES = ["", ".json", ".json5", ".yaml", ".yml"].map((extension) => `.prettierrc${extension}`)
const PRETTIER_CODE = [".prettierrc", "prettier.config"].flatMap((name) =>
  [".js", ".mjs", ".cjs", ".ts", ".mts", ".cts"].map((extension) => name + extension),
)

/** Returns the style for new files: of the formatter's config, else of the app's own files. */
export function styleForNewFiles(project: Project): CodeStyle {
  const own = styleOfNeighbours(project)
  for (const directory of upward(project.root)) {
    const prettier = prettierOptions(directory)
    if (prettier) {
      return {
        ...own,
        quote: prettier.singleQuote === true ? "'" : '"',
        semicolons: prettier.semi !== false,
        indent: prettier.useTabs === true ? "\t" : " ".repeat(Number(prettier.tabWidth) || 2),
      }
    }
    const biome = biomeOptions(directory)
    if (biome) return { ...own, ...biome }
    if (isFile(join(directory, ".git", "HEAD"))) break
  }
  return own
}

function styleOfNeighbours({ root, routers, setup, graph }: Project): CodeStyle {
  const config = setup?.module
  const layout = routers.files.find(({ route }) => /\/(layout|_app|page|index)$/.test(route))
  const neighbour = config ?? (layout ? graph.load(join(root, layout.path)) : undefined)
  return neighbour ? styleOf(neighbour) : DEFAULT_STYLE
}

type Options = Record<string, unknown>

function prettierOptions(directory: string): Options | undefined {
  const { prettier } = peekPackageJson(directory)
  if (prettier && typeof prettier === "object") return prettier as Options
  for (const name of PRETTIER_FILES) {
    const text = readIfThere(join(directory, name))
    if (text) return (parseJson(text) as Options | undefined) ?? yamlOptions(text)
  }
  for (const name of PRETTIER_CODE) {
    const module = parseFile(join(directory, name))
    if (module) return literalProperties(module.text, module.path)
  }
  return undefined
}

function yamlOptions(text: string): Options {
  const entries = [...text.matchAll(/^(\w+):\s*(\S+)/gm)].map(([, name = "", value = ""]) => [
    name,
    parseJson(value) ?? value,
  ])
  return Object.fromEntries(entries)
}

/** Collects all literal properties of a config file: its options have different names. */
function literalProperties(text: string, path: string): Options {
  const options: Options = {}
  for (const node of walk(parseText(text, path))) {
    if (node.type !== "Property" || node.value.type !== "Literal") continue
    const name = keyOf(node)
    if (name) options[name] = literalValue(node.value)
  }
  return options
}

function biomeOptions(directory: string): Partial<CodeStyle> | undefined {
  const text = readIfThere(join(directory, "biome.json")) || readIfThere(join(directory, "biome.jsonc"))
  const config = Object(parseJson(text)) as { formatter?: Options; javascript?: { formatter?: Options } }
  if (!text || config.formatter?.enabled === false) return undefined
  const { quoteStyle, semicolons, ...own } = config.javascript?.formatter ?? {}
  const { indentStyle, indentWidth } = { ...config.formatter, ...own }
  return {
    quote: quoteStyle === "single" ? "'" : '"',
    semicolons: semicolons !== "asNeeded",
    indent: indentStyle === "space" ? " ".repeat(Number(indentWidth) || 2) : "\t",
  }
}

/** A formatter that is installed in the project. */
export interface Formatter {
  /** Returns `true` if the file is formatted already. */
  accepts(file: string): boolean
  format(files: string[]): void
}

const BIOME_FILES = ["biome.json", "biome.jsonc"]
const ESLINT_FILES = [
  ...["js", "mjs", "cjs", "ts", "mts", "cts"].map((extension) => `eslint.config.${extension}`),
  ...["", ".js", ".cjs", ".json", ".yml", ".yaml"].map((extension) => `.eslintrc${extension}`),
]

/** Finds the project's own Prettier or Biome, else its ESLint, if it is installed and has a config. */
export function findFormatter({ root }: Project): Formatter | undefined {
  const directories = [...upward(root)]
  const find = (name: string) =>
    directories
      .map((parent) => join(parent, "node_modules/.bin", process.platform === "win32" ? `${name}.cmd` : name))
      .find(isFile)
  const has = (names: string[]) =>
    directories.some((parent) => names.some((name) => isFile(join(parent, name))))
  const prettier = find("prettier")
  if (prettier && directories.some((parent) => prettierOptions(parent) !== undefined))
    return formatterOf(root, prettier, ["--check"], ["--log-level", "silent", "--write"])
  const biome = find("biome")
  if (biome && has(BIOME_FILES)) return formatterOf(root, biome, ["format"], ["format", "--write"])
  const eslint = find("eslint")
  if (!eslint || !has(ESLINT_FILES)) return undefined
  // The rules of ESLint are about more than format, so edited files stay as they are.
  return { ...formatterOf(root, eslint, [], ["--fix"]), accepts: () => false }
}

function formatterOf(cwd: string, program: string, check: string[], write: string[]): Formatter {
  const run = (args: string[]) =>
    spawnSync(program, args, { cwd, stdio: "ignore", shell: process.platform === "win32", timeout: 30_000 })
      .status
  return {
    accepts: (file) => run([...check, file]) === 0,
    format: (files) => void run([...write, ...files]),
  }
}
