import { spawnSync } from "node:child_process"
import { relative } from "node:path"
import { Failure } from "../../command.js"
import { readVersion } from "../../manifest.js"
import { dependenciesOf, peekPackageJson } from "../../project/package-json.js"
import { installCommand } from "../../project/package-manager.js"
import { isNextAuthTooOld, type Project, rangeOfNextAuth } from "../../project/project.js"

/** Packages to install in the directory of one package. */
export interface Install {
  directory: string
  /** The command, for that directory. */
  command: string
}

/** Returns the install commands that the app and the packages of its workspace need. */
export function planInstalls(
  project: Project,
  directories: Set<string>,
  framework: "next-auth" | "better-auth",
): Install[] {
  return [...new Set([project.root, ...directories])].flatMap((directory) => {
    const dependencies = dependenciesOf(peekPackageJson(directory))
    const needsNextAuth =
      framework === "next-auth" &&
      directory === project.authPackage &&
      (!("next-auth" in dependencies) || isNextAuthTooOld(project.nextAuthVersion))
    const packages = [
      ...(needsNextAuth ? [`next-auth@${rangeOfNextAuth(project.nextAuth)}`] : []),
      ...("authjs-bink" in dependencies ? [] : [`authjs-bink@^${readVersion()}`]),
    ]
    if (packages.length === 0) return []
    return [{ directory, command: installCommand(project.packageManager, directory, packages) }]
  })
}

/** Returns the command for a shell in the directory of the app. */
export function commandIn({ root }: Project, { directory, command }: Install): string {
  return directory === root ? command : `(cd ${relative(root, directory)} && ${command})`
}

/** Installs packages before any file is written: an app that imports missing packages would not start. */
export function runInstall(project: Project, install: Install): void {
  console.log(`\n${commandIn(project, install)}`)
  // A shell, because npm, pnpm and yarn are `.cmd` files on Windows. The command has no text from outside.
  const { status } = spawnSync(install.command, { cwd: install.directory, stdio: "inherit", shell: true })
  if (status === 0) return
  throw new Failure(
    `The packages could not be installed, so no file was changed. Run this command, and then init again:\n${commandIn(project, install)}`,
  )
}
