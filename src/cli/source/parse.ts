import { readFileSync } from "node:fs"
import { tsPlugin } from "@sveltejs/acorn-typescript"
import { type AnyNode, type Expression, type Options, Parser, type Program } from "acorn"

/** A function in any form. */
export type FunctionNode = Extract<
  AnyNode,
  { type: "FunctionDeclaration" | "FunctionExpression" | "ArrowFunctionExpression" }
>

/** A source file with its syntax tree. Paths are absolute. */
export interface SourceModule {
  path: string
  text: string
  program: Program
}

const OPTIONS: Options = {
  ecmaVersion: "latest",
  sourceType: "module",
  locations: true,
  allowHashBang: true,
  allowReturnOutsideFunction: true,
}
const TypeScript = Parser.extend(tsPlugin())
// Next.js accepts JSX in .js files too. In .ts files, `<T>(x: T) => x` would look like JSX.
const TypeScriptWithJsx = Parser.extend(tsPlugin({ jsx: true }))

/** Parses a file. Returns `undefined` if it cannot be read or has a syntax error. */
export function parseFile(path: string): SourceModule | undefined {
  try {
    const text = readFileSync(path, "utf8")
    return { path, text, program: parseText(text, path) }
  } catch {
    return undefined
  }
}

/** Parses the text of a file. The extension of `path` selects the syntax. Throws a SyntaxError. */
export function parseText(text: string, path: string): Program {
  const parser = /\.[mc]?ts$/.test(path) ? TypeScript : TypeScriptWithJsx
  return parser.parse(text, OPTIONS)
}

/** Parses JSON with comments and trailing commas, as `tsconfig.json` allows. Returns `undefined` for other text. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // Not strict JSON: every such text is also an expression.
  }
  try {
    return literalValue(Parser.parseExpressionAt(text, 0, OPTIONS))
  } catch {
    return undefined
  }
}

/** Returns the value of an expression that consists of literals, or `undefined`. */
export function literalValue(node: Expression): unknown {
  const expression = unwrap(node)
  switch (expression.type) {
    case "Literal":
      return expression.value
    case "TemplateLiteral":
      return expression.expressions.length === 0 ? expression.quasis[0]?.value.cooked : undefined
    case "ArrayExpression":
      return expression.elements.map((element) =>
        element && element.type !== "SpreadElement" ? literalValue(element) : undefined,
      )
    case "ObjectExpression":
      return Object.fromEntries(
        expression.properties.flatMap((property) =>
          property.type === "Property" ? [[keyOf(property), literalValue(property.value)]] : [],
        ),
      )
    default:
      return undefined
  }
}

/** Returns the name of a property, or `undefined` if it is computed. */
export function keyOf(property: { computed: boolean; key: AnyNode }): string | undefined {
  const { computed, key } = property
  if (key.type === "Literal") return String(key.value)
  return key.type === "Identifier" && !computed ? key.name : undefined
}

const TYPE_WRAPPERS =
  /^(TSAsExpression|TSSatisfiesExpression|TSNonNullExpression|TSTypeAssertion|ParenthesizedExpression)$/

/** Returns the expression inside `as`, `satisfies`, `!` and parentheses. */
export function unwrap(node: Expression): Expression {
  return TYPE_WRAPPERS.test(node.type)
    ? unwrap((node as unknown as { expression: Expression }).expression)
    : node
}

/** Yields a node and its descendants in the order of the source. `enter` returns `false` to skip a node's children. */
export function* walk(node: AnyNode, enter: (node: AnyNode) => boolean = () => true): Generator<AnyNode> {
  yield node
  if (!enter(node)) return
  for (const child of childrenOf(node)) yield* walk(child, enter)
}

/** Returns the direct children of a node. */
export function childrenOf(node: AnyNode): AnyNode[] {
  return Object.values(node).flatMap((value) => (Array.isArray(value) ? value : [value]).filter(isNode))
}

function isNode(value: unknown): value is AnyNode {
  return typeof value === "object" && value !== null && "type" in value && "start" in value
}

/** Returns `true` for every node that is a function. */
export function isFunction(node: AnyNode): node is FunctionNode {
  return /^(FunctionDeclaration|FunctionExpression|ArrowFunctionExpression)$/.test(node.type)
}
