import { cpSync, readdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { fixtureDirectory } from "../helpers/fixtures.ts"
import { APPS, createAppFolder, deleteAppFolders, NEXT, writeProject } from "./app-folder.ts"
import { COMPILERS, compile, NEWEST } from "./compile.ts"

/**
 * Configs as apps write them, one shape a file. A file that augments a module is a project by itself. The newest
 * TypeScript checks it twice, since the order in which augmentations are merged matters.
 */
const CONFIGS = join(import.meta.dirname, "configs")
const AUGMENTS = /^declare module/m

const TIMEOUT = 120_000

afterAll(deleteAppFolders, TIMEOUT)

/** Declares in an app what `authjs-bink/next-auth` cannot: @auth/core has `DefaultUser` since 0.38. */
const CORE_USER = `import type { BinkIdentity } from "authjs-bink"
declare module "@auth/core/types" {
  interface User {
    bink?: BinkIdentity
  }
}
`
const AUGMENTS_CORE_USER = /^declare module "@auth\/core\/types" \{\n {2}interface User\b/m

const old = join(fixtureDirectory("next-auth-5-beta-25"), "node_modules")
const OLD_CORE = { "@auth/core": join(old, "@auth/core") }

interface App {
  name: string
  /** Directory of the configs. */
  configs: string
  packages: Record<string, string>
  /** Returns whether the app declares `bink` itself. */
  declaresUser?: (text: string) => boolean
}

const CURRENT: App[] = readdirSync(CONFIGS).map((name) => ({
  name,
  configs: name,
  packages: { ...APPS[name as keyof typeof APPS], "@auth/core": "@auth/core" },
}))

const OLD: App[] = [
  {
    name: "next-auth 5.0.0-beta.25 and @auth/core 0.37",
    configs: "next-auth-5",
    packages: { ...NEXT, ...OLD_CORE, "next-auth": join(old, "next-auth") },
    declaresUser: (text) => AUGMENTS_CORE_USER.test(text),
  },
  { name: "@auth/core 0.37", configs: "auth-core", packages: OLD_CORE, declaresUser: () => true },
]

// In an npm project, packages can resolve @auth/core. With pnpm or Yarn, often only next-auth can.
describe.each([...CURRENT, ...OLD])("an app with $name", ({ configs: app, packages, declaresUser }) => {
  const files = readdirSync(join(CONFIGS, app))
  const isAugmenting = (file: string) => AUGMENTS.test(readFileSync(join(CONFIGS, app, file), "utf8"))
  const [own, shared] = [files.filter(isAugmenting), files.filter((file) => !isAugmenting(file))]

  const folder = createAppFolder(packages)
  cpSync(join(CONFIGS, app), folder, { recursive: true })
  writeFileSync(join(folder, "bink.d.ts"), 'import type {} from "authjs-bink/next-auth"\n')
  writeFileSync(join(folder, "core-user.d.ts"), CORE_USER)
  const coreUser = (text: string) => (declaresUser?.(text) ? ["core-user.d.ts"] : [])
  const filesOf = (file: string) => [file, ...coreUser(readFileSync(join(CONFIGS, app, file), "utf8"))]
  const projects = [
    writeProject(folder, "shared", ["bink.d.ts", ...coreUser(""), ...shared], {}),
    ...own.map((file) => writeProject(folder, `${file}.after`, ["bink.d.ts", ...filesOf(file)], {})),
  ]
  const reversed = own.map((file) =>
    writeProject(folder, `${file}.before`, [...filesOf(file), "bink.d.ts"], {}),
  )

  describe.each(COMPILERS)("and TypeScript $version", (compiler) => {
    const isNewest = compiler === NEWEST
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
    if (isNewest) {
      test.each(own)("%s compiles, merged before this package", (file) => {
        expect(errors[`${file}.before.json`]).toEqual([])
      })
    }
  })
})
