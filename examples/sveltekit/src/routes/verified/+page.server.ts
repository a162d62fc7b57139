import { error } from "@sveltejs/kit"
import { meetsVerification } from "authjs-bink"
import type { PageServerLoad } from "./$types"

export const load: PageServerLoad = async ({ locals }) => {
  const session = await locals.auth()
  if (!meetsVerification(session?.user?.bink, { level: 1 })) error(403, "Verified members only")
}
