import type { Metadata, Viewport } from "next"
import Link from "next/link"
import type { ReactNode } from "react"
import { Navigation } from "../components/navigation"
import "./styles.css"

export const metadata: Metadata = {
  title: { default: "Sign in with Bink demo", template: "%s · Bink demo" },
  description: "A Next.js app that signs users in with Bink.",
}

export const viewport: Viewport = {
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#f7f7f8" },
    { media: "(prefers-color-scheme: dark)", color: "#0e0f12" },
  ],
}

export default function Layout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <body>
        <a className="skip" href="#main">
          Skip to content
        </a>
        <header className="site-header">
          <Link className="brand" href="/">
            Bink demo
          </Link>
          <Navigation />
        </header>
        <main id="main" tabIndex={-1}>
          {children}
        </main>
        <footer className="site-footer">
          <p>Built with authjs-bink, which is not affiliated with Bink.</p>
        </footer>
      </body>
    </html>
  )
}
