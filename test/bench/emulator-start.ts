/**
 * How long the emulator takes from nothing to its first answer, against a bare `node:http` server doing the same.
 *
 *   npm run build && npx node test/bench/emulator-start.ts [runs]
 *
 * Prints medians, and ratios to the bare server. The two take turns, so that both meet the machine's moods.
 */
import { spawn } from "node:child_process"
import { once } from "node:events"

const emulator = new URL("../../dist/emulator/index.js", import.meta.url).href
const STARTS = {
  "bare node:http, listening": `
    import { createServer } from "node:http"
    const server = createServer((request, response) => response.end("{}"))
    server.listen(0, "127.0.0.1", () => console.log(server.address().port))`,
  "emulator, listening": `
    import { createBinkEmulator } from ${JSON.stringify(emulator)}
    const { url } = await createBinkEmulator().listen({ port: 0 })
    console.log(new URL(url).port)`,
}

const runs = Number(process.argv[2] ?? 15)
const times: Record<string, { listening: number[]; answering: number[] }> = {}
for (let run = 0; run < runs; run++) {
  for (const [name, source] of Object.entries(STARTS)) {
    times[name] ??= { listening: [], answering: [] }
    const { listening, answering } = await start(source)
    times[name].listening.push(listening)
    times[name].answering.push(answering)
  }
}
const [bare, ours] = Object.values(times) as [Times, Times]
interface Times {
  listening: number[]
  answering: number[]
}
for (const moment of ["listening", "answering"] as const) {
  const ratio = (median(ours[moment]) / median(bare[moment])).toFixed(2)
  console.log(
    `${moment}: bare ${median(bare[moment]).toFixed(0)} ms, emulator ${median(ours[moment]).toFixed(0)} ms, ${ratio} ×`,
  )
}

async function start(source: string): Promise<{ listening: number; answering: number }> {
  const began = performance.now()
  const child = spawn(process.execPath, ["--input-type=module", "--eval", source], {
    stdio: ["ignore", "pipe", "inherit"],
  })
  const [port] = await once(child.stdout, "data")
  const listening = performance.now() - began
  await (await fetch(`http://127.0.0.1:${String(port).trim()}/api/oauth/user`)).text()
  const answering = performance.now() - began
  child.kill()
  await once(child, "exit")
  return { listening, answering }
}

function median(numbers: number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] as number
}
