/** A cookie, as Playwright's `context.addCookies` accepts it. */
export interface TestCookie {
  name: string
  value: string
  /** URL of the app. */
  url: string
  httpOnly: boolean
  secure: boolean
  sameSite: "Strict" | "Lax" | "None"
}

/** The cookies of one app. Paths and domains are not compared: all requests go to the same app. */
export class CookieJar {
  readonly #cookies = new Map<string, TestCookie>()

  /** Stores the cookies of a response. An expired one is removed. */
  store(response: Response, url: string): void {
    for (const line of response.headers.getSetCookie()) {
      const [pair = "", ...attributes] = line.split(/;\s*/)
      const [, name = "", value = ""] = /^\s*([^=]+?)\s*=\s*(.*?)\s*$/.exec(pair) ?? []
      const find = (attribute: string) =>
        attributes.find((each) => each.toLowerCase().split("=")[0] === attribute)
      const maxAge = find("max-age")?.split("=")[1]
      const expires = find("expires")?.slice("expires=".length)
      const isExpired = maxAge === undefined ? Date.parse(expires ?? "") <= Date.now() : Number(maxAge) <= 0
      this.#cookies.delete(name)
      if (!name || isExpired) continue
      this.#cookies.set(name, {
        name,
        value,
        url,
        httpOnly: find("httponly") !== undefined,
        secure: find("secure") !== undefined,
        sameSite: parseSameSite(find("samesite")),
      })
    }
  }

  list(): TestCookie[] {
    return [...this.#cookies.values()]
  }

  /** Returns the `Cookie` header. */
  header(): string {
    return this.list()
      .map(({ name, value }) => `${name}=${value}`)
      .join("; ")
  }
}

function parseSameSite(attribute = ""): TestCookie["sameSite"] {
  const value = attribute.split("=")[1]?.toLowerCase()
  return value === "strict" ? "Strict" : value === "none" ? "None" : "Lax"
}
