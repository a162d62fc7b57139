import { type BinkBadgeMessages, VerificationBadge } from "authjs-bink/react"
import "./user-list.css"

interface User {
  name: string
  username: string
  verificationLevel: 0 | 1 | 2
  /** Language of the name, if it is not the page's. */
  lang?: string
}

const USERS: User[] = [
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

/** A list of users with their badges. A name that is too long is cut; its badge stays visible. */
export function UserList({ messages }: { messages?: BinkBadgeMessages }) {
  return (
    <ul className="user-list">
      {USERS.map(({ name, username, verificationLevel, lang }) => (
        <li key={username}>
          <span className="user-list-avatar" aria-hidden="true">
            {[...name][0]}
          </span>
          <div className="user-list-text">
            <span className="user-list-name">
              <bdi lang={lang}>{name}</bdi>
              <VerificationBadge messages={messages} verificationLevel={verificationLevel} />
            </span>
            <span className="user-list-username">
              <bdi>@{username}</bdi>
            </span>
          </div>
        </li>
      ))}
    </ul>
  )
}
