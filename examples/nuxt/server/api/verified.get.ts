import { meetsVerification } from "authjs-bink"

export default defineEventHandler(async (event) => {
  const { user } = await getUserSession(event)
  if (!meetsVerification(user, { level: 1 })) throw createError({ status: 403 })
  return { message: "Only passkey-verified and trusted Bink users can open this page." }
})
