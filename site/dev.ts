/** `npm run docs`: the site with reloads. Search and Storybook are only in the site that `npm run build:docs` builds. */
import { dev } from "astro"
import { startProgress } from "../scripts/progress.ts"
import { prepareSite } from "./prepare.ts"

const progress = startProgress(1)
await progress.step("Writing the reference and the Markdown files", prepareSite)
await dev({ root: import.meta.dirname })
