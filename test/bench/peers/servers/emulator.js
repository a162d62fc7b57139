import { createBinkEmulator } from "../../../../dist/emulator/index.js"

const person = "cmbink00000000000000kwame"
const { url } = await createBinkEmulator({ consent: { [person]: "approve" } }).listen({ port: 0 })
console.log(url)
