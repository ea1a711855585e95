import type { Logger } from './logger.ts'

type Closer = { name: string; close: () => unknown }

/** Long enough to drain a room of bidders, short enough that an orchestrator does not lose patience first. */
const SHUTDOWN_TIMEOUT_MS = 10_000

/** Closes what a program opened, last opened first, within a bounded time. */
export class Shutdown {
  readonly #log: Logger
  readonly #timeoutMs: number
  readonly #closers: Closer[] = []
  #running: Promise<boolean> | undefined

  constructor(log: Logger, timeoutMs = SHUTDOWN_TIMEOUT_MS) {
    this.#log = log
    this.#timeoutMs = timeoutMs
  }

  /** True from the first moment of closing: readiness checks look at it, so that no new work arrives. */
  get closing(): boolean {
    return this.#running !== undefined
  }

  /** Registers what has just been opened. */
  add(name: string, close: () => unknown): void {
    this.#closers.push({ name, close })
  }

  /** Closes everything once, however often it is called. Resolves to true when all closed in time and without error. */
  run(reason: string): Promise<boolean> {
    this.#running ??= this.#closeAll(reason)
    return this.#running
  }

  /** SIGTERM and SIGINT close and exit; an error nobody caught is logged first, and the exit code says so. */
  exitOnSignals(): void {
    const exit = (reason: string, code: number) =>
      void this.run(reason).then((clean) => process.exit(clean ? code : code || 1))
    process.once('SIGTERM', () => exit('SIGTERM', 0))
    process.once('SIGINT', () => exit('SIGINT', 0))
    const fatal = (error: unknown) => {
      this.#log.fatal({ err: error }, 'An error nobody caught: closing')
      exit('an error nobody caught', 1)
    }
    process.on('uncaughtException', fatal)
    process.on('unhandledRejection', fatal)
  }

  async #closeAll(reason: string): Promise<boolean> {
    this.#log.info({ reason }, 'Closing')
    const deadline = Date.now() + this.#timeoutMs
    let clean = true
    for (const closer of this.#closers.toReversed()) {
      try {
        await within(closer, Math.max(deadline - Date.now(), 0))
      } catch (error) {
        clean = false
        this.#log.error({ err: error, closer: closer.name }, `Could not close ${closer.name}`)
      }
    }
    this.#log.info({ clean }, 'Closed')
    return clean
  }
}

const within = async (closer: Closer, timeoutMs: number): Promise<void> => {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${closer.name} was not closed in time`)), timeoutMs)
  })
  try {
    await Promise.race([Promise.resolve(closer.close()), late])
  } finally {
    clearTimeout(timer)
  }
}
