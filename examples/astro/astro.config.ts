import node from "@astrojs/node"
import { defineConfig } from "astro/config"
import auth from "auth-astro"

export default defineConfig({
  output: "server",
  adapter: node({ mode: "standalone" }),
  integrations: [auth()],
  // Astro adds the hashes of its scripts and styles. No form-action: browsers apply it to the redirect to Bink as well.
  security: {
    csp: {
      directives: ["default-src 'self'", "img-src 'self' data:", "base-uri 'none'", "frame-ancestors 'none'"],
    },
  },
})
