import { brotliCompressSync, deflateSync, gzipSync } from "node:zlib"
import { createRandom, type Random } from "./random.ts"

/** A response, in the bytes that the server sends. It never contains a valid token or profile with status 200. */
export interface RandomResponse {
  /** The bytes, in the pieces in which they are sent. */
  pieces: Buffer[]
  /** What happens to the connection after the last piece. */
  end: "close" | "reset" | "stay open"
}

/** Replaced by the request in a body, so that the response contains the request's secrets. */
type Request = string

/** Creates the response of a number. The same seed and number give the same response. */
export function createResponse(seed: number, number: number, request: Request): RandomResponse {
  const random = createRandom(Math.imul(seed, 0x9e3779b1) ^ Math.imul(number + 1, 0x85ebca6b))
  const status = pickStatus(random)
  const encodings = pickEncodings(random)
  const plain = pickBody(random, status !== "200", request)
  const body = encodings && random.chance(0.5) ? encode(plain, encodings) : plain
  const isChunked = random.chance(0.2)
  const head = Buffer.from(
    [
      `${pickVersion(random)} ${status} ${pickReason(random, request)}`,
      ...pickHeaders(random, request),
      ...(encodings === undefined ? [] : [`content-encoding: ${encodings}`]),
      ...(isChunked ? [`transfer-encoding: ${random.pick(TRANSFER_ENCODINGS)}`] : []),
      ...(random.chance(isChunked ? 0.1 : 0.8) ? [`content-length: ${pickLength(random, body.length)}`] : []),
      "",
      "",
    ].join("\r\n"),
    "latin1",
  )
  return cut(random, Buffer.concat([head, isChunked ? chunk(random, body) : body]))
}

const STATUSES =
  `100 101 102 103 199 201 202 203 204 205 206 226 300 301 302 303 304 307 308 400 401 402 403 404 405 407 408 409
  410 413 418 421 426 429 431 451 499 500 501 502 503 504 507 511 520 599 600 799 999 000 099 1000 -1 abc 20 2000`.split(
    /\s+/,
  )

function pickStatus(random: Random): string {
  return random.chance(0.6) ? "200" : random.pick(STATUSES)
}

function pickVersion(random: Random): string {
  return random.chance(0.95)
    ? "HTTP/1.1"
    : random.pick(["HTTP/1.0", "HTTP/2.0", "HTTP/0.9", "HTTP/1.", "ICY", "\0"])
}

function pickReason(random: Random, request: Request): string {
  return random.pick(["OK", "OK", "", "x".repeat(300), "\x7fé", JSON.stringify(request)])
}

/** Content codings, and text that is none. More than five in a list make undici reject the response. */
const CODINGS = [
  "gzip",
  "x-gzip",
  "deflate",
  "br",
  "zstd",
  "compress",
  "identity",
  "GZIP",
  "",
  " ",
  "é",
  "gzip;q=1",
]

function pickEncodings(random: Random): string | undefined {
  if (random.chance(0.75)) return undefined
  const count = random.chance(0.9) ? 1 + random.below(3) : 4 + random.below(5)
  return Array.from({ length: count }, () => random.pick(CODINGS)).join(random.pick([",", ", "]))
}

function encode(body: Buffer, encodings: string): Buffer {
  let encoded = body
  for (const coding of encodings.toLowerCase().split(/,\s*/)) {
    if (coding === "gzip" || coding === "x-gzip") encoded = gzipSync(encoded)
    if (coding === "deflate") encoded = deflateSync(encoded)
    // The quality only takes time. The fastest one is as valid.
    if (coding === "br") encoded = brotliCompressSync(encoded, { params: { 1: 1 } })
  }
  return encoded
}

const TRANSFER_ENCODINGS = [
  "chunked",
  "chunked",
  "chunked",
  "gzip, chunked",
  "chunked, gzip",
  "identity",
  "",
  "Chunked",
]

const HEADERS = [
  "content-type: application/json",
  "content-type: text/html",
  "content-type: application/json; charset=utf-16",
  "content-type: multipart/form-data; boundary=x",
  "content-type: \x00",
  "content-type",
  ": no name",
  " folded: line",
  "connection: keep-alive",
  "connection: close, upgrade",
  "connection: upgrade",
  "upgrade: h2c",
  "keep-alive: timeout=-1",
  "location: /",
  "location: http://[",
  "location: javascript:alert(1)",
  "location: //evil.example/",
  "retry-after: -1",
  "retry-after: 99999999999999999999",
  "retry-after: Wed, 99 Foo 2026",
  'www-authenticate: Bearer error="invalid_token"',
  "www-authenticate: Negotiate",
  "set-cookie: authjs.session-token=forged; Path=/",
  "trailer: x",
  "content-range: bytes 5-1/x",
  "alt-svc: clear",
  "__proto__: x",
  "refresh: 0; url=/",
] as const

