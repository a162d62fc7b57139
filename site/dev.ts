/** `npm run docs`: the site as it is written. Search and Storybook come with `npm run build-docs`. */
import { dev } from "astro"
import { settleEnvironment } from "./environment.ts"
import { gatherPublicFiles } from "./public-files.ts"
import { writeReference } from "./reference.ts"

settleEnvironment()
gatherPublicFiles()
await writeReference()
await dev({ root: import.meta.dirname })
