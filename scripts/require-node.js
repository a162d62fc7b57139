/**
 * Says what is missing before a TypeScript script is run: `node scripts/require-node.js && node scripts/demo.ts`.
 * It is JavaScript of the plainest kind, because the Node that is too old for the other has to run it.
 */
import { existsSync } from "node:fs"

const [major, minor] = process.versions.node.split(".").map(Number)
const isInstalled = existsSync(new URL("../node_modules/next/package.json", import.meta.url))
// The first that runs TypeScript by itself. `npm ci` brings one along, which npm's scripts find before the machine's.
const runsTypeScript = major > 23 || (major === 23 && minor >= 6) || (major === 22 && minor >= 18)

const problem = !isInstalled
  ? "Nothing is installed yet, so this cannot start. Run `npm ci` first."
  : !runsTypeScript
    ? `Node ${process.versions.node} cannot run TypeScript, so this cannot start. Start it through npm, as in \`npm run demo\`: \`npm ci\` installs a newer Node beside it. If you did, that Node's install script was skipped: run \`npm rebuild node\`, or use Node 24.`
    : undefined

if (problem) {
  console.error(problem)
  process.exitCode = 1
}
