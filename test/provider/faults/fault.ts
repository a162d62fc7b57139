import type { BinkOptions } from "authjs-bink"
import type { App } from "../apps.ts"
import type { Answer, BinkServer, Misbehaviour } from "../bink-server.ts"
import type { Browser, Place } from "../browser.ts"

/**
 * What a person sees: **S** signed in; **C** `/error?error=Configuration`; **P** the sign-in page with an error code;
 * **B** Bink's own page; **L** `OAuthAccountNotLinked`.
 */
export type Outcome = "S" | "C" | "P" | "B" | "L"

/** What takes part in one sign-in. */
export interface Stage {
  app: App
  bink: BinkServer
  browser: Browser
}

/** Something that goes wrong, and what a person must see then. */
export interface Fault {
  name: string
  want: Outcome
  bink?: Misbehaviour
  options?: BinkOptions
  /** What the person does, where it is more than pressing the button. */
  act?: (stage: Stage) => Promise<Place>
  /** Who is signed in then. @default "person-1" */
  person?: string
  /** Whether someone is signed in nonetheless, from before. */
  keepsSession?: boolean
  /** Only with a database. */
  needsDatabase?: boolean
  /** Never over by itself. */
  isEndless?: boolean
  /** Auth.js 5 throws an error of its own that holds the callback's parameters, for loggers that look into it. */
  isQuotedByAuthjs?: boolean
}

/** Answers with a body as it is. */
export function say(body: string | Buffer, headers: Record<string, string> = {}, status = 200): Answer {
  return (response) =>
    response.writeHead(status, { "content-type": "application/json", ...headers }).end(body)
}

/** Answers with JSON. */
export function tell(body: unknown, status = 200, headers: Record<string, string> = {}): Answer {
  return say(JSON.stringify(body), headers, status)
}

const HTML = { "content-type": "text/html; charset=utf-8" }
export const page = (title: string, status: number): Answer =>
  say(`<!doctype html><h1>${title}</h1>`, HTML, status)

/** The ways in which a connection fails, around a body that would have been right. */
export const transport = (body: unknown): [name: string, answer: Answer, isEndless?: boolean][] => {
  const text = JSON.stringify(body)
  return [
    ["hangs", () => {}, true],
    ["hangs after the head", (response) => response.writeHead(200).flushHeaders(), true],
    ["hangs in the middle of the body", (response) => response.writeHead(200).write(text.slice(0, 5)), true],
    [
      "dribbles",
      (response) => {
        const bytes = [...text]
        const timer = setInterval(() => response.write(bytes.shift() ?? " "), 20)
        response.on("close", () => clearInterval(timer))
      },
      true,
    ],
    ["resets the connection", (response) => response.socket?.resetAndDestroy()],
    [
      "resets it in the middle of the body",
      (response) => {
        response.writeHead(200).write(text.slice(0, 5))
        setTimeout(() => response.socket?.resetAndDestroy(), 20)
      },
    ],
    [
      "says the body is longer than it is",
      (response) => {
        response.writeHead(200, { "content-length": text.length + 10 }).write(text)
        setTimeout(() => response.socket?.end(), 20)
      },
    ],
    [
      "says the body is shorter than it is",
      (response) => {
        const length = text.length - 10
        response.socket?.end(
          `HTTP/1.1 200 OK\r\ncontent-length: ${length}\r\nconnection: close\r\n\r\n${text}`,
        )
      },
    ],
    ["says gzip and sends plain text", say(text, { "content-encoding": "gzip" })],
    ["sends 50 MB", say(Buffer.alloc(50_000_000, " "))],
    ["sends a header of 100 kB", say(text, { "x-long": "x".repeat(100_000) })],
    ["sends no HTTP at all", (response) => response.socket?.end("SSH-2.0-OpenSSH_9.9\r\n")],
  ]
}
