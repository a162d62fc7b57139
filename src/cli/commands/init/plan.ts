import { join, relative } from "node:path"
import { Failure } from "../../command.js"
import { SUPPORTED_VERSIONS } from "../../manifest.js"
import { type Addresses, readAddresses } from "../../project/addresses.js"
import { readEnvironment } from "../../project/environment.js"
import { findDependency } from "../../project/package-json.js"
import { executeCommand } from "../../project/package-manager.js"
import type { Project } from "../../project/project.js"
import { packageDirectoryOf } from "../../project/workspace.js"
import { Edits } from "../../source/edits.js"
import { restyle } from "../../source/style.js"
import { isInRange } from "../../version-range.js"
import { editAuthConfig, exportHandlers, nameOfExport } from "./auth-edits.js"
import { BETTER_AUTH_BUTTON, editBetterAuth } from "./better-auth.js"
import type { FileChange } from "./diff.js"
import { ENV_FILE, type EnvironmentPlan, planEnvironment } from "./environment.js"
import { styleForNewFiles } from "./formatter.js"
import { planGitIgnore } from "./git-ignore.js"
import { importPath } from "./imports.js"
import { type ManualStep, manualSteps } from "./manual-steps.js"
import { newAuthConfig } from "./new-auth-config.js"
import { type Install, planInstalls } from "./packages.js"
import { type NewFile, newRoute } from "./route.js"
import { editSessionType, hasUserName } from "./session-type.js"
import { buttonSnippet, findSignInPage, hasStyles, type SignInPage } from "./sign-in-page.js"
import { signInPageCode } from "./sign-in-page-code.js"

/** Everything that `init` would do to an app, before it does any of it. */
export interface Plan {
  framework: "next-auth" | "better-auth"
  changes: FileChange[]
  installs: Install[]
  /** What `init` cannot edit. With one of these, `init` fails. */
  manual: ManualStep[]
  /** Code for the app's own pages, which `init` never edits. */
  steps: ManualStep[]
  notes: string[]
  addresses: Addresses
  environment: EnvironmentPlan
  /** The address to open, or `undefined` if it is unknown. */
  signInUrl: string | undefined
}

/** Plans the changes. @throws Failure for apps in which a sign-in cannot work */
export function planInit(project: Project): Plan {
  checkSupport(project)
  const isBetterAuth = !project.setup && project.authSystem?.name === "Better Auth"
  const framework = isBetterAuth ? "better-auth" : "next-auth"
  const { values: env } = readEnvironment(project.root, "development", false)
  const addresses = readAddresses({ ...addressSources(project, isBetterAuth), env })
  const environment = planEnvironment(project, env, addresses, framework)
  const base: Plan = {
    framework,
    changes: [],
    installs: [],
    manual: [],
    steps: [],
    notes: [],
    addresses,
    environment,
    signInUrl: undefined,
  }
  if (isBetterAuth) return withEnvironment(project, planBetterAuth(project, base))
  const { setup } = project
  if (setup?.problem) return refuse(base, manualSteps(project, setup, setup.problem))
  return withEnvironment(project, planNextAuth(project, base))
}

/** Changes nothing: half of a setup does not work either. */
function refuse(base: Plan, manual: ManualStep[]): Plan {
  return { ...base, manual, environment: { ...base.environment, change: undefined } }
}

function addressSources(project: Project, isBetterAuth: boolean) {
  const framework = isBetterAuth ? "better-auth" : project.nextAuth === 4 ? "next-auth 4" : "auth.js"
  return {
    framework,
    setup: project.setup,
    nextConfig: project.nextConfig,
    devServer: project.devServer,
  } as const
}

function checkSupport({ root, nextConfig }: Project): void {
  if (nextConfig.isStaticExport) {
    throw new Failure(
      `${relative(root, nextConfig.path ?? "next.config")} has output: "export". Such an app has no server, and a sign-in needs one. Remove that option first.`,
    )
  }
  const react = findDependency(root, "react")
  const version = react.installed ?? /^[\^~=v\s]*(\d+\.\d+\.\d+)/.exec(react.range ?? "")?.[1]
  if (version && !isInRange(version, SUPPORTED_VERSIONS.react) && /^\d+\.\d+\.\d+$/.test(version)) {
    throw new Failure(
      `This app has React ${version}. authjs-bink supports ${SUPPORTED_VERSIONS.react}. Update react and react-dom first.`,
    )
  }
}

