import type { LayoutServerLoad } from "./$types"

export const load: LayoutServerLoad = async ({ locals, setHeaders }) => {
  // The page is one person's: no cache may keep it, the browser's own for the Back button included.
  setHeaders({ "cache-control": "no-store" })
  return { session: await locals.auth() }
}
