import { spawnSync } from "node:child_process"
import { join } from "node:path"
import { readIfThere } from "../../project/files.js"
import { eolOf } from "../../source/style.js"
import type { FileChange } from "./diff.js"
import { ENV_FILE } from "./environment.js"

/** Whether `.env.local` may contain a secret: Git ignores it, will ignore it after the change, or tracks it. */
export type GitIgnore = { state: "ignored" } | { state: "add"; change: FileChange } | { state: "tracked" }

/** Plans a `.gitignore` that covers `.env.local`. */
export function planGitIgnore({ root }: { root: string }): GitIgnore {
  const status = git(root, ["check-ignore", "--quiet", ENV_FILE])
  // Git does not count a tracked file as ignored.
  if (status === 0) return { state: "ignored" }
  if (status === 1 && git(root, ["ls-files", "--error-unmatch", ENV_FILE]) === 0) return { state: "tracked" }
  const before = readIfThere(join(root, ".gitignore"))
  // Another status means no repository yet, or no Git: the file decides.
  const isIgnored =
    status !== 1 && /^\/?\.env(\*|\.\*|\*\.local|\.local)\s*$/m.test(before) && !/^!.*\.env/m.test(before)
  if (isIgnored) return { state: "ignored" }
  const eol = eolOf(before) ?? "\n"
  const gap = before === "" || before.endsWith("\n") ? "" : eol
  return {
    state: "add",
    change: { path: ".gitignore", before: before || null, after: `${before}${gap}.env*.local${eol}` },
  }
}

function git(cwd: string, args: string[]): number | null {
  return spawnSync("git", args, { cwd, stdio: "ignore" }).status
}
