import adapter from "@sveltejs/adapter-node"
import { vitePreprocess } from "@sveltejs/vite-plugin-svelte"

/** @type {import("@sveltejs/kit").Config} */
export default {
  preprocess: vitePreprocess(),
  kit: {
    adapter: adapter(),
    // SvelteKit adds a nonce to its script and a style attribute to its page announcer. No form-action:
    // browsers apply it to the redirect to Bink as well.
    csp: {
      directives: {
        "default-src": ["self"],
        "style-src": ["self", "unsafe-inline"],
        "img-src": ["self", "data:"],
        "base-uri": ["none"],
        "frame-ancestors": ["none"],
      },
    },
  },
}
