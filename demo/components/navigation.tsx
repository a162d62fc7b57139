"use client"

import Link from "next/link"
import { usePathname } from "next/navigation"

const PAGES = [
  ["/profile", "Profile"],
  ["/verified", "Verified"],
  ["/trusted", "Trusted"],
] as const

export function Navigation() {
  const pathname = usePathname()
  return (
    <nav aria-label="Main">
      <ul>
        {PAGES.map(([path, name]) => (
          <li key={path}>
            <Link href={path} prefetch={false} aria-current={path === pathname ? "page" : undefined}>
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
