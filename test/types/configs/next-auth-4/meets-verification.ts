import { type BinkIdentity, meetsVerification } from "authjs-bink"
import type { Session } from "next-auth"

declare const session: Session | null
const identity = { id: "1", username: null, plan: "FREE", verificationLevel: 1, checkedAt: 0 } as const
export const results: boolean[] = [
  meetsVerification(session?.user?.bink, { level: 1 }),
  meetsVerification(undefined, { level: 1 }),
  meetsVerification(null, { level: 2 }),
  meetsVerification(identity, { level: 1 }),
  meetsVerification(
    { id: "1", username: null, plan: "FREE", verificationLevel: 1, checkedAt: 0 },
    { level: 1 },
  ),
  meetsVerification({ verificationLevel: 2 }, { level: 2 }),
  meetsVerification({ verificationLevel: 2, checkedAt: 0 } satisfies Partial<BinkIdentity>, {
    level: 2,
    maxAge: 60,
  }),
]
