import { Provider } from "oidc-provider"

/** With its defaults: storage in memory, and its sign-in pages for development. */
const provider = new Provider("http://127.0.0.1", {
  clients: [
    {
      client_id: "demo-client",
      client_secret: "demo-secret",
      redirect_uris: ["http://localhost:3000/api/auth/callback/bink"],
      token_endpoint_auth_method: "client_secret_post",
    },
  ],
  pkce: { required: () => false },
})
const server = provider.listen(0, "127.0.0.1", () => console.log(`http://127.0.0.1:${server.address().port}`))
