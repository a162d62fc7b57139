/** A program that receives the random responses with plain `fetch`, neither limited nor aborted, as in most apps. */
import type { Run } from "./play.ts"

process.on("message", ({ integration, number, token }: Run) => {
  fetch(`${process.argv[2]}/api/oauth/user`, {
    headers: { authorization: `Bearer ${token}` },
    redirect: "manual",
  })
    .then((response) => response.text())
    .catch(() => {})
    // undici's error comes when the connection closes, after the rejection.
    .then(() => new Promise((resolve) => setTimeout(resolve, Number(process.argv[3]))))
    .then(() => process.send?.({ integration, number, outcome: "refused" }))
})
process.send?.("ready")
