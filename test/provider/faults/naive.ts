import type { BinkOptions } from "authjs-bink"

/**
 * Bink as one would write it down without knowing better: its endpoints, and Auth.js's defaults for all the rest. What
 * the faults do to it shows that they can do something.
 */
export function naive({ baseUrl, clientId, clientSecret, token, userinfo }: BinkOptions) {
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
