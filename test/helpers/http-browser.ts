/** The last response of a navigation. */
export interface Page {
  url: URL
  status: number
  text: string
  /** Every URL of the navigation, redirects included. The last one is `url`. */
  urls: URL[]
}

/** Options of `signIn`. */
export interface SignInOptions {
  /** @default "bink" */
  provider?: string | undefined
  /** Stops before the request to the first URL for which this returns `true`. */
  stopAt?: ((url: URL) => boolean) | undefined
}

export type HttpBrowser = ReturnType<typeof createHttpBrowser>

/** Creates an HTTP client that keeps cookies by host and follows redirects, as a browser without JavaScript does. */
export function createHttpBrowser() {
  const jars = new Map<string, Map<string, string>>()
  const cookieValues = new Set<string>()
  const cookiesOf = (url: URL) => {
    const cookies = jars.get(url.host) ?? new Map<string, string>()
    jars.set(url.host, cookies)
    return cookies
  }

  async function goto(
    to: string | URL,
    init: RequestInit = {},
    stopAt: SignInOptions["stopAt"] = () => false,
  ): Promise<Page> {
    const urls: URL[] = []
    let url = new URL(to)
    for (let hops = 0; hops < 12; hops++) {
      urls.push(url)
      if (stopAt(url)) return { urls, url, status: 0, text: "" }
      const cookies = cookiesOf(url)
      const cookie = cookieHeader(cookies)
      const response = await fetch(url, {
        ...(hops === 0 && init),
        headers: { ...(hops === 0 && (init.headers as Record<string, string>)), ...(cookie && { cookie }) },
        redirect: "manual",
      })
      for (const line of response.headers.getSetCookie()) {
        const [name, value] = store(cookies, line)
        if (value.length > 20 && !name.endsWith("callback-url")) cookieValues.add(value)
      }
      const text = await response.text()
      const location = response.headers.get("location")
      if (!location) return { urls, url, status: response.status, text }
      url = new URL(location, url)
    }
    throw new Error(`Too many redirects, the last one to ${url.origin}${url.pathname}`)
  }

  return {
    goto,
    /** The cookies of a host, which a test may change. */
    cookies: (url: string) => cookiesOf(new URL(url)),
    /** The value of every cookie that was ever set, except the one with a URL. */
    cookieValues,
    /** Submits the form of Auth.js's sign-in page. */
    async signIn(appUrl: string, { provider = "bink", stopAt }: SignInOptions = {}): Promise<Page> {
      const { csrfToken } = JSON.parse((await goto(`${appUrl}/api/auth/csrf`)).text)
      const body = new URLSearchParams({ csrfToken, callbackUrl: `${appUrl}/` })
      return goto(`${appUrl}/api/auth/signin/${provider}`, { method: "POST", body }, stopAt)
    },
    /** Submits the form of Auth.js's sign-out page. */
    async signOut(appUrl: string): Promise<Page> {
      const { csrfToken } = JSON.parse((await goto(`${appUrl}/api/auth/csrf`)).text)
      const body = new URLSearchParams({ csrfToken, callbackUrl: `${appUrl}/` })
      return goto(`${appUrl}/api/auth/signout`, { method: "POST", body })
    },
    /** Sends data to the session endpoint, like `update(data)` of `useSession`. */
    async update(appUrl: string, data: object): Promise<Page> {
      const { csrfToken } = JSON.parse((await goto(`${appUrl}/api/auth/csrf`)).text)
      const headers = { "content-type": "application/json" }
      const body = JSON.stringify({ csrfToken, data })
      return goto(`${appUrl}/api/auth/session`, { method: "POST", headers, body })
    },
    /** Returns what the session endpoint sends to the browser. */
    async session(
      appUrl: string,
    ): Promise<{ user?: { name?: string; email?: string; image?: string } } | null> {
      return JSON.parse((await goto(`${appUrl}/api/auth/session`)).text)
    },
  }
}

/** Returns the value of a `Cookie` header. */
export function cookieHeader(cookies: Map<string, string>): string {
  return [...cookies].map(([name, value]) => `${name}=${value}`).join("; ")
}

function store(cookies: Map<string, string>, line: string): [name: string, value: string] {
  const [pair = "", ...attributes] = line.split("; ")
  const name = pair.slice(0, pair.indexOf("="))
  const isExpired = attributes.some((text) => {
    const [attribute = "", value = ""] = text.split("=")
    return /^max-age$/i.test(attribute)
      ? value === "0"
      : /^expires$/i.test(attribute) && Date.parse(value) < Date.now()
  })
  const value = pair.slice(name.length + 1)
  if (isExpired) cookies.delete(name)
  else cookies.set(name, value)
  return [name, value]
}
