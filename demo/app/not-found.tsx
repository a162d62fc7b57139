import type { Metadata } from "next"
import Link from "next/link"

export const metadata: Metadata = { title: "Page not found" }

export default function NotFound() {
  return (
    <section className="card message">
      <h1>Page not found</h1>
      <p>
        Check the address, or <Link href="/">go to the home page</Link>.
      </p>
    </section>
  )
}
