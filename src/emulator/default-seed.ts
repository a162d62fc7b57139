import type { BinkProfile } from "../profile/profile.js"
import type { BinkClient } from "./options.js"

/** Four people, so that every level is there, and everything that may be missing is missing once. */
export const DEFAULT_PEOPLE: readonly BinkProfile[] = [
  {
    id: "cmbink0000000000000000mia",
    name: "Mia Moreno",
    email: "mia@example.com",
    username: "mia",
    avatar: "/avatars/cmbink0000000000000000mia.svg",
    plan: "FREE",
    verificationLevel: 0,
  },
  {
    id: "cmbink00000000000000kwame",
    name: "Kwame Mensah",
    email: "kwame@example.com",
    username: "kwame",
    avatar: "/avatars/cmbink00000000000000kwame.svg",
    plan: "VERIFIED",
    verificationLevel: 1,
  },
  {
    id: "cmbink000000000000000yuki",
    name: "Yuki Tanaka",
    email: "yuki@example.com",
    username: "yuki",
    avatar: "/avatars/cmbink000000000000000yuki.svg",
    plan: "BUSINESS",
    verificationLevel: 2,
  },
  {
    id: "cmbink000000000000nothing",
    name: null,
    email: null,
    username: null,
    avatar: null,
    plan: "FREE",
    verificationLevel: 0,
  },
]

/** An Auth.js app that was just made, and listens where such apps do. */
export const DEFAULT_CLIENTS: readonly BinkClient[] = [
  {
    clientId: "demo-client",
    clientSecret: "demo-secret",
    name: "Demo",
    redirectUris: [
      "http://localhost:3000/api/auth/callback/bink",
      "http://127.0.0.1:3000/api/auth/callback/bink",
    ],
  },
]
