/**
 * `viewBox` of the badge icons. Each icon is one path in a box of 11 units, so that a badge has two nodes. The shapes
 * differ, so that users who cannot see the colours can tell the levels apart.
 */
export const BADGE_VIEW_BOX = "0 0 11 11"

/** Drawing of one badge. Its stroke is one unit wide. */
export interface BadgeIcon {
  fill: string
  stroke?: string
  d: string
}

/**
 * The blue badge: an outline with eight lobes, 4.6 : 1 on white and 4.1 : 1 on #0d1117. Its tick runs against the
 * outline and is cut out, so that the page shows through.
 */
export const blueBadge = {
  fill: "#1f6feb",
  d: "M3.75 1.25a2 2 0 0 1 3.5 0 2 2 0 0 1 2.5 2.5 2 2 0 0 1 0 3.5 2 2 0 0 1-2.5 2.5 2 2 0 0 1-3.5 0 2 2 0 0 1-2.5-2.5 2 2 0 0 1 0-3.5 2 2 0 0 1 2.5-2.5M3.1 5.8l1.8 1.8 3-3.3-.9-.8-2.1 2.3-.9-.9z",
}

/**
 * The gold badge: a shield with a tick. Gold alone has too little contrast on white (1.6 : 1), so outline and tick are
 * one dark stroke: 5.6 : 1 on white, 3.4 : 1 on #0d1117, 3.6 : 1 on the gold. The tick runs back and forth, so that it
 * has no area to fill.
 */
export const goldBadge = {
  fill: "#ffc53d",
  stroke: "#8f5d00",
  d: "M5.5.7l4 1.4V5c0 2.5-1.6 4.3-4 5.3-2.4-1-4-2.8-4-5.3V2.1zM3.7 5.4 5.1 6.8l2.4-2.7-2.4 2.7z",
}
