/** Empties `dist`, so that what was built before and is no longer written is not published. */
import { rmSync } from "node:fs"

rmSync("dist", { recursive: true, force: true })
