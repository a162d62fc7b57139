import { join } from "node:path"
import type { NextConfig } from "next"

const isDevelopment = process.env.NODE_ENV === "development"

const policy = [
  "default-src 'self'",
  // Inline, as Next's own scripts are; a nonce would take them out again, for a stricter policy.
  `script-src 'self' 'unsafe-inline'${isDevelopment ? " 'unsafe-eval'" : ""}`,
  "style-src 'self' 'unsafe-inline'",
  // People's pictures come from wherever Bink keeps them.
  "img-src * data:",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "object-src 'none'",
  // No form-action: browsers hold it against the redirect to Bink, which follows the sign-in form.
].join("; ")

const config: NextConfig = {
  poweredByHeader: false,
  headers: async () => [
    {
      source: "/:path*",
      headers: [
        { key: "Content-Security-Policy", value: policy },
        { key: "Referrer-Policy", value: "strict-origin-when-cross-origin" },
        { key: "X-Content-Type-Options", value: "nosniff" },
        { key: "Permissions-Policy", value: "camera=(), microphone=(), geolocation=()" },
      ],
    },
  ],
  // Only because this app stands inside the package's own repository.
  turbopack: { root: join(import.meta.dirname, "..") },
  agentRules: false,
}

export default config
