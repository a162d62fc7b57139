export default defineNuxtConfig({
  compatibilityDate: "2026-11-01",
  modules: ["nuxt-auth-utils"],
  css: ["~/assets/styles.css"],
  // Without inline styles, the Content-Security-Policy needs no exception for them.
  features: { inlineStyles: false },
})
