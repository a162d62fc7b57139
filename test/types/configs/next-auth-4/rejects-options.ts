import Bink, { meetsVerification, withBink } from "authjs-bink"
import type { Session } from "next-auth"

declare const session: Session
// @ts-expect-error revalidate is an object
withBink({ providers: [Bink()] }, { revalidate: true })
// @ts-expect-error after is required
withBink({ providers: [Bink()] }, { revalidate: {} })
// @ts-expect-error unknown option
withBink({ providers: [Bink()] }, { persists: true })
// @ts-expect-error a requirement has level 1 or 2
meetsVerification(session.user?.bink, { level: 0 })
// @ts-expect-error the requirement is missing
meetsVerification(session.user?.bink)
// @ts-expect-error the identity is session.user.bink
meetsVerification(session.user, { level: 1 })
