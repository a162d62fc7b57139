import { authConfigToPaste, planAuthConfig } from "./auth-config.js"
import type { FileChange } from "./diff.js"
import { planEnvironment } from "./environment.js"
import { planGitIgnore } from "./git-ignore.js"
import type { Project } from "./project.js"
import { planRoute } from "./route.js"
import { planSignInPage } from "./sign-in-page.js"

/** Everything that would happen to an app, before any of it does. */
export interface Plan {
  changes: FileChange[]
  /** What was not plain enough to be edited, and what to put there by hand. */
  byHand: { path: string; why: string; code: string }[]
}

export function planInit(project: Project): Plan {
  const plan: Plan = { changes: [], byHand: [] }
  const config = planAuthConfig(project)
  if (config.state === "unsure") {
    plan.byHand.push({
      path: config.path,
      why: "is not plain enough to be edited without a doubt. Add Bink's provider, and put withBink around the config:",
      code: authConfigToPaste(project),
    })
  } else {
    if (config.state !== "present") plan.changes.push(config.change)
    const rest = [planRoute(project, config.path), planSignInPage(project, config)]
    plan.changes.push(...rest.filter((change) => change !== undefined))
  }
  addEnvironment(plan, project)
  return plan
}

/** Secrets are written only where Git will not take them along. */
function addEnvironment(plan: Plan, project: Project): void {
  const environment = planEnvironment(project)
  if (!environment) return
  const gitIgnore = planGitIgnore(project)
  if (gitIgnore.state === "tracked") {
    plan.byHand.push({
      path: environment.path,
      why: "is in Git, and what belongs there is secret. Take it out (git rm --cached .env.local), ignore it, and run this again.",
      code: "",
    })
    return
  }
  if (gitIgnore.state === "add") plan.changes.push(gitIgnore.change)
  plan.changes.push(environment)
}