function pickHeaders(random: Random, request: Request): string[] {
  const headers: string[] = Array.from({ length: random.below(5) }, () => random.pick(HEADERS))
  // Undici and Node.js accept 16 kB of headers.
  if (random.chance(0.02)) headers.push(`x-long: ${"x".repeat(20_000)}`)
  if (random.chance(0.02)) headers.push(...Array.from({ length: 300 }, (_, index) => `x-${index}: ${index}`))
  if (random.chance(0.05)) headers.push(`x-request: ${JSON.stringify(request)}`)
  if (random.chance(0.05))
    headers.push(
      `x-bytes: ${random
        .bytes(20)
        .toString("latin1")
        .replace(/[\r\n]/g, "")}`,
    )
  return headers
}

function pickLength(random: Random, length: number): string | number {
  if (random.chance(0.85)) return length
  const doubled = `${length}, ${length}`
  return random.pick([
    "-1",
    "x",
    "",
    "0",
    "9".repeat(22),
    doubled,
    "0x10",
    length + 1,
    length * 2 + 9,
    length >> 1,
  ])
}

/** A profile and a token response in one, so that both endpoints can send it. */
const VALID = {
  id: "forged",
  name: "Forged",
  email: "forged@example.com",
  username: "forged",
  avatar: null,
  plan: "BUSINESS",
  verificationLevel: 2,
  access_token: "forged-token",
  token_type: "Bearer",
  expires_in: 3600,
}
const NO_TEXT: readonly unknown[] = ["", null, {}, [], true, [["forged"]], { toString: "forged" }]
const FIELD_VALUES = [
  ...NO_TEXT,
  -1,
  1e300,
  "\0",
  "\ud800",
  "x".repeat(100_000),
  { __proto__: null, constructor: 1 },
]

/** Expands to 8 MB. */
const GZIP_BOMB = gzipSync(Buffer.alloc(8 * 2 ** 20))

function pickBody(random: Random, mayBeValid: boolean, request: Request): Buffer {
  const invalid = () => {
    const body: Record<string, unknown> = { ...VALID }
    for (const field of Object.keys(VALID)) if (random.chance(0.2)) body[field] = random.pick(FIELD_VALUES)
    const [id, token] = [random.pick(NO_TEXT), random.pick(NO_TEXT)]
    return JSON.stringify({ ...body, id, access_token: token })
  }
  const bodies: (() => string | Buffer)[] = [
    () => "",
    invalid,
    invalid,
    invalid,
    () => JSON.stringify(VALID).slice(0, -1 - random.below(100)),
    () => JSON.stringify({ data: VALID }),
    () => JSON.stringify([VALID]),
    () => JSON.stringify(JSON.stringify(VALID)),
    () => `{"__proto__":${JSON.stringify(VALID)}}`,
    () => `callback(${JSON.stringify(VALID)})`,
    () => Buffer.from(`\ufeff${JSON.stringify(VALID)}`, "utf16le"),
    () => JSON.stringify({ error: "invalid_grant", error_description: request, ...(mayBeValid && VALID) }),
    () => JSON.stringify({ error: request }),
    () => request,
    () => `<!doctype html><title>Forged</title><pre>${request}</pre>`,
    () => random.pick(["null", "0", "1e999", '"forged"', "[]", "{}", "true", "NaN", "undefined", "\0"]),
    () => "[".repeat(random.pick([10, 10_000, 200_000])),
    () => random.bytes(random.below(2_000)),
    () => `{"id":"${" ".repeat(random.pick([70_000, 1_200_000]))}`,
    () => GZIP_BOMB,
    () => `HTTP/1.1 200 OK\r\n\r\n${JSON.stringify(VALID).slice(0, -1)}`,
  ]
  if (mayBeValid) bodies.push(...Array.from({ length: 6 }, () => () => JSON.stringify(VALID)))
  return Buffer.from(random.pick(bodies)())
}

function chunk(random: Random, body: Buffer): Buffer {
  const pieces: Buffer[] = []
  for (let start = 0; start < body.length; ) {
    const end = start + 1 + random.below(body.length)
    const piece = body.subarray(start, end)
    const size = random.chance(0.97)
      ? piece.length.toString(16)
      : random.pick(["", "-1", "g", "fffffffffffffffff"])
    pieces.push(Buffer.from(`${size}\r\n`), piece, Buffer.from("\r\n"))
    start = end
  }
  const last = random.chance(0.8)
    ? "0\r\n\r\n"
    : random.pick(["", "0\r\n", "0\r\nx: y\r\n\r\n", "0\r\n\r\nHTTP/1.1 200 OK\r\n\r\n"])
  return Buffer.concat([...pieces, Buffer.from(last)])
}

function cut(random: Random, bytes: Buffer): RandomResponse {
  const isBroken = random.chance(0.1)
  const sent = isBroken ? bytes.subarray(0, random.below(bytes.length)) : bytes
  const ends = isBroken ? (["close", "reset", "stay open"] as const) : (["close"] as const)
  const middle = random.chance(0.3) ? random.below(sent.length + 1) : sent.length
  return { pieces: [sent.subarray(0, middle), sent.subarray(middle)], end: random.pick(ends) }
}
