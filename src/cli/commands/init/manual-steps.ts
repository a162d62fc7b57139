import type { AnyNode } from "acorn"
import type { AuthSetup, Problem } from "../../auth/auth-setup.js"
import { executeCommand } from "../../project/package-manager.js"
import type { Project } from "../../project/project.js"
import { isFunction, unwrap, walk } from "../../source/parse.js"

/** Code that the developer has to add. */
export interface ManualStep {
  path: string
  /** Continues a sentence that starts with the path. */
  reason: string
  code: string
}

/** Explains what to add where `init` does not edit the config. */
export function manualSteps(project: Project, setup: AuthSetup, problem: Problem): ManualStep[] {
  const imports = [
    'import Bink, { withBink } from "authjs-bink"',
    ...(project.typescript ? ['import type {} from "authjs-bink/next-auth"'] : []),
  ].join("\n")
  switch (problem.kind) {
    case "dynamic":
      return [
        {
          path: problem.path,
          reason:
            "computes its config, so init does not edit it. Add the imports, and replace the call of NextAuth:",
          code: `${imports}\n\n${rewriteCall(project, setup)}`,
        },
      ]
    case "several-calls": {
      const [first = "auth.ts"] = problem.paths
      const command = executeCommand(project.packageManager, `authjs-bink init --config ${first}`)
      return problem.paths.map((path) => ({
        path,
        reason: `has one of several configs. Name the one to edit with --config, such as: ${command}. Or add this to it:`,
        code: `${imports}\n\n${genericCode(project)}`,
      }))
    }
    case "unreadable":
      return [
        {
          path: problem.path,
          reason: "cannot be edited: it has a syntax error, or uses require(). Add this to it:",
          code: `${imports}\n\n${genericCode(project)}`,
        },
      ]
    case "no-call": {
      const imported = problem.imports.filter((source) => !/^next(-auth)?(\/|$)/.test(source))
      const source =
        imported.length > 0
          ? ` It imports ${imported.map((name) => `"${name}"`).join(", ")}, where no config was found.`
          : ""
      return [
        {
          path: problem.path,
          reason: `does not lead to a call of NextAuth.${source} Name the file of the config with --config, or add this to it:`,
          code: `${imports}\n\n${genericCode(project)}`,
        },
      ]
    }
  }
}

/** Valid for a config of any shape, under the name that the documentation of each version uses. */
function genericCode({ nextAuth }: Project): string {
  return nextAuth === 5
    ? "export const { handlers, auth, signIn, signOut } = NextAuth(\n  withBink({ ...authConfig, providers: [Bink, ...authConfig.providers] }),\n)"
    : "export const authOptions = withBink({ ...options, providers: [Bink(), ...options.providers] })"
}

/** Returns the statement with the call of `NextAuth`, changed for Bink. */
function rewriteCall(project: Project, { call }: AuthSetup): string {
  if (!call) return genericCode(project)
  const { module, node, config } = call
  const text = module.text.slice(config.start, config.end)
  const element = project.nextAuth === 5 ? "Bink" : "Bink()"
  const added = (name: string) => `withBink({ ...${name}, providers: [${element}, ...${name}.providers] })`
  const statement = enclosingStatement(module.program, node) ?? node
  const before = module.text.slice(statement.start, config.start)
  const after = module.text.slice(config.end, statement.end)
  const isName = /^(Identifier|MemberExpression)$/.test(config.type)
  const value = project.graph.resolve(module, config)
  if (isFunction(unwrap(config)) || (value && isFunction(value.node))) {
    return `${before}async (request) => {\n  const config = await (${text})(request)\n  return ${added("config")}\n}${after}`
  }
  if (isName) return `${before}${added(text)}${after}`
  const isInner =
    statement.start > 0 && !module.program.body.includes(statement as (typeof module.program.body)[number])
  if (isInner) return `${before}${added(`(${text})`)}${after}`
  return `const config = ${text}\n\n${before}${added("config")}${after}`
}

/** Returns the smallest statement around a node. */
function enclosingStatement(program: AnyNode, { start, end }: AnyNode): AnyNode | undefined {
  const around = [...walk(program)].filter(
    (node) => node.start <= start && end <= node.end && STATEMENT.test(node.type),
  )
  const declaration = around.at(-1)
  const exported = around.at(-2)
  // `export const … = NextAuth(…)` is two statements.
  return exported?.type === "ExportNamedDeclaration" && exported.end === declaration?.end
    ? exported
    : declaration
}

const STATEMENT =
  /^(VariableDeclaration|ReturnStatement|ExpressionStatement|ExportNamedDeclaration|ExportDefaultDeclaration)$/
