// How the badges are drawn, wherever they are: in React, on the emulator's pages. One path each, so that a badge is two nodes. The outline tells the levels apart, colour only repeats it.

/** A seal with eight lobes and a tick cut out of it: even-odd, so that the page shows through. */
export const blueSeal = {
  fill: "#1f6feb",
  fillRule: "evenodd",
  d: "M8.17 2.76a4.15 4.15 0 0 1 7.65 0 4.15 4.15 0 0 1 5.42 5.41 4.15 4.15 0 0 1 0 7.66 4.15 4.15 0 0 1-5.42 5.41 4.15 4.15 0 0 1-7.65 0 4.15 4.15 0 0 1-5.41-5.41 4.15 4.15 0 0 1 0-7.66 4.15 4.15 0 0 1 5.41-5.41zm.31 8.76 2.17 2.17 4.82-5.33a1.25 1.25 0 0 1 1.85 1.68l-6.58 7.27-4.03-4.03a1.25 1.25 0 0 1 1.77-1.77z",
} as const

/**
 * A shield with a tick. Gold alone is too pale on white (1.6 : 1), so the outline and the tick are one dark stroke,
 * 5.6 : 1 on white, 3.4 : 1 on #0d1117 and 3.6 : 1 on the gold. The tick runs forth and back: it encloses no area to fill.
 */
export const goldShield = {
  fill: "#ffc53d",
  stroke: "#8f5d00",
  strokeWidth: 2.2,
  strokeLinejoin: "round",
  d: "M12 1.6 21 4.8v6.4c0 5.2-3.6 9.2-9 11.2-5.4-2-9-6-9-11.2V4.8zM7.8 11.9l3 3 5.4-5.8-5.4 5.8z",
} as const
