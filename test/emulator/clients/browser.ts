import { KWAME } from "../browse.ts"

/** A browser without JavaScript: it keeps cookies, follows redirects and sends forms. */
export class Browser {
  readonly #cookies = new Map<string, Map<string, string>>()
  url = ""
  text = ""

  /** Goes to an address and on to wherever it redirects. */
  async go(url: string, init: RequestInit = {}): Promise<Response> {
    const { origin, hash } = new URL(url)
    const jar = this.#cookies.get(origin) ?? new Map<string, string>()
    this.#cookies.set(origin, jar)
    const headers = new Headers(init.headers)
    headers.set("cookie", [...jar].map(([name, value]) => `${name}=${value}`).join("; "))
    const answer = await fetch(url, { ...init, headers, redirect: "manual" })
    for (const cookie of answer.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
      value ? jar.set(name, value) : jar.delete(name)
    }
    const location = answer.headers.get("location")
    if (location && answer.status >= 300) return this.go(new URL(location, url).href + hash)
    this.url = url
    this.text = await answer.clone().text()
    return answer
  }

  /** Sends the form of the page, by the button with this name and value. */
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

  /** From the emulator's login page back to the app. */
  async signIn(person = KWAME): Promise<Response> {
    await this.submit("person", person)
    return this.submit("decision", "allow")
  }
}
