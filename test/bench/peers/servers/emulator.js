import { createBinkEmulator } from "../../../../dist/emulator/index.js"

const userId = "cmbink00000000000000kwame"
const { url } = await createBinkEmulator({ consent: { [userId]: "approve" } }).listen({ port: 0 })
console.log(url)
