import { type ChildProcess, fork } from "node:child_process"
import { once } from "node:events"
import { mkdirSync, rmSync, writeFileSync } from "node:fs"
import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { join } from "node:path"
import { createStorage } from "unstorage"
import { createStorageServer } from "unstorage/server"
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest"
import { ROOT } from "../../scripts/run.ts"
import { readBlocks } from "../docs/blocks.ts"
import { PROFILE, respondJson, SECRETS, startBinkServer } from "../helpers/bink-server.ts"
import { bundlePrograms } from "../helpers/bundle-program.ts"
import { createHttpBrowser } from "../helpers/http-browser.ts"

const FOLDER = join(ROOT, ".cache/store-over-http")
const PROGRAM = join(FOLDER, "store-instance.mjs")

beforeAll(async () => {
  const block = readBlocks("docs/recipes/scaling-out.md").find(({ text }) => text.includes("setItem"))
  mkdirSync(FOLDER, { recursive: true })
  writeFileSync(join(FOLDER, "store.ts"), block?.text ?? "")
  await bundlePrograms([join(import.meta.dirname, "store-instance.ts")], FOLDER, {
    "docs/store": join(FOLDER, "store.ts"),
  })
})
afterAll(() => rmSync(FOLDER, { recursive: true, force: true }))

/** Starts a process. Resolves to it and the URL of its app. */
async function startInstance(...urls: string[]): Promise<{ process: ChildProcess; url: string }> {
  const child = fork(PROGRAM, urls)
  onTestFinished(() => void child.kill())
  const [url] = (await once(child, "message")) as [string]
  return { process: child, url }
}

/** Moves the clock of an instance. */
async function advance({ process }: { process: ChildProcess }, seconds: number): Promise<void> {
  process.send(seconds)
  await once(process, "message")
}

test("two processes that share an unstorage server request Bink once per interval, without its token in the store", async () => {
  const bink = await startBinkServer()
  const storage = createStorage()
  const server = createServer(createStorageServer(storage).handle)
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  onTestFinished(() => void server.close())
  const storageUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const [first, second] = [
    await startInstance(bink.url, storageUrl),
    await startInstance(bink.url, storageUrl),
  ]

  const browser = createHttpBrowser()
  await browser.signIn(first.url)
  const cookies = [...browser.cookies(first.url)]
  bink.setResponses({ user: respondJson({ ...PROFILE, verificationLevel: 2 }) })
  for (const instance of [first, second]) await advance(instance, 301)
  for (const { url } of [first, second]) {
    // Each instance receives the cookies of the sign-in.
    for (const [name, value] of cookies) browser.cookies(url).set(name, value)
    expect(await browser.session(url)).toHaveProperty("user.bink.verificationLevel", 2)
    await expect.poll(async () => (await storage.getKeys()).length).toBe(1)
  }
  expect(bink.requests.map(({ endpoint }) => endpoint)).toEqual(["user"])

  const [key = ""] = await storage.getKeys()
  expect(`${key} ${JSON.stringify(await storage.getItem(key))}`).not.toContain(SECRETS.accessToken)

  const before = await storage.getItem(key)
  for (const instance of [first, second]) await advance(instance, 900)
  for (const { url } of [second, first]) {
    for (const [name, value] of cookies) browser.cookies(url).set(name, value)
    expect(await browser.session(url)).toHaveProperty("user.bink.verificationLevel", 2)
    // The session does not wait for the write.
    await expect.poll(() => storage.getItem(key)).not.toEqual(before)
  }
  expect(bink.requests).toHaveLength(2)
})
