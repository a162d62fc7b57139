import type { BinkOptions } from "authjs-bink"

/** A provider with Bink's endpoints and Auth.js's defaults. It shows which faults Auth.js does not handle itself. */
export function defaultProvider({ baseUrl, clientId, clientSecret, token, userinfo }: BinkOptions) {
  return {
    id: "bink",
    name: "Bink",
    type: "oauth",
    clientId,
    clientSecret,
    client: { token_endpoint_auth_method: "client_secret_post" },
    authorization: `${baseUrl}/api/oauth/authorize`,
    token: token ?? `${baseUrl}/api/oauth/token`,
    userinfo: userinfo ?? `${baseUrl}/api/oauth/user`,
    profile: (profile: Record<"id" | "name" | "email" | "avatar", string | null>) => ({
      id: profile.id,
      name: profile.name,
      email: profile.email,
      image: profile.avatar,
    }),
  }
}
