import { UnstorageAdapter } from "@auth/unstorage-adapter"
import { createStorage } from "unstorage"

/** Has no columns. */
export async function open() {
  return { adapter: UnstorageAdapter(createStorage()), close: async () => {} }
}
