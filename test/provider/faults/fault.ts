import type { BinkOptions } from "authjs-bink"
import type { App } from "../../helpers/auth-apps.ts"
import {
  type BinkServer,
  type Responder,
  type Responses,
  resetConnection,
  respond,
} from "../../helpers/bink-server.ts"
import type { HttpBrowser, Page } from "../../helpers/http-browser.ts"

/** Where a sign-in ends. `faults.md` explains each outcome. */
export type Outcome = "signed in" | "error page" | "sign-in page" | "stays on Bink" | "account not linked"

/** The app, the Bink server and the browser of one sign-in. */
export interface Context {
  app: App
  bink: BinkServer
  browser: HttpBrowser
}

/** A fault, and the outcome that is expected with authjs-bink. */
export interface Fault {
  name: string
  expected: Outcome
  responses?: Responses
  options?: BinkOptions
  /** What the user does. @default signs in */
  act?: (context: Context) => Promise<Page>
  /** Expected id of the account. @default the id of the default profile */
  accountId?: string
  /** The user was signed in before, and has to stay signed in. */
  keepsSession?: boolean
  /** Only runs with a database. */
  needsDatabase?: boolean
  /** The response never completes. */
  neverEnds?: boolean
  /** Auth.js 5 throws an error that contains the callback's parameters. */
  isQuotedByAuthJs?: boolean
}

/** Responds with a page of HTML. */
export function respondHtml(title: string, status: number): Responder {
  const headers = { "content-type": "text/html; charset=utf-8" }
  return respond(`<!doctype html><h1>${title}</h1>`, status, headers)
}

/** Faults of the connection, with a body that would be valid. */
export function connectionFaults(
  body: unknown,
): [name: string, responder: Responder, options?: { neverEnds: true }][] {
  const text = JSON.stringify(body)
  return [
    ["no response", () => {}, { neverEnds: true }],
    ["no body after the head", (response) => response.writeHead(200).flushHeaders(), { neverEnds: true }],
    [
      "stops in the middle of the body",
      (response) => response.writeHead(200).write(text.slice(0, 5)),
      { neverEnds: true },
    ],
    [
      "sends a byte every 20 ms, without end",
      (response) => {
        const characters = [...text]
        const timer = setInterval(() => response.write(characters.shift() ?? " "), 20)
        response.on("close", () => clearInterval(timer))
      },
      { neverEnds: true },
    ],
    ["resets the connection", resetConnection],
    [
      "resets the connection in the middle of the body",
      (response, request) => {
        response.writeHead(200).write(text.slice(0, 5))
        setTimeout(() => resetConnection(response, request), 20)
      },
    ],
    [
      "`content-length` greater than the body",
      (response) => {
        response.writeHead(200, { "content-length": text.length + 10 }).write(text)
        setTimeout(() => response.socket?.end(), 20)
      },
    ],
    [
      "`content-length` less than the body",
      (response) => {
        const length = text.length - 10
        response.socket?.end(
          `HTTP/1.1 200 OK\r\ncontent-length: ${length}\r\nconnection: close\r\n\r\n${text}`,
        )
      },
    ],
    ["`content-encoding: gzip` with plain text", respond(text, 200, { "content-encoding": "gzip" })],
    ["a body of 50 MB", respond(Buffer.alloc(50_000_000, " "))],
    ["a header of 100 kB", respond(text, 200, { "x-long": "x".repeat(100_000) })],
    ["not HTTP", (response) => response.socket?.end("SSH-2.0-OpenSSH_9.9\r\n")],
  ]
}
