/**
 * How the badges are drawn, wherever they are: in React, on the emulator's pages. One path each, so that a badge is
 * two nodes, in a box of 11 units, in which a stroke is as wide as it should be. The outline tells the levels apart,
 * colour only repeats it.
 */
export const SEAL_VIEW_BOX = "0 0 11 11"

/** How one badge is painted. A stroke is one unit of the box wide. */
export interface Seal {
  fill: string
  stroke?: string
  d: string
}

/**
 * A seal with eight lobes, 4.6 : 1 on white and 4.1 : 1 on #0d1117. Its tick runs against the outline and so is cut
 * out: the page shows through.
 */
export const blueSeal = {
  fill: "#1f6feb",
  d: "M3.75 1.25a2 2 0 0 1 3.5 0 2 2 0 0 1 2.5 2.5 2 2 0 0 1 0 3.5 2 2 0 0 1-2.5 2.5 2 2 0 0 1-3.5 0 2 2 0 0 1-2.5-2.5 2 2 0 0 1 0-3.5 2 2 0 0 1 2.5-2.5M3.1 5.8l1.8 1.8 3-3.3-.9-.8-2.1 2.3-.9-.9z",
}

/**
 * A shield with a tick. Gold alone is too pale for white (1.6 : 1), so the outline and the tick are one dark stroke,
 * 5.6 : 1 on white, 3.4 : 1 on #0d1117 and 3.6 : 1 on the gold. The tick runs forth and back: no area to fill.
 */
export const goldShield = {
  fill: "#ffc53d",
  stroke: "#8f5d00",
  d: "M5.5.7l4 1.4V5c0 2.5-1.6 4.3-4 5.3-2.4-1-4-2.8-4-5.3V2.1zM3.7 5.4 5.1 6.8l2.4-2.7-2.4 2.7z",
}
