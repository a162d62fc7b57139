import { BARE_BADGE, BARE_BUTTON, NEXT_AUTH_BUTTON } from "./baselines.ts"
import { bundleSize } from "./bundle-size.ts"
import { exactRows, type Group, type Measurement } from "./measurement.ts"
import { PEERS, versionsOf } from "./peers.ts"

const COMPARISONS: {
  title: string
  baseline?: string
  isDetail?: boolean
  ours: Record<string, string>
  theirs: Record<string, string>
}[] = [
  {
    title: "Badge",
    baseline: "bare SVG of two paths",
    ours: { VerificationBadge: `export { VerificationBadge } from "authjs-bink/react"` },
    theirs: {
      "bare SVG of two paths": BARE_BADGE,
      "lucide-react, one icon": `export { BadgeCheck } from "lucide-react"`,
      "react-icons, one icon": `export { MdVerified } from "react-icons/md"`,
    },
  },
  {
    title: "Sign-in button",
    baseline: "bare button",
    ours: {
      SignInWithBinkButton: `export { SignInWithBinkButton } from "authjs-bink/react"`,
      useSignInWithBink: `export { useSignInWithBink } from "authjs-bink/react"`,
    },
    theirs: {
      "bare button": BARE_BUTTON,
      "next-auth's signIn, unstyled button": NEXT_AUTH_BUTTON,
      "@react-oauth/google": `export { GoogleLogin, GoogleOAuthProvider } from "@react-oauth/google"`,
      "react-social-login-buttons, one button": `export { GithubLoginButton } from "react-social-login-buttons"`,
    },
  },
  {
    title: "Provider",
    baseline: "@auth/core's GitHub",
    ours: { Bink: `export { default } from "authjs-bink"` },
    theirs: { "@auth/core's GitHub": `export { default } from "@auth/core/providers/github"` },
  },
  {
    title: "Other imports",
    isDetail: true,
    ours: {
      getBinkUser: `export { getBinkUser } from "authjs-bink/api"`,
      "one locale (German)": `export { de } from "authjs-bink/locales"`,
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
  async measure({ reportStep }) {
    const groups: Group[] = []
    const steps = COMPARISONS.flatMap(({ ours, theirs }) => Object.keys({ ...ours, ...theirs })).length
    let step = 0
    const measureSize = (name: string, code: string, resolveDir?: string) => {
      reportStep(name, ++step, steps)
      return bundleSize(code, resolveDir)
    }
    for (const { title, baseline, isDetail = false, ours, theirs } of COMPARISONS) {
      const sizes: Record<string, number> = {}
      for (const [name, code] of Object.entries(ours)) sizes[name] = await measureSize(name, code)
      for (const [name, code] of Object.entries(theirs)) sizes[name] = await measureSize(name, code, PEERS)
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
