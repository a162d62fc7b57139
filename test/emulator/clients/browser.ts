import { KWAME } from "../requests.ts"

/** A browser without JavaScript, which keeps cookies, follows redirects and sends forms. */
export class Browser {
  readonly #cookies = new Map<string, Map<string, string>>()
  url = ""
  text = ""

  /** Opens a URL and follows redirects. */
  async go(url: string, init: RequestInit = {}): Promise<Response> {
    const { origin, hash } = new URL(url)
    const jar = this.#cookies.get(origin) ?? new Map<string, string>()
    this.#cookies.set(origin, jar)
    const headers = new Headers(init.headers)
    headers.set("cookie", [...jar].map(([name, value]) => `${name}=${value}`).join("; "))
    const response = await fetch(url, { ...init, headers, redirect: "manual" })
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
      value ? jar.set(name, value) : jar.delete(name)
    }
    const location = response.headers.get("location")
    if (location && response.status >= 300) return this.go(new URL(location, url).href + hash)
    this.url = url
    this.text = await response.clone().text()
    return response
  }

  /** Sends the form of the page with the button of this name and value. */
  submit(name: string, value: string): Promise<Response> {
    const [, action = ""] = /<form method="post" action="([^"]+)"/.exec(this.text) ?? []
    const body = new URLSearchParams({ [name]: value })
    for (const [, field = "", given = ""] of this.text.matchAll(
      /<input type="hidden" name="(\w+)" value="([^"]*)"/g,
    )) {
      body.append(field, given)
    }
    return this.go(new URL(action, this.url).href, { method: "POST", body })
  }

  /** Signs in on the emulator's pages and returns to the app. */
  async signIn(user = KWAME): Promise<Response> {
    await this.submit("person", user)
    return this.submit("decision", "allow")
  }
}
