import { join } from "node:path"
import type { NextConfig } from "next"

const isDevelopment = process.env.NODE_ENV === "development"

const policy = [
  "default-src 'self'",
  // Next.js adds inline scripts. A stricter policy requires a nonce.
  `script-src 'self' 'unsafe-inline'${isDevelopment ? " 'unsafe-eval'" : ""}`,
  "style-src 'self' 'unsafe-inline'",
  // Bink does not document the hosts of profile pictures.
  "img-src * data:",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "object-src 'none'",
  // No form-action: browsers apply it to the redirect to Bink after the sign-in form.
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
  // This app imports the package from the parent directory.
  turbopack: { root: join(import.meta.dirname, "..") },
  agentRules: false,
}

export default config
