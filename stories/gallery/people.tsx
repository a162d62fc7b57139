import { type BinkBadgeMessages, VerificationBadge } from "authjs-bink/react"
import "./people.css"

interface Person {
  name: string
  username: string
  verificationLevel: 0 | 1 | 2
  /** The language a name is written in, where it isn't the page's. */
  lang?: string
}

const PEOPLE: Person[] = [
  { name: "Federico Amati", username: "federico", verificationLevel: 2 },
  { name: "Ada Okonkwo", username: "ada", verificationLevel: 1 },
  { name: "山田 花子", username: "hanako", verificationLevel: 1, lang: "ja" },
  { name: "Noor van der Berg", username: "noor", verificationLevel: 0 },
  { name: "ليلى حداد", username: "layla", verificationLevel: 2, lang: "ar" },
  {
    name: "Maximiliana Wolfeschlegelsteinhausenbergerdorff",
    username: "maximiliana.wolfeschlegelsteinhausenbergerdorff",
    verificationLevel: 1,
  },
]

/** People as a directory shows them: the badge stays beside a name, even where the name has to be cut. */
export function People(words: { messages?: BinkBadgeMessages }) {
  return (
    <ul className="people">
      {PEOPLE.map(({ name, username, verificationLevel, lang }) => (
        <li key={username}>
          <span className="people-avatar" aria-hidden="true">
            {[...name][0]}
          </span>
          <div className="people-words">
            <span className="people-name">
              <bdi lang={lang}>{name}</bdi>
              <VerificationBadge {...words} verificationLevel={verificationLevel} />
            </span>
            <span className="people-username">
              <bdi>@{username}</bdi>
            </span>
          </div>
        </li>
      ))}
    </ul>
  )
}
