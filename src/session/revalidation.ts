import { withDeadline } from "../api/deadline.js"
import { BinkError } from "../errors.js"
import { type BinkProfile, parseProfile } from "../protocol/profile.js"
import type { Access, Claims } from "./claims.js"
import { epochSeconds, toIdentity } from "./identity.js"
import type { BinkProvider } from "./providers.js"

/** How often Bink is asked again about someone who is signed in. */
export interface Revalidation {
  /** Seconds after which an identity is asked for again, at the next look at the session. */
  after: number
}

/** A look at a session may have to wait this long for Bink, in milliseconds: less than a sign-in may. */
const TIMEOUT = 3_000

/** A token that ends within so many seconds may be over when Bink reads it, which would look like a refusal. */
const LAST_MOMENTS = 5

/** How many answers are remembered. */
const CAPACITY = 1_000

/** A profile, or why there is none: Bink no longer honours the token, or said nothing of use. */
type Answer = BinkProfile | "refused" | "unavailable"

interface Question {
  answer: Promise<Answer>
  /** Epoch seconds; absent until there is an answer. */
  answeredAt?: number
}

/**
 * Makes the function that brings the claims of a session up to date, and gives `undefined` where Bink no longer
 * stands by the person.
 *
 * An answer serves every look at a session in the next `after` seconds: many may come at once, and not all of them
 * can write the answer into the cookie (a Server Component cannot).
 *
 * @throws BinkError `invalid_option` where `after` is no number of seconds.
 */
export function createRevalidation(
  { after }: Revalidation,
  findProvider: (id: string) => BinkProvider | undefined,
): (claims: Claims) => Promise<Claims | undefined> {
  if (typeof after !== "number" || !(after >= 0)) throw invalidAfter()
  const questions = new Map<string, Question>()
  const isDue = (since: number) => epochSeconds() - since >= after

  function ask({ provider: id, token }: Access): Promise<Answer> {
    const key = `${id} ${token}`
    const known = questions.get(key)
    if (known && (known.answeredAt === undefined || !isDue(known.answeredAt))) return known.answer

    const question: Question = { answer: requestProfile(findProvider(id), token) }
    question.answer.then(() => {
      question.answeredAt = epochSeconds()
    })
    questions.delete(key)
    questions.set(key, question)
    const [oldest] = questions.keys()
    if (questions.size > CAPACITY && oldest) questions.delete(oldest)
    return question.answer
  }

  return async ({ bink, binkAccess }) => {
    // Without a token that lives there is nothing to ask with: the identity stays what it was at `checkedAt`.
    if (!binkAccess || epochSeconds() > binkAccess.expiresAt - LAST_MOMENTS) return { bink }
    if (!isDue(Math.max(bink.checkedAt, binkAccess.askedAt ?? 0))) return { bink, binkAccess }

    const answer = await ask(binkAccess)
    const now = epochSeconds()
    if (answer === "unavailable") return { bink, binkAccess: { ...binkAccess, askedAt: now } }
    if (answer === "refused" || answer.id !== bink.id) return undefined
    const { askedAt: _, ...access } = binkAccess
    return { bink: toIdentity(answer, now), binkAccess: access }
  }
}

/** Asks as the provider itself does at sign-in, in less time. */
async function requestProfile(provider: BinkProvider | undefined, token: string): Promise<Answer> {
  // A provider that was taken out of the app since says nothing for or against the person.
  if (!provider) return "unavailable"
  const { userinfo } = provider
  try {
    const body = await withDeadline({ timeout: TIMEOUT }, () =>
      userinfo.request({ tokens: { access_token: token }, provider }),
    )
    return parseProfile(body) ?? "unavailable"
  } catch (error) {
    return error instanceof BinkError && error.code === "unauthorized" ? "refused" : "unavailable"
  }
}

function invalidAfter(): BinkError {
  return new BinkError(
    "invalid_option",
    "withBink was given a revalidate without a usable time, so it cannot tell when to ask Bink again. " +
      "Set revalidate: { after } to a number of seconds, such as 300, or leave revalidate out.",
  )
}
