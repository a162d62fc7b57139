import type { BinkProfile } from "../../profile/profile.js"
import { type Html, html } from "../html.js"
import { badge } from "./badge.js"

/** What a person is called. */
export function nameOf({ name, username, email }: BinkProfile): string {
  return name ?? username ?? email ?? "No name"
}

/** What tells apart people of the same name: nobody is without an id. */
function handleOf({ name, username, email, id }: BinkProfile): string {
  if (name !== null && username !== null) return `@${username}`
  return (name ?? username) !== null && email !== null ? email : id
}

/** A person as they stand in a list or on a card. */
export function chip(person: BinkProfile): Html {
  return html`<div class="chip">${identity(person)}</div>`
}

/** Picture, name, badge and handle, side by side. */
export function identity(person: BinkProfile): Html {
  return html`${avatarOf(person)}<span class="who"><span class="name">${nameOf(person)} ${badge(person.verificationLevel)}</span> <span class="handle">${handleOf(person)}</span></span>`
}

/** A picture that every person has: their initials on a colour of their own. Decoration beside their name. */
function avatarOf(person: BinkProfile): Html {
  return html`<svg class="avatar" viewBox="0 0 40 40" width="40" height="40" aria-hidden="true">${drawing(person)}</svg>`
}

/** The same picture as a file. */
export function avatarFile(person: BinkProfile): string {
  return html`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40" width="160" height="160">${drawing(person)}</svg>`
    .markup
}

function drawing(person: BinkProfile): Html {
  const initials = initialsOf(person)
  return html`<circle cx="20" cy="20" r="20" fill="hsl(${hueOf(person.id)} 42% 38%)"/>${
    initials
      ? html`<text x="20" y="20" dy=".35em" fill="#fff" font-family="system-ui, sans-serif" font-size="15" font-weight="600" text-anchor="middle">${initials}</text>`
      : html`<path fill="#fff" d="M20 10.5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11Zm0 13.500c6 0 9.500 3 9.500 6.500h-19c0-3.500 3.500-6.500 9.500-6.500Z"/>`
  }`
}

function initialsOf({ name, username }: BinkProfile): string {
  const words = (name ?? username ?? "").trim().split(/\s+/).filter(Boolean)
  const chosen = words.length > 1 ? [words[0], words.at(-1)] : words
  return chosen.map((word) => [...(word as string)][0]?.toUpperCase()).join("")
}

function hueOf(id: string): number {
  let hash = 7
  for (const character of id) hash = (hash * 31 + (character.codePointAt(0) as number)) % 997
  return (hash * 47) % 360
}
