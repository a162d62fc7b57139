/**
 * `viewBox` of the badge icons. Each icon is one path in a box of 11 units, so that a badge has two nodes. The shapes
 * differ, so that users who cannot see the colours can tell the levels apart. `VerificationBadge` repeats the value,
 * which is smaller than an import.
 */
export const BADGE_VIEW_BOX = "0 0 11 11"

/** Drawing of one badge. Its stroke is one unit wide. */
export interface BadgeIcon {
  d: string
  fill: string
  stroke?: string
}

/**
 * The blue badge: an outline with eight lobes, 4.6 : 1 on white and 4.1 : 1 on #0d1117. Its tick runs against the
 * outline and is cut out, so that the page shows through.
 */
export const blueBadge = {
  d: "M4 1a3 3 0 0 1 3 0 3 3 0 0 1 3 3 3 3 0 0 1 0 3 3 3 0 0 1-3 3 3 3 0 0 1-3 0 3 3 0 0 1-3-3 3 3 0 0 1 0-3 3 3 0 0 1 3-3M2.5 6l2 2 4-4-1-1-3 3-1-1z",
  fill: "#1f6feb",
}

/**
 * The gold badge: a shield with a tick. Gold alone has too little contrast on white (1.6 : 1), so outline and tick are
 * one dark stroke: 5.6 : 1 on white, 3.4 : 1 on #0d1117, 3.6 : 1 on the gold. The tick runs back and forth, so that it
 * has no area to fill.
 */
export const goldBadge = {
  d: "M9.5 2v3q0 4-4 5.5-4-1.5-4-5.5V2l4-1.5zM3 5l2 2 3-3-3 3z",
  fill: "#ffc53d",
  stroke: "#8f5d00",
}
