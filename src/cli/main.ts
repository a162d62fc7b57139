#!/usr/bin/env node
/**
 * `npx authjs-bink`. Checks the Node version before it imports anything: an older version would fail with a syntax
 * error or an unknown import.
 */
const [major = 0, minor = 0] = process.versions.node.split(".").map(Number)

if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    `authjs-bink requires Node.js 20.19 or newer, but runs on ${process.versions.node}. ` +
      "Install a current version from https://nodejs.org or with your version manager.",
  )
  process.exitCode = 1
} else {
  const { run } = await import("./run.js")
  process.exitCode = await run(process.argv.slice(2))
}

// TypeScript reads a file without imports and exports as a script.
export {}
