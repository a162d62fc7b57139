import type { BinkProfile } from "authjs-bink"
import { type BinkEmulator, createBinkEmulator } from "authjs-bink/emulator"
import { afterEach, describe, expect, test, vi } from "vitest"
import { run } from "../../src/cli/run.ts"
import { PROFILE_FIELDS } from "../../src/profile/fields.ts"
import { LEVEL_LABELS } from "../../src/profile/levels.ts"
import { PROFILE_FIELD_NAMES, parseProfile } from "../../src/profile/profile.ts"

/** A user whose nullable fields are all `null`. */
const EMPTY_USER: BinkProfile = {
  id: "user-1",
  name: null,
  email: null,
  username: null,
  avatar: null,
  plan: "FREE",
  verificationLevel: 0,
}

/** A user with another value in every field. */
const FULL_USER: BinkProfile = {
  id: "user-2",
  name: "Ada Lovelace",
  email: "ada@example.com",
  username: "countess",
  avatar: "https://bink.example/ada.png",
  plan: "BUSINESS",
  verificationLevel: 2,
}

const APP = {
  clientId: "app",
  clientSecret: "secret",
  name: "App",
  redirectUris: ["https://app.example/callback"],
}
const AUTHORIZE_PATH = `/api/oauth/authorize?client_id=app&response_type=code&redirect_uri=${encodeURIComponent("https://app.example/callback")}`

afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllEnvs()
})

test("every field of the profile has its own label", () => {
  const labels = PROFILE_FIELD_NAMES.map((name) => PROFILE_FIELDS[name].label)
  expect(new Set(labels).size).toBe(PROFILE_FIELD_NAMES.length)
})

describe.each(PROFILE_FIELD_NAMES)("profile field %s", (name) => {
  const { label, expected, isDocumented } = PROFILE_FIELDS[name]

  test("is returned by parseProfile", () => {
    expect(isDocumented(FULL_USER[name])).toBe(true)
    expect(parseProfile(FULL_USER)?.[name]).toBe(FULL_USER[name])
  })

  test("is returned by the emulator's user endpoint", async () => {
    const response = await createEmulator().fetch(
      new Request("http://bink.test/api/oauth/user", { headers: { authorization: "Bearer bink_full" } }),
    )
    expect(((await response.json()) as BinkProfile)[name]).toBe(FULL_USER[name])
  })

  test.each([{}, undefined])("is checked by the emulator's seed: %j throws invalid_seed", (value) => {
    const createInvalid = () =>
      createBinkEmulator({ users: [{ ...FULL_USER, [name]: value } as BinkProfile], clients: [APP] })
    expect(isDocumented(value)).toBe(false)
    expect(createInvalid).toThrow(expect.objectContaining({ code: "invalid_seed" }))
    expect(createInvalid).toThrow(`users[0].${name}`)
    expect(createInvalid).toThrow(expected)
  })

  test("is printed by authjs-bink whoami", async () => {
    const lines = await runWhoami("bink_full")
    // The first line has the name and the verification level, without labels.
    if (name === "name") expect(lines[0]).toContain(FULL_USER.name)
    else if (name === "verificationLevel") {
      expect(lines[0]?.toLowerCase()).toContain(LEVEL_LABELS[FULL_USER.verificationLevel].toLowerCase())
    } else {
      expect(lines.map((line) => line.trim().split(/ {2,}/))).toContainEqual([label, String(FULL_USER[name])])
    }
  })
})

// The consent page does not show the ID.
test.each(PROFILE_FIELD_NAMES.filter((name) => name !== "id"))(
  "profile field %s: is shown on the emulator's consent page",
  async (name) => {
    const { label } = PROFILE_FIELDS[name]
    const [empty, full] = [await readConsentPage(EMPTY_USER), await readConsentPage(FULL_USER)]
    expect([...full.keys()]).toContain(label)
    expect(full.get(label)).not.toBe(empty.get(label))
  },
)

function createEmulator(signedInAs?: BinkProfile): BinkEmulator {
  return createBinkEmulator({
    users: [EMPTY_USER, FULL_USER],
    clients: [APP],
    tokens: { bink_empty: EMPTY_USER.id, bink_full: FULL_USER.id },
    ...(signedInAs && { signedInAs: signedInAs.id }),
  })
}

/** Returns the rows of the consent page: the value of each label. */
async function readConsentPage(user: BinkProfile): Promise<Map<string, string>> {
  const emulator = createEmulator(user)
  const authorize = await emulator.fetch(new Request(`http://bink.test${AUTHORIZE_PATH}`))
  const [cookie = ""] = authorize.headers.get("set-cookie")?.split(";") ?? []
  const consentUrl = new URL(authorize.headers.get("location") ?? "", "http://bink.test")
  const consent = await emulator.fetch(new Request(consentUrl, { headers: { cookie } }))
  const text = await consent.text()
  expect(text).toContain('value="allow"')
  const rows = text.matchAll(/<dt>(.*?)<\/dt><dd>(.*?)<\/dd>/g)
  return new Map([...rows].map(([, label = "", value = ""]) => [label, value]))
}

/** Runs `authjs-bink whoami` in this process. Returns the lines that it prints. */
async function runWhoami(token: string): Promise<string[]> {
  const server = await createEmulator().listen({ port: 0 })
  const log = vi.spyOn(console, "log").mockImplementation(() => {})
  vi.stubEnv("BINK_TOKEN", token)
  vi.stubEnv("AUTH_BINK_ISSUER", server.url)
  try {
    expect(await run(["whoami"])).toBe(0)
    return log.mock.calls.flat().join("\n").split("\n")
  } finally {
    log.mockRestore()
    await server.close()
  }
}
