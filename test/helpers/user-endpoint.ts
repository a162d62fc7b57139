import { createServer, type RequestListener } from "node:http"
import type { AddressInfo } from "node:net"
import { inspect } from "node:util"
import { BinkError, type GetBinkUserOptions, getBinkUser } from "authjs-bink/api"
import { expect, onTestFinished } from "vitest"

/** A personal access token. */
export const TOKEN = "bink_a-secret-token"

/** Starts a server that responds to every request, until the end of the test. Returns its base URL. */
export async function startUserEndpoint(listener: RequestListener): Promise<string> {
  const server = createServer(listener)
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

/** Returns the error of `getBinkUser`. Fails if there is none, or if the token is anywhere in it. */
export async function errorOfGetBinkUser(token: unknown, options: GetBinkUserOptions): Promise<BinkError> {
  const error = await getBinkUser(token as string, options).then(
    () => expect.unreachable("getBinkUser did not throw"),
    (error) => error,
  )
  expect(error).toBeInstanceOf(BinkError)
  if (typeof token === "string" && token.trim()) expect(inspect(error, { depth: 9 })).not.toContain(token)
  return error
}
