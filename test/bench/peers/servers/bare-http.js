import { createServer } from "node:http"

/**
 * The minimal server for a sign-in: three responses without checks, at the paths of Bink and of GitHub. The id is as
 * long as the cuid of Bink's page, and the token as 32 bytes in base64url.
 */
const tokens = JSON.stringify({ access_token: "t".repeat(43), token_type: "Bearer", expires_in: 3600 })
const profile = JSON.stringify({
  id: "c".repeat(25),
  name: "Federico",
  email: "ada@example.com",
  username: "federico",
  avatar: "https://example.com/ada.png",
  avatar_url: "https://example.com/ada.png",
  plan: "VERIFIED",
  verificationLevel: 1,
})
let requests = 0

const server = createServer((request, response) => {
  const { pathname, searchParams } = new URL(request.url, "http://localhost")
  if (pathname === "/requests") return response.end(String(requests))
  requests++
  if (pathname.endsWith("/authorize")) {
    const target = new URL(searchParams.get("redirect_uri"))
    target.searchParams.set("code", "code")
    target.searchParams.set("state", searchParams.get("state"))
    return response.writeHead(302, { location: target.href }).end()
  }
  response.setHeader("content-type", "application/json")
  if (request.method === "GET") return response.end(profile)
  request.resume().on("end", () => response.end(tokens))
})
server.listen(0, "127.0.0.1", () => console.log(`http://127.0.0.1:${server.address().port}`))
