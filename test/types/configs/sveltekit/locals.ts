import { meetsVerification } from "authjs-bink"

export async function load({ locals }: { locals: App.Locals }) {
  const session = await locals.auth()
  return { session, isTrusted: meetsVerification(session?.user?.bink, { level: 2, maxAge: 600 }) }
}
