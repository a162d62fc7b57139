import { type BinkServer, SECRETS } from "../provider/bink-server.ts"

/** Another provider in the same app, with the same answers, under a name that is not Bink's. */
export function elsewhere(bink: BinkServer) {
  return {
    id: "elsewhere",
    name: "Elsewhere",
    type: "oauth" as const,
    clientId: "client",
    clientSecret: SECRETS.clientSecret,
    client: { token_endpoint_auth_method: "client_secret_post" },
    checks: ["state"],
    authorization: { url: `${bink.url}/api/oauth/authorize`, params: { scope: "" } },
    token: `${bink.url}/api/oauth/token`,
    userinfo: `${bink.url}/api/oauth/user`,
    profile: ({ id, name }: { id: string; name: string }) => ({ id, name, email: null, image: null }),
  }
}
