import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs"
import { dirname, join, relative } from "node:path"
import { Failure } from "../../command.js"
import type { FileChange } from "./diff.js"

/** Fails if a file cannot be written, before anything is changed. */
export function checkWritable(root: string, changes: FileChange[]): void {
  for (const { path } of changes) {
    const file = join(root, path)
    // A new file is renamed into its directory, so the directory has to be writable too.
    const existing = [...(existsSync(file) ? [file] : []), nearestExisting(dirname(file))]
    for (const target of existing) {
      try {
        const isDirectory = statSync(target).isDirectory()
        if (isDirectory === (target === file))
          throw new Error(isDirectory ? "a directory" : "not a directory")
        accessSync(target, constants.W_OK)
      } catch (error) {
        const reason = (error as NodeJS.ErrnoException).code ?? (error as Error).message
        throw new Failure(
          `Cannot write ${path}: ${relative(root, target) || target} is not writable (${reason}). Nothing was changed. Change its permissions, and run init again.`,
        )
      }
    }
  }
}

function nearestExisting(directory: string): string {
  return existsSync(directory) ? directory : nearestExisting(dirname(directory))
}

/** Writes all files, or none: after an error, the files have their previous contents. @throws Failure with the cause */
export function writeFiles(root: string, changes: FileChange[]): void {
  const undo: (() => void)[] = []
  for (const change of changes) {
    try {
      writeChange(root, change, undo)
    } catch (error) {
      for (const step of undo.reverse()) step()
      const { code, message } = error as NodeJS.ErrnoException
      throw new Failure(
        `Cannot write ${change.path} (${code ?? message}). Nothing was changed. Correct the cause, and run init again.`,
      )
    }
  }
}

function writeChange(root: string, { path, after, secrets }: FileChange, undo: (() => void)[]): void {
  const named = join(root, path)
  makeDirectory(dirname(named), undo)
  // A link stays a link.
  const file = existsSync(named) ? realpathSync(named) : named
  const before = existsSync(file) ? readFileSync(file) : undefined
  // Only the user may read a new file with secrets.
  const mode = before ? statSync(file).mode & 0o777 : secrets ? 0o600 : undefined
  const temporary = `${file}.authjs-bink-${process.pid}`
  undo.push(() => rmSync(temporary, { force: true }))
  writeFileSync(temporary, after, mode === undefined ? {} : { mode })
  if (mode !== undefined) chmodSync(temporary, mode)
  renameSync(temporary, file)
  undo.push(() => (before ? writeFileSync(file, before) : rmSync(file, { force: true })))
}

function makeDirectory(directory: string, undo: (() => void)[]): void {
  if (existsSync(directory)) return
  makeDirectory(dirname(directory), undo)
  mkdirSync(directory)
  undo.push(() => rmdirSync(directory))
}
