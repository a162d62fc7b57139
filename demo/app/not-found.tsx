import type { Metadata } from "next"
import Link from "next/link"

export const metadata: Metadata = { title: "Not found" }

export default function NotFound() {
  return (
    <section className="card room">
      <h1>There is no such page</h1>
      <p>
        The address may be mistyped. <Link href="/">Go to the start</Link>.
      </p>
    </section>
  )
}
