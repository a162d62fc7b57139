import { index, type RouteConfig, route } from "@react-router/dev/routes"

export default [
  index("routes/home.tsx"),
  route("verified", "routes/verified.tsx"),
  route("auth/signin/bink", "routes/sign-in.ts"),
  route("auth/callback/bink", "routes/callback.ts"),
  route("auth/signout", "routes/sign-out.ts"),
] satisfies RouteConfig
