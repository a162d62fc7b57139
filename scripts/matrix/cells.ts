/** The major versions and routers that are combined. */
export const DIMENSIONS = {
  next: [14, 15, 16],
  react: [18, 19],
  nextAuth: [4, 5],
  router: ["pages", "app"],
} as const

/** One combination. Each gets its own app. */
export interface Cell {
  next: (typeof DIMENSIONS.next)[number]
  react: (typeof DIMENSIONS.react)[number]
  nextAuth: (typeof DIMENSIONS.nextAuth)[number]
  router: (typeof DIMENSIONS.router)[number]
}

export const CELLS: readonly Cell[] = DIMENSIONS.next.flatMap((next) =>
  DIMENSIONS.react.flatMap((react) =>
    DIMENSIONS.nextAuth.flatMap((nextAuth) =>
      DIMENSIONS.router.map((router) => ({ next, react, nextAuth, router })),
    ),
  ),
)

const words = ({ next, react, nextAuth, router }: Cell) => [
  `next-${next}`,
  `react-${react}`,
  `next-auth-${nextAuth}`,
  router,
]

/** Returns the cell's name in the log. `--only` selects cells by the words of this name. */
export const nameOf = (cell: Cell): string => words(cell).join(" ")

/** Returns the cells whose names contain all of these words. Throws if a word is in no name. */
export function selectCells(wanted: readonly string[]): Cell[] {
  const known = new Set(CELLS.flatMap(words))
  const unknown = wanted.filter((word) => !known.has(word))
  if (unknown.length > 0) {
    throw new Error(`Unknown --only value: ${unknown.join(", ")}. Known values: ${[...known].join(", ")}.`)
  }
  return CELLS.filter((cell) => wanted.every((word) => words(cell).includes(word)))
}
