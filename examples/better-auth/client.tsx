import { hydrateRoot } from "react-dom/client"
import { SignIn, SignOut } from "./controls"

for (const [id, Control] of [
  ["sign-in", SignIn],
  ["sign-out", SignOut],
] as const) {
  const element = document.getElementById(id)
  if (element) hydrateRoot(element, <Control />)
}
