import { execFileSync } from "node:child_process"
import { expect, test } from "vitest"
import { ROOT, readBlocks } from "../docs/blocks.ts"

test("require loads the built package as docs/recipes/test-runners.md shows", () => {
  const block = readBlocks("docs/recipes/test-runners.md").find(({ text }) =>
    text.includes('require("authjs-bink")'),
  )
  const program = `${block?.text}; console.log(Object.values(module.exports).map((value) => typeof value).join())`
  const output = execFileSync(process.execPath, ["--input-type=commonjs", "--eval", program], {
    cwd: ROOT,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
  })
  expect(output.trim()).toBe("function,function,function")
})