function planNextAuth(project: Project, base: Plan): Plan {
  const { setup, root, nextConfig } = project
  const edits = new Edits()
  const page = findSignInPage(project, setup)
  const manual: ManualStep[] = []
  const created: NewFile[] = []
  const basePath = nextConfig.basePath ?? ""
  if (setup?.config) {
    editAuthConfig(edits, project, setup.config)
    editSessionType(edits, project)
    if (!setup.route) {
      const handlers = exportHandlers(edits, project, setup)
      if (handlers) created.push(newRoute(project, handlers))
      else manual.push(missingHandlers(project))
    }
  } else {
    const config = newAuthConfig(project, page.url)
    created.push(config, newRoute(project, { kind: "new", path: config.path }))
  }
  if (page.kind === "new") created.push(newSignInPage(project, page, base.addresses))
  const edited = edits.finish()
  const directories = new Set(edited.map(({ path }) => packageDirectoryOf(path) ?? root))
  // The package with the config imports Bink, even if nothing is left to edit in it.
  if (setup) directories.add(project.authPackage)
  const changes: FileChange[] = [
    ...edited.map(({ path, before, after }) => ({
      path: relative(root, path).replaceAll("\\", "/"),
      before,
      after,
    })),
    ...created.map((file) => newFileChange(project, file)),
  ]
  return {
    ...base,
    changes,
    manual,
    installs: planInstalls(project, directories, "next-auth"),
    steps: buttonStep(project, page, base.addresses),
    notes: notesFor(project, setup?.config === undefined),
    signInUrl: `${base.addresses.origin}${basePath}${page.url}`,
  }
}

function newFileChange(project: Project, { path, code }: NewFile): FileChange {
  return { path, before: null, after: restyle(code, path, styleForNewFiles(project)) }
}

function missingHandlers(project: Project): ManualStep {
  const { setup, nextAuth, root } = project
  const module = setup?.call?.module ?? setup?.module
  const path = module ? relative(root, module.path) : "auth.ts"
  const route = newRoute(project, { kind: "new", path }).path
  const command = executeCommand(project.packageManager, "authjs-bink init")
  return nextAuth === 5
    ? {
        path,
        reason: `does not export handlers, which the route ${route} needs. Export them, and run ${command} again:`,
        code: "export const { handlers, auth, signIn, signOut } = NextAuth(/* the config */)",
      }
    : {
        path,
        reason: `does not export its options, which the route ${route} needs. Export them as a constant, and run ${command} again:`,
        code: "export const authOptions = {\n  /* the options */\n}",
      }
}

function newSignInPage(project: Project, page: SignInPage & { kind: "new" }, addresses: Addresses): NewFile {
  const { routers, nextAuth, typescript, nextConfig } = project
  const code = signInPageCode({
    router: /^(src\/)?pages$/.test(routers.pageDirectory) ? "pages" : "app",
    nextAuth,
    typescript,
    cacheComponents: nextConfig.cacheComponents,
    hasUserName: hasUserName(project),
    needsFont: !hasStyles(project.root, routers),
    url: page.url,
    basePath: addresses.authPath,
    auth: authImports(project, page.path),
  })
  return { path: page.path, code }
}

/** What a page can import from the auth config. */
function authImports(project: Project, from: string): { from: string; names: string[] } | undefined {
  const { setup, nextAuth, graph, root, routers, typescript } = project
  const names = ["auth", "signIn", "signOut"]
  if (!setup) {
    const path = join(root, `${routers.base}auth.${typescript ? "ts" : "js"}`)
    return { from: importPath(project, from, path), names: nextAuth === 5 ? names : ["authOptions"] }
  }
  if (nextAuth === 4) {
    const object = setup.config?.wrapped[0] ?? setup.config?.object
    const name = object && nameOfExport(object.module, object.name)
    return object && name ? { from: importPath(project, from, object.module.path), names: [name] } : undefined
  }
  const module = setup.call?.module ?? setup.module
  const exported = module ? names.filter((name) => graph.hasExport(module, name)) : []
  return module ? { from: importPath(project, from, module.path), names: exported } : undefined
}

