#!/usr/bin/env node
/**
 * `npx authjs-bink`. Nothing is imported before the version of Node is known to be enough: an old one would otherwise
 * answer with a syntax error, or with a name it does not know.
 */
const [major = 0, minor = 0] = process.versions.node.split(".").map(Number)

if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    `authjs-bink needs Node.js 20.19 or newer, and this is ${process.versions.node}. ` +
      "Install a current one from https://nodejs.org, or switch with your version manager.",
  )
  process.exitCode = 1
} else {
  const { run } = await import("./run.js")
  process.exitCode = await run(process.argv.slice(2))
}

// Makes this a module, for a compiler that looks for an import or an export to tell.
export {}
