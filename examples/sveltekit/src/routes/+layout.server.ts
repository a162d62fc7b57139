import type { LayoutServerLoad } from "./$types"

export const load: LayoutServerLoad = async ({ locals, setHeaders }) => {
  // Pages contain the user's data: no cache may store them, including the browser's back/forward cache.
  setHeaders({ "cache-control": "no-store" })
  return { session: await locals.auth() }
}
