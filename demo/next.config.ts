import { join } from "node:path"
import type { NextConfig } from "next"

const config: NextConfig = {
  poweredByHeader: false,
  // Only because this app lives inside the package's own repository.
  turbopack: { root: join(import.meta.dirname, "..") },
  agentRules: false,
  headers: async () => [
    {
      source: "/:path*",
      headers: [
        // No form-action: browsers hold it against the redirect to Bink, which follows the sign-in form.
        {
          key: "Content-Security-Policy",
          value: "base-uri 'none'; frame-ancestors 'none'; object-src 'none'",
        },
        { key: "Referrer-Policy", value: "strict-origin-when-cross-origin" },
        { key: "X-Content-Type-Options", value: "nosniff" },
        { key: "Permissions-Policy", value: "camera=(), microphone=(), geolocation=()" },
      ],
    },
  ],
}

export default config
