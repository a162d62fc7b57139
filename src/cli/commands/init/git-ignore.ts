import { spawnSync } from "node:child_process"
import { join } from "node:path"
import { readIfThere } from "../../project-files.js"
import type { FileChange } from "./diff.js"
import type { Project } from "./project.js"

/** Whether `.env.local` may hold a secret: kept out of Git, kept out once `.gitignore` says so, or in Git already. */
export type GitIgnore = { state: "ignored" } | { state: "add"; change: FileChange } | { state: "tracked" }

export function planGitIgnore(project: Project): GitIgnore {
  const isTracked = git(project.root, ["ls-files", "--error-unmatch", ".env.local"]) === 0
  if (isTracked) return { state: "tracked" }
  const before = readIfThere(join(project.root, ".gitignore"))
  const status = git(project.root, ["check-ignore", "--quiet", ".env.local"])
  // 0 is ignored, 1 is not; anything else means no repository yet, or no Git, and the file alone tells.
  const isIgnored =
    status === 0 ||
    (status !== 1 && /^\/?\.env(\*|\.\*|\*\.local|\.local)\s*$/m.test(before) && !/^!.*\.env/m.test(before))
  if (isIgnored) return { state: "ignored" }
  const gap = before === "" || before.endsWith("\n") ? "" : "\n"
  return {
    state: "add",
    change: {
      path: ".gitignore",
      before: before === "" ? null : before,
      after: `${before}${gap}.env*.local\n`,
    },
  }
}

function git(cwd: string, args: string[]): number | null {
  return spawnSync("git", args, { cwd, stdio: "ignore" }).status
}
