import { BinkError } from "authjs-bink"

export default defineEventHandler(async (event) => {
  const { user, secure } = await getUserSession(event)
  try {
    const { profile } = await bink.exchangeCallback(getRequestURL(event), { ...secure?.checks })
    await replaceUserSession(event, { user: profile })
    return sendRedirect(event, "/")
  } catch (error) {
    console.error(error)
    await replaceUserSession(event, { user })
    return sendRedirect(event, `/?error=${error instanceof BinkError ? error.code : "failed"}`)
  }
})
