import { BARE_BADGE, BARE_BUTTON, NEXT_AUTH_BUTTON } from "./bare.ts"
import { exactRows, type Group, type Measurement } from "./measurement.ts"
import { PEERS, versionsOf } from "./peers.ts"
import { weigh } from "./weigh.ts"

const COMPARISONS: {
  title: string
  baseline?: string
  isDetail?: boolean
  ours: Record<string, string>
  theirs: Record<string, string>
}[] = [
  {
    title: "A badge",
    baseline: "bare SVG of two paths",
    ours: { VerificationBadge: `export { VerificationBadge } from "authjs-bink/react"` },
    theirs: {
      "bare SVG of two paths": BARE_BADGE,
      "lucide-react, one icon": `export { BadgeCheck } from "lucide-react"`,
      "react-icons, one icon": `export { MdVerified } from "react-icons/md"`,
    },
  },
  {
    title: "A sign-in button",
    baseline: "bare button",
    ours: {
      SignInWithBinkButton: `export { SignInWithBinkButton } from "authjs-bink/react"`,
      useSignInWithBink: `export { useSignInWithBink } from "authjs-bink/react"`,
    },
    theirs: {
      "bare button": BARE_BUTTON,
      "next-auth's signIn, unstyled button": NEXT_AUTH_BUTTON,
      "@react-oauth/google": `export { GoogleLogin, GoogleOAuthProvider } from "@react-oauth/google"`,
      "react-social-login-buttons, one": `export { GithubLoginButton } from "react-social-login-buttons"`,
    },
  },
  {
    title: "A provider",
    baseline: "@auth/core's GitHub",
    ours: { Bink: `export { default } from "authjs-bink"` },
    theirs: { "@auth/core's GitHub": `export { default } from "@auth/core/providers/github"` },
  },
  {
    title: "And the rest",
    isDetail: true,
    ours: {
      getBinkUser: `export { getBinkUser } from "authjs-bink/api"`,
      "one language (German)": `export { de } from "authjs-bink/locales"`,
    },
    theirs: {},
  },
]

export default {
  versions: versionsOf(
    "@auth/core",
    "@react-oauth/google",
    "esbuild",
    "lucide-react",
    "next-auth",
    "react-icons",
    "react-social-login-buttons",
  ),
  async measure() {
    const groups: Group[] = []
    for (const { title, baseline, isDetail = false, ours, theirs } of COMPARISONS) {
      const sizes: Record<string, number> = {}
      for (const [name, code] of Object.entries(ours)) sizes[name] = await weigh(code)
      for (const [name, code] of Object.entries(theirs)) sizes[name] = await weigh(code, PEERS)
      groups.push({
        title,
        unit: "B",
        isDetail,
        ...(baseline ? { baseline } : undefined),
        rows: exactRows(sizes, Object.keys(ours), baseline),
      })
    }
    return groups
  },
} satisfies Measurement
