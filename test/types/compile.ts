import { readFileSync } from "node:fs"
import { createRequire } from "node:module"
import { dirname, join, relative } from "node:path"
import { API } from "typescript/unstable/sync"
import { ROOT } from "../../scripts/run.ts"
import { fixtureDirectory } from "../helpers/fixtures.ts"

const OLDER = join(fixtureDirectory("typescript"), "node_modules")

/** An installed version of TypeScript. */
export interface Compiler {
  version: string
  directory: string
}

/** What this repository is compiled with. */
export const NEWEST = readCompiler(join(ROOT, "node_modules/typescript"))

/** The versions of TypeScript that apps are compiled with, the newest first. */
export const COMPILERS = [
  NEWEST,
  ...["6.0", "5.9", "5.4", "5.0"].map((version) => readCompiler(join(OLDER, `typescript-${version}`))),
]

function readCompiler(directory: string): Compiler {
  return { directory, version: JSON.parse(readFileSync(join(directory, "package.json"), "utf8")).version }
}

/** Errors by the name of the project, as `file(line): message`. */
export type Errors = Record<string, string[]>

/**
 * Checks projects. Only files of the app and of this package are checked: declarations of
 * frameworks have errors, and checking them takes most of the time.
 *
 * @param folder The folder of the app.
 * @param projects Names of `tsconfig` files in that folder, in which all files are listed.
 */
export function compile(compiler: Compiler, folder: string, projects: string[]): Errors {
  const check = compiler === NEWEST ? checkWithApi : checkWithModule(compiler)
  return check(folder, projects)
}

/** Returns whether errors in a file count. */
function isChecked(folder: string, file: string): boolean {
  const path = relative(folder, file).replaceAll("\\", "/")
  return path.startsWith("node_modules/authjs-bink/") || !/^\.\.|node_modules\//.test(path)
}

function describeError(folder: string, file: string | undefined, start: number, message: string): string {
  if (!file) return message
  const line = readFileSync(file, "utf8").slice(0, start).split("\n").length
  return `${relative(folder, file)}(${line}): ${message}`
}

/** TypeScript 7 has no other interface than this one. */
function checkWithApi(folder: string, projects: string[]): Errors {
  const api = new API({ cwd: folder })
  try {
    const names = projects.map((name) => join(folder, name))
    const snapshot = api.updateSnapshot({ openProjects: names })
    return Object.fromEntries(
      names.map((name, index) => {
        const program = snapshot.getProject(name)?.program
        if (!program) throw new Error(`TypeScript found no project in ${name}.`)
        const files = program.getSourceFileNames().filter((file) => isChecked(folder, file))
        const diagnostics = [
          ...program.getConfigFileParsingDiagnostics(),
          ...program.getProgramDiagnostics(),
          ...files.flatMap((file) => [
            ...program.getSyntacticDiagnostics(file),
            ...program.getSemanticDiagnostics(file),
          ]),
        ]
        const errors = diagnostics.map(({ fileName, pos, text, messageChain = [] }) =>
          describeError(folder, fileName, pos, [text, ...messageChain.map(({ text }) => text)].join(" ")),
        )
        return [projects[index], errors]
      }),
    )
  } finally {
    api.close()
  }
}

/** Parsed files by directory of the compiler, name and module format. Parsing the files of Next.js takes longer than checking an app. */
const parsed = new Map<string, Map<string, unknown>>()

/** TypeScript 5 and 6. */
function checkWithModule({ directory }: Compiler) {
  return (folder: string, projects: string[]): Errors => {
    const ts = createRequire(import.meta.url)(join(directory, "lib/typescript.js")) as TypeScript5
    const sourceFiles = parsed.get(directory) ?? new Map<string, unknown>()
    parsed.set(directory, sourceFiles)
    return Object.fromEntries(
      projects.map((name) => {
        const path = join(folder, name)
        const { fileNames, options, errors } = ts.parseJsonConfigFileContent(
          ts.readConfigFile(path, ts.sys.readFile).config,
          ts.sys,
          dirname(path),
        )
        const host = ts.createCompilerHost(options)
        const parse = host.getSourceFile
        host.getSourceFile = (file, languageVersion) => {
          const format = typeof languageVersion === "object" ? languageVersion.impliedNodeFormat : undefined
          const key = `${file} ${format}`
          if (!sourceFiles.has(key)) sourceFiles.set(key, parse.call(host, file, languageVersion))
          return sourceFiles.get(key)
        }
        const program = ts.createProgram(fileNames, options, host)
        const files = program.getSourceFiles().filter(({ fileName }) => isChecked(folder, fileName))
        const diagnostics = [
          ...errors,
          ...program.getOptionsDiagnostics(),
          ...files.flatMap((file) => [
            ...program.getSyntacticDiagnostics(file),
            ...program.getSemanticDiagnostics(file),
          ]),
        ]
        return [
          name,
          diagnostics.map(({ file, start = 0, messageText }) =>
            describeError(folder, file?.fileName, start, ts.flattenDiagnosticMessageText(messageText, " ")),
          ),
        ]
      }),
    )
  }
}

interface Diagnostic {
  file?: { fileName: string }
  start?: number
  messageText: string | object
}

/** The part of TypeScript 5's interface that is used here. The package `typescript` is version 7, without these types. */
interface TypeScript5 {
  sys: { readFile(path: string): string | undefined }
  readConfigFile(path: string, readFile: (path: string) => string | undefined): { config: object }
  parseJsonConfigFileContent(
    config: object,
    host: object,
    folder: string,
  ): { fileNames: string[]; options: object; errors: Diagnostic[] }
  createCompilerHost(options: object): {
    getSourceFile(file: string, languageVersion: number | { impliedNodeFormat?: number }): unknown
  }
  createProgram(
    files: string[],
    options: object,
    host: object,
  ): {
    getSourceFiles(): { fileName: string }[]
    getOptionsDiagnostics(): Diagnostic[]
    getSyntacticDiagnostics(file: object): Diagnostic[]
    getSemanticDiagnostics(file: object): Diagnostic[]
  }
  flattenDiagnosticMessageText(text: string | object, newLine: string): string
}