function buttonStep(project: Project, page: SignInPage, { authPath }: Addresses): ManualStep[] {
  if (page.kind === "new" || page.hasButton) return []
  const auth = authImports(project, page.path ?? "app/page.tsx")
  const { imports, element } = buttonSnippet(project, page.path, {
    basePath: authPath,
    signInFrom: auth?.names.includes("signIn") ? auth.from : undefined,
  })
  const style = { ...styleForNewFiles(project), eol: "\n" } as const
  const path = page.path ?? `The page at ${page.url}`
  // The element is not a statement, so it takes no semicolon.
  const button = restyle(element, "page.tsx", style).replace(/;$/, "")
  const code = `${restyle(imports, "imports.ts", style)}\n${button}`
  return [{ path, reason: "is the app's sign-in page. Add the button to it:", code }]
}

function notesFor({ setup, nextConfig, nextAuth }: Project, isNew: boolean): string[] {
  const notes: string[] = []
  if (setup?.config?.options.hasDatabaseSessions && !setup.config.isWrapped) {
    notes.push(
      "This app has database sessions, which need a place for session.user.bink: add a nullable JSON column bink to the users table, and pass { persist: true } as the second argument of withBink.",
    )
  }
  if (nextConfig.basePath === undefined) {
    notes.push(
      "next.config computes basePath. If it is set, add it to the callback URL, and pass basePath to the button.",
    )
  } else if (nextConfig.basePath && !isNew && nextAuth === 5) {
    notes.push(
      `With basePath "${nextConfig.basePath}", next-auth 5 needs the whole path in its config: see authjs-bink/docs/errors.md#unknownaction`,
    )
  }
  return notes
}

function planBetterAuth(project: Project, base: Plan): Plan {
  const edits = new Edits()
  const manual = editBetterAuth(edits, project)
  if (manual) return refuse(base, [manual])
  const edited = edits.finish()
  const changes = edited.map(({ path, before, after }) => ({
    path: relative(project.root, path).replaceAll("\\", "/"),
    before,
    after,
  }))
  const directories = new Set(edited.map(({ path }) => packageDirectoryOf(path) ?? project.root))
  return {
    ...base,
    changes,
    installs: planInstalls(project, directories, "better-auth"),
    steps: betterAuthSteps(project),
    notes: changes.length > 0 ? [`binkUser() adds columns to the user table: npx auth migrate`] : [],
  }
}

function betterAuthSteps(project: Project): ManualStep[] {
  const page = findSignInPage(project, undefined)
  if (page.kind === "existing" && page.hasButton) return []
  const path = page.kind === "existing" && page.path ? page.path : "Your sign-in page"
  return [{ path, reason: "needs the button. Put this component on it:", code: BETTER_AUTH_BUTTON }]
}

/** Adds the environment file. Secrets are only written where Git ignores them. */
function withEnvironment(project: Project, plan: Plan): Plan {
  const { change } = plan.environment
  // A setup that stops half-way needs no secrets yet.
  if (!change) return plan
  const gitIgnore = planGitIgnore(project)
  if (gitIgnore.state === "tracked") {
    const step: ManualStep = {
      path: ENV_FILE,
      reason: "is tracked by Git, so init writes no secret to it. Remove it from Git, and run init again:",
      code: `git rm --cached ${ENV_FILE}`,
    }
    return {
      ...plan,
      manual: [...plan.manual, step],
      environment: { ...plan.environment, change: undefined },
    }
  }
  return {
    ...plan,
    changes: [...plan.changes, ...(gitIgnore.state === "add" ? [gitIgnore.change] : []), change],
  }
}
