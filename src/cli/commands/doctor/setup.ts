import { join } from "node:path"
import { readIfThere } from "../../project/files.js"
import { executeCommand } from "../../project/package-manager.js"
import { findSignInPage } from "../init/sign-in-page.js"
import type { DoctorContext } from "./context.js"
import type { Finding } from "./finding.js"

/** Checks the code of a Next.js app: the provider, `withBink`, the route, the types and the button. */
export function checkSetup(context: DoctorContext): Finding[] {
  const { project, framework, hasBinkPlugin, packageManager } = context
  if (!project) return []
  const init = executeCommand(packageManager, "authjs-bink init")
  if (project.nextConfig.isStaticExport) {
    return [
      {
        level: "error",
        code: "static_export",
        message: 'next.config has output: "export": the app has no server, and a sign-in needs one.',
        fix: "Remove that option.",
      },
    ]
  }
  if (framework === "better-auth") return checkBetterAuth(hasBinkPlugin, init)
  const { setup, authSystem } = project
  if (!setup) {
    if (authSystem) {
      return [
        {
          level: "warning",
          code: "other_auth_system",
          message: `This app signs users in with ${authSystem.name} (${authSystem.evidence}), not with Auth.js.`,
          fix: "Use the OAuth client of authjs-bink/oauth to add Bink to it.",
        },
      ]
    }
    if (framework === "none") return []
    return [
      {
        level: "error",
        code: "config_missing",
        message: "No file of this app calls NextAuth, so no user can sign in.",
        fix: `Create the config and the route: ${init}`,
      },
    ]
  }
  if (!setup.config) {
    return [
      {
        level: "unknown",
        code: "config_unknown",
        message: "The auth config was not found or is too dynamic to read, so its providers are unknown.",
        fix: `See which file it is, and what to add: ${init} --dry-run`,
      },
    ]
  }
  return [
    checkProvider(context, init),
    ...checkWrapper(context),
    ...checkRoute(context, init),
    ...checkTypes(context),
    ...checkButton(context),
  ]
}

function checkBetterAuth(hasBink: boolean | undefined, init: string): Finding[] {
  if (hasBink)
    return [{ level: "ok", code: "provider_configured", message: "Better Auth has Bink's plugin." }]
  return [
    {
      level: "error",
      code: "provider_missing",
      message: "Better Auth is configured without Bink.",
      fix: `Add genericOAuth({ config: [bink()] }) and binkUser() to its plugins: ${init}`,
    },
  ]
}

function checkProvider({ project }: DoctorContext, init: string): Finding {
  const config = project?.setup?.config
  if (config?.hasBink)
    return { level: "ok", code: "provider_configured", message: "The auth config has the provider Bink." }
  if (config && config.providers.kind !== "array") {
    return {
      level: "unknown",
      code: "provider_unknown",
      message: "The providers of the auth config are computed, so it is unknown whether Bink is one of them.",
    }
  }
  return {
    level: "error",
    code: "provider_missing",
    message: "Bink is not among the providers of the auth config.",
    fix: `Add it: ${init}`,
  }
}

function checkWrapper({ project }: DoctorContext): Finding[] {
  const config = project?.setup?.config
  if (!config?.hasBink || config.isWrapped) return []
  return [
    {
      level: "warning",
      code: "with_bink_missing",
      message: "withBink is not around the auth config, so session.user.bink is never set.",
      fix: "Pass the config through it: NextAuth(withBink({ … }))",
    },
  ]
}

function checkRoute({ project }: DoctorContext, init: string): Finding[] {
  const setup = project?.setup
  if (!setup || setup.route) return []
  return [
    {
      level: "error",
      code: "route_missing",
      message: "The app has no [...nextauth] route, so Bink cannot return users to it.",
      fix: `Create it: ${init}`,
    },
  ]
}

/** Without the import, `session.user.bink` is an error of the type check. */
function checkTypes({ project, root }: DoctorContext): Finding[] {
  const config = project?.setup?.config
  if (!project?.typescript || !config?.hasBink) return []
  const files = [config.object.module.path, ...project.sources.map((path) => join(root, path))]
  const declarations = [
    "next-auth.d.ts",
    "types/next-auth.d.ts",
    "src/types/next-auth.d.ts",
    "src/next-auth.d.ts",
  ]
  const isImported = [...files, ...declarations.map((path) => join(root, path))].some((path) =>
    readIfThere(path).includes("authjs-bink/next-auth"),
  )
  if (isImported) return []
  return [
    {
      level: "warning",
      code: "types_missing",
      message: "TypeScript does not know session.user.bink.",
      fix: 'Add this line to the file of the auth config: import type {} from "authjs-bink/next-auth"',
    },
  ]
}

function checkButton({ project }: DoctorContext): Finding[] {
  const options = project?.setup?.config?.options
  if (!project || !options?.signInPage) return []
  const page = findSignInPage(project, project.setup)
  if (page.kind === "new" || page.hasButton || !page.path) return []
  return [
    {
      level: "warning",
      code: "button_missing",
      message: `The sign-in page ${page.path} has no button for Bink.`,
      fix: 'Add <SignInWithBinkButton redirectTo="/" /> from authjs-bink/react to it.',
    },
  ]
}
