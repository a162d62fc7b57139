/** The versions and routers that are tried together. */
export const LINES = {
  next: [14, 15, 16],
  react: [18, 19],
  nextAuth: [4, 5],
  router: ["pages", "app"],
} as const

/** One combination of them: an app of its own. */
export interface Cell {
  next: (typeof LINES.next)[number]
  react: (typeof LINES.react)[number]
  nextAuth: (typeof LINES.nextAuth)[number]
  router: (typeof LINES.router)[number]
}

export const CELLS: readonly Cell[] = LINES.next.flatMap((next) =>
  LINES.react.flatMap((react) =>
    LINES.nextAuth.flatMap((nextAuth) => LINES.router.map((router) => ({ next, react, nextAuth, router }))),
  ),
)

const words = ({ next, react, nextAuth, router }: Cell) => [
  `next-${next}`,
  `react-${react}`,
  `next-auth-${nextAuth}`,
  router,
]

/** What the cell is called in the log, and which words `--only` finds it by. */
export const nameOf = (cell: Cell): string => words(cell).join(" ")

/** The cells that have every one of these words. Throws where a word is one that no cell has. */
export function only(wanted: readonly string[]): Cell[] {
  const known = new Set(CELLS.flatMap(words))
  const unknown = wanted.filter((word) => !known.has(word))
  if (unknown.length > 0) {
    throw new Error(`No cell is called ${unknown.join(" or ")}. The words are: ${[...known].join(", ")}.`)
  }
  return CELLS.filter((cell) => wanted.every((word) => words(cell).includes(word)))
}
