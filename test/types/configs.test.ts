import { cpSync, readdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { afterAll, describe, expect, test } from "vitest"
import { APPS, createAppFolder, deleteAppFolders, writeProject } from "./app-folder.ts"
import { COMPILERS, compile, versionOf } from "./compile.ts"

/**
 * Configs as apps write them. A file that augments a module is a project by itself. It is checked twice, since the
 * order in which TypeScript merges the augmentations matters: this package's first, and the app's first.
 */
const CONFIGS = join(import.meta.dirname, "configs")
const AUGMENTS = /^declare module/m

afterAll(deleteAppFolders)

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
    ...own.flatMap((file) => [
      writeProject(folder, `${file}.bink-first`, ["bink.d.ts", file], {}),
      writeProject(folder, `${file}.app-first`, [file, "bink.d.ts"], {}),
    ]),
  ]

  describe.each(COMPILERS.map((name) => [versionOf(name), name]))("and TypeScript %s", (_, compiler) => {
    let errors: ReturnType<typeof compile>
    const errorsOf = (project: string) => (errors ??= compile(compiler, folder, projects))[project]

    test.each(shared)("%s compiles", (file) => {
      expect(errorsOf("shared.json")?.filter((error) => error.startsWith(`${file}(`))).toEqual([])
    })
    test("the declarations of this package compile", () => {
      expect(errorsOf("shared.json")?.filter((error) => !/^[\w-]+\.ts\(/.test(error))).toEqual([])
    })
    test.each(own)("%s compiles, merged after this package", (file) => {
      expect(errorsOf(`${file}.bink-first.json`)).toEqual([])
    })
    test.each(own)("%s compiles, merged before this package", (file) => {
      expect(errorsOf(`${file}.app-first.json`)).toEqual([])
    })
  })
})
