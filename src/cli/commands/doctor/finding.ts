import { join } from "node:path"
import { findInstalled, readEnvFiles, readIfThere } from "../../project-files.js"

/** What one check found. `unknown` is for what cannot be known from here: it says so rather than guess. */
export interface Finding {
  check: string
  status: "ok" | "warning" | "error" | "unknown"
  says: string
  /** What to do about it. */
  fix?: string
  /** The code under which the page on troubleshooting says more. */
  see?: string
}

/** What every check may look at. */
export interface Patient {
  /** The folder of the app. */
  root: string
  /** The app's environment: its files, and over them the process's own. */
  env: NodeJS.Dict<string>
  framework: "next-auth 4" | "auth.js" | "better-auth" | "none"
  /** Where the app runs, where that was said. */
  url: URL | undefined
}

export function admit(root: string, url: URL | undefined): Patient {
  const mode = process.env.NODE_ENV === "production" ? "production" : "development"
  return {
    root,
    env: { ...readEnvFiles(root, mode).values, ...process.env },
    framework: findFramework(root),
    url,
  }
}

function findFramework(root: string): Patient["framework"] {
  const named = dependenciesOf(root)
  // In a workspace, what an app beside this one has installed may be found too.
  const isOthers = "better-auth" in named && !("next-auth" in named)
  const nextAuth = isOthers ? undefined : findInstalled(root, "next-auth")
  if (nextAuth?.startsWith("4.")) return "next-auth 4"
  // Better Auth before @auth/core, which may be there for the types alone.
  if (!nextAuth && findInstalled(root, "better-auth")) return "better-auth"
  return nextAuth || findInstalled(root, "@auth/core") ? "auth.js" : "none"
}

/** What the app's own package.json names; nothing where it cannot be read. */
function dependenciesOf(root: string): Record<string, string> {
  try {
    const manifest = JSON.parse(readIfThere(join(root, "package.json")))
    return { ...manifest.devDependencies, ...manifest.dependencies }
  } catch {
    return {}
  }
}
