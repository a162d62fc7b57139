"use server"

import { redirect } from "next/navigation"
import { AuthError } from "next-auth"
import { signIn, signOut } from "../auth"

/** Auth.js itself sees to it that `redirectTo` stays on this site. */
export async function signInWithBink(redirectTo: string) {
  try {
    await signIn("bink", { redirectTo })
  } catch (error) {
    // Whatever else is thrown here is Next's own redirect.
    if (error instanceof AuthError) redirect("/sign-in?error=Configuration")
    throw error
  }
}

export async function signOutHere() {
  await signOut({ redirectTo: "/" })
}
