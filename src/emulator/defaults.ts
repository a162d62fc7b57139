import type { BinkProfile } from "../profile/profile.js"
import type { BinkClient } from "./options.js"

/** Port of `authjs-bink emulator`: B-I-N-K on a phone keypad. */
export const DEFAULT_PORT = 2465

/** The client of an emulator without `clients`: an Auth.js app on port 3000 of this machine. */
export const DEFAULT_CLIENT: BinkClient = {
  clientId: "demo-client",
  clientSecret: "demo-secret",
  name: "Demo",
  redirectUris: [
    "http://localhost:3000/api/auth/callback/bink",
    "http://127.0.0.1:3000/api/auth/callback/bink",
  ],
}

/** The users of an emulator without `users`: each level once, and one user whose nullable fields are all null. */
export const DEFAULT_USERS: readonly BinkProfile[] = [
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
