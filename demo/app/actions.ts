"use server"

import { redirect } from "next/navigation"
import { AuthError } from "next-auth"
import { signIn, signOut } from "../auth"

/** Signs in and redirects to `redirectTo`. Auth.js allows only URLs of this app. */
export async function signInWithBink(redirectTo: string) {
  try {
    await signIn("bink", { redirectTo })
  } catch (error) {
    // Other errors are redirects of Next.js.
    if (error instanceof AuthError) redirect("/sign-in?error=Configuration")
    throw error
  }
}

export async function signOutOfDemo() {
  await signOut({ redirectTo: "/" })
}
