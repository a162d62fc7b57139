import adapter from "@sveltejs/adapter-node"
import { vitePreprocess } from "@sveltejs/vite-plugin-svelte"

/** @type {import("@sveltejs/kit").Config} */
export default {
  preprocess: vitePreprocess(),
  kit: {
    adapter: adapter(),
    // SvelteKit gives its own script a nonce, and its announcer of new pages a style attribute. No form-action:
    // browsers hold it against the redirect to Bink.
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
