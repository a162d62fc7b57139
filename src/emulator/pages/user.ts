import { BADGE_VIEW_BOX, blueBadge, goldBadge } from "../../brand/badge-icons.js"
import { LEVEL_LABELS, TRUSTED, type VerificationLevel } from "../../profile/levels.js"
import type { BinkProfile } from "../../profile/profile.js"
import { type Html, html } from "./html.js"

/** Returns the name to show for a user. */
export function displayName({ name, username, email }: BinkProfile): string {
  return name ?? username ?? email ?? "No name"
}

/** Returns the second line for a user, which distinguishes users of the same name. */
function handle({ name, username, email, id }: BinkProfile): string {
  if (name !== null && username !== null) return `@${username}`
  return (name ?? username) !== null && email !== null ? email : id
}

/** Picture, name, badge and handle of a user in a list or card. */
export function userCard(user: BinkProfile): Html {
  return html`<div class="user">${userContent(user)}</div>`
}

/** A list with one button per user, for a form that chooses an account. */
export function accountList(users: readonly BinkProfile[]): Html {
  if (users.length === 0) {
    return html`<p>The emulator has no users. Add one to the <code>users</code> option or to the seed file.</p>`
  }
  return html`<ul class="accounts">${users.map(
    (user) => html`
<li><button class="account" name="person" value="${user.id}">${userContent(user)}</button></li>`,
  )}
</ul>`
}

function userContent(user: BinkProfile): Html {
  return html`<svg class="avatar" viewBox="0 0 40 40" width="40" height="40" aria-hidden="true">${avatarDrawing(user)}</svg><span class="lines"><span class="name">${displayName(user)} ${badge(user.verificationLevel)}</span> <span class="handle">${handle(user)}</span></span>`
}

/** Returns the blue or gold badge with its accessible name. Level 0 has no badge. */
function badge(level: VerificationLevel): Html | null {
  if (level === 0) return null
  const { d, ...paint } = level === TRUSTED ? goldBadge : blueBadge
  const attributes = Object.entries(paint).map(([name, value]) => html` ${name}="${value}"`)
  return html`<svg class="badge" role="img" aria-label="${LEVEL_LABELS[level]}" viewBox="${BADGE_VIEW_BOX}" width="18" height="18"${attributes}><path d="${d}"/></svg>`
}

/** Returns the SVG file with the user's initials, `/avatars/<id>.svg`. */
export function avatarFile(user: BinkProfile): string {
  return html`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40" width="160" height="160">${avatarDrawing(user)}</svg>`
    .markup
}

function avatarDrawing(user: BinkProfile): Html {
  const text = initials(user)
  return html`<circle cx="20" cy="20" r="20" fill="hsl(${hue(user.id)} 42% 38%)"/>${
    text
      ? html`<text x="20" y="20" dy=".35em" fill="#fff" font-family="system-ui, sans-serif" font-size="15" font-weight="600" text-anchor="middle">${text}</text>`
      : html`<path fill="#fff" d="M20 10.5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11Zm0 13.500c6 0 9.500 3 9.500 6.500h-19c0-3.500 3.500-6.500 9.500-6.500Z"/>`
  }`
}

function initials({ name, username }: BinkProfile): string {
  const words = (name ?? username ?? "").trim().split(/\s+/).filter(Boolean)
  const firstAndLast = words.length > 1 ? [words[0], words.at(-1)] : words
  return firstAndLast.map((word) => [...(word as string)][0]?.toUpperCase()).join("")
}

/** Returns a hue in degrees that is always the same for an id. */
function hue(id: string): number {
  let hash = 7
  for (const character of id) hash = (hash * 31 + (character.codePointAt(0) as number)) % 997
  return (hash * 47) % 360
}
