/** Numbered steps on the terminal for scripts that take longer than a few seconds: `[2/7] Building the demo (0:34)`. */

export interface ProgressOptions {
  /**
   * Rewrites the line of the running step every second. Set it to `false` if the steps print output themselves.
   * @default true on a terminal
   */
  isLive?: boolean
  /** Receives the text. @default `process.stdout.write` */
  write?: (text: string) => void
}

export interface Progress {
  /** Runs one step, prints its name and duration, and returns its result. A step that throws is printed as failed. */
  step<Result>(name: string, run: () => Result | Promise<Result>): Promise<Result>
  /** Prints the total time. */
  end(message: string): void
}

/**
 * Starts counting the steps of a script.
 *
 * @example
 * const progress = startProgress(2)
 * await progress.step("Building the package", () => buildPackage())
 * await progress.step("Building the demo", () => buildDemo())
 * progress.end("Built")
 */
export function startProgress(
  count: number,
  {
    isLive = process.stdout.isTTY === true,
    write = (text) => void process.stdout.write(text),
  }: ProgressOptions = {},
): Progress {
  const start = Date.now()
  let index = 0
  return {
    async step(name, run) {
      const stepStart = Date.now()
      const line = `[${++index}/${count}] ${name}`
      const show = (result = "") => {
        const text = `${line}${result} (${formatDuration(Date.now() - stepStart)})`
        write(isLive ? `\r\u001b[K${text}` : `${text}\n`)
      }
      write(isLive ? `${line} …` : `${line} …\n`)
      const timer = isLive ? setInterval(() => show(), 1000) : undefined
      try {
        const result = await run()
        show()
        return result
      } catch (error) {
        show(" failed")
        throw error
      } finally {
        clearInterval(timer)
        if (isLive) write("\n")
      }
    },
    end(message) {
      write(`${message} in ${formatDuration(Date.now() - start)}\n`)
    },
  }
}

/** Returns minutes and seconds: `1:05`. */
export function formatDuration(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000)
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`
}
