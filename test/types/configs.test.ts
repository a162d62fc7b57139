import { cpSync, readdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { APPS, createAppFolder, deleteAppFolders, writeProject } from "./app-folder.ts"
import { COMPILERS, compile, versionOf } from "./compile.ts"

/**
 * Configs as apps write them, one shape a file. A file that augments a module is a project by itself. The newest
 * TypeScript checks it twice, since the order in which augmentations are merged matters.
 */
const CONFIGS = join(import.meta.dirname, "configs")
const AUGMENTS = /^declare module/m

const TIMEOUT = 120_000

afterAll(deleteAppFolders, TIMEOUT)

describe.each(readdirSync(CONFIGS) as (keyof typeof APPS)[])("an app with %s", (app) => {
  const files = readdirSync(join(CONFIGS, app))
  const isAugmenting = (file: string) => AUGMENTS.test(readFileSync(join(CONFIGS, app, file), "utf8"))
  const [own, shared] = [files.filter(isAugmenting), files.filter((file) => !isAugmenting(file))]

  // In an npm project, packages can resolve @auth/core. With pnpm or Yarn, often only next-auth can.
  const folder = createAppFolder({ ...APPS[app], "@auth/core": "@auth/core" })
  cpSync(join(CONFIGS, app), folder, { recursive: true })
  writeFileSync(join(folder, "bink.d.ts"), 'import type {} from "authjs-bink/next-auth"\n')
  const projects = [
    writeProject(folder, "shared", ["bink.d.ts", ...shared], {}),
    ...own.map((file) => writeProject(folder, `${file}.after`, ["bink.d.ts", file], {})),
  ]
  const reversed = own.map((file) => writeProject(folder, `${file}.before`, [file, "bink.d.ts"], {}))

  describe.each(COMPILERS.map((name) => [versionOf(name), name]))("and TypeScript %s", (_, compiler) => {
    const isNewest = compiler === COMPILERS[0]
    let errors: ReturnType<typeof compile> = {}
    beforeAll(() => {
      errors = compile(compiler, folder, [...projects, ...(isNewest ? reversed : [])])
    }, TIMEOUT)

    test.each(shared)("%s compiles", (file) => {
      expect(errors["shared.json"]?.filter((error) => error.startsWith(`${file}(`))).toEqual([])
    })
    test("the declarations of this package compile", () => {
      expect(errors["shared.json"]?.filter((error) => !/^[\w-]+\.ts\(/.test(error))).toEqual([])
    })
    test.each(own)("%s compiles, merged after this package", (file) => {
      expect(errors[`${file}.after.json`]).toEqual([])
    })
    test.runIf(isNewest).each(own)("%s compiles, merged before this package", (file) => {
      expect(errors[`${file}.before.json`]).toEqual([])
    })
  })
})
