/** Where a person stands after some redirects, and what they see. */
export interface Place {
  /** Every address on the way, the last one being where they stand. */
  addresses: URL[]
  url: URL
  status: number
  text: string
}

export type Browser = ReturnType<typeof createBrowser>

/** A browser as far as a sign-in needs one: it keeps cookies by host, and follows redirects. */
export function createBrowser() {
  const jars = new Map<string, Map<string, string>>()
  const everyCookie = new Set<string>()
  const jar = (url: URL) => {
    const cookies = jars.get(url.host) ?? new Map<string, string>()
    jars.set(url.host, cookies)
    return cookies
  }

  /** Goes to an address, and on where redirects lead, up to and without the first one that `stop` names. */
  async function go(
    address: string | URL,
    init: RequestInit = {},
    stop = (_: URL): boolean => false,
  ): Promise<Place> {
    const addresses: URL[] = []
    let url = new URL(address)
    for (let hops = 0; hops < 12; hops++) {
      addresses.push(url)
      if (stop(url)) return { addresses, url, status: 0, text: "" }
      const cookies = jar(url)
      const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ")
      const response = await fetch(url, {
        ...(hops === 0 && init),
        headers: { ...(hops === 0 && (init.headers as Record<string, string>)), ...(cookie && { cookie }) },
        redirect: "manual",
      })
      for (const line of response.headers.getSetCookie()) {
        const [name, value] = keep(cookies, line)
        if (value.length > 20 && !name.endsWith("callback-url")) everyCookie.add(value)
      }
      const text = await response.text()
      const location = response.headers.get("location")
      if (!location) return { addresses, url, status: response.status, text }
      url = new URL(location, url)
    }
    throw new Error(`Too many redirects, the last to ${url.origin}${url.pathname}`)
  }

  return {
    go,
    cookies: (url: string) => jar(new URL(url)),
    /** The value of every cookie that was ever set, but for the one that holds an address. */
    everyCookie,
    /** Presses the button of Auth.js's own sign-in page. */
    async signIn(app: string, stop?: (url: URL) => boolean, provider = "bink") {
      const { csrfToken } = JSON.parse((await go(`${app}/api/auth/csrf`)).text)
      const body = new URLSearchParams({ csrfToken, callbackUrl: `${app}/` })
      return go(`${app}/api/auth/signin/${provider}`, { method: "POST", body }, stop)
    },
    async session(app: string): Promise<{ user?: { name?: string; email?: string; image?: string } } | null> {
      return JSON.parse((await go(`${app}/api/auth/session`)).text)
    },
  }
}

function keep(cookies: Map<string, string>, line: string): [name: string, value: string] {
  const [pair = "", ...attributes] = line.split("; ")
  const name = pair.slice(0, pair.indexOf("="))
  const isGone = attributes.some((text) => {
    const [attribute = "", value = ""] = text.split("=")
    return /^max-age$/i.test(attribute)
      ? value === "0"
      : /^expires$/i.test(attribute) && Date.parse(value) < Date.now()
  })
  const value = pair.slice(name.length + 1)
  if (isGone) cookies.delete(name)
  else cookies.set(name, value)
  return [name, value]
}
