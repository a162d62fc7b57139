/** `npm run docs`: the site as it is written. Search and Storybook come with `npm run build-docs`. */
import { dev } from "astro"
import { gatherPublicFiles } from "./public-files.ts"
import { writeReference } from "./reference.ts"

process.env.ASTRO_TELEMETRY_DISABLED = "1"
gatherPublicFiles()
await writeReference()
await dev({ root: import.meta.dirname })
