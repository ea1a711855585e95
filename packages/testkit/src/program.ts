import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { join } from 'node:path'

/** The project's folder. */
export const root = join(import.meta.dirname, '..', '..', '..')

/** A port of 127.0.0.1 that was free a moment ago. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })
}

/** Asks again and again until the answer is not null, undefined or false. @throws Error naming `what` after `timeoutMs`. */
export async function until<T>(
  what: string,
  ask: () => T | Promise<T>,
  timeoutMs = 60_000,
): Promise<Exclude<T, null | undefined | false>> {
  const endMs = performance.now() + timeoutMs
  for (;;) {
    const value = await ask()
    if (value !== null && value !== undefined && value !== false) return value as Exclude<T, null | undefined | false>
    if (performance.now() > endMs) throw new Error(`waited ${timeoutMs} ms in vain: ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 15))
  }
}

export type ProgramSpec = {
  name: string
  command: string
  args: readonly string[]
  env?: NodeJS.ProcessEnv
  cwd?: string
  /** Where the program writes its own process id: for one that a script starts, which does not pass signals on. */
  pidFile?: string
  isReady: () => Promise<boolean>
  readyTimeoutMs?: number
}

/** A child process of a test: ended with it, and killed in it. */
export class Program {
  readonly #spec: ProgramSpec
  #child: ChildProcess | null = null
  #output = ''

  private constructor(spec: ProgramSpec) {
    this.#spec = spec
  }

  /** Starts a program and waits until it is ready. @throws Error with its output when it ends or is not ready in time. */
  static async start(spec: ProgramSpec): Promise<Program> {
    const program = new Program(spec)
    await program.start()
    return program
  }

  /** What it has written so far, over all its starts; for messages. */
  get output(): string {
    return this.#output
  }

  /** The process that runs now. */
  get pid(): number {
    const pid = this.#child?.pid
    if (pid === undefined) throw new Error(`${this.#spec.name} does not run`)
    return pid
  }

  /** Starts it (again), with the same arguments and environment. */
  async start(): Promise<void> {
    const { name, command, args, env, cwd, isReady, readyTimeoutMs = 90_000 } = this.#spec
    const child = spawn(command, [...args], { env: { ...process.env, ...env }, cwd, stdio: ['ignore', 'pipe', 'pipe'] })
    this.#child = child
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (data) => {
        this.#output = `${this.#output}${data}`.slice(-20_000)
      })
    child.once('error', (error) => {
      this.#output += error.message
    })
    try {
      await until(
        `${name} ready`,
        async () => {
          if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined)
            throw new Error(`${name} ended`)
          return isReady()
        },
        readyTimeoutMs,
      )
    } catch (cause) {
      await this.#end('SIGKILL')
      throw new Error(`${name} did not start: ${this.#output}`, { cause })
    }
  }

  /** Ends it without a chance to clean up, as a power cut would. Resolves when it is gone. */
  kill(): Promise<void> {
    return this.#end('SIGKILL')
  }

  /** Asks it to end, and waits until it has. */
  stop(): Promise<void> {
    return this.#end('SIGTERM')
  }

  async #end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    const child = this.#child
    this.#child = null
    if (!child?.pid || child.exitCode !== null || child.signalCode !== null) return
    const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
    const pid = this.#ownPid() ?? child.pid
    process.kill(pid, signal)
    // A program that does not end when asked would keep the test run open.
    const late = setTimeout(() => isAlive(pid) && process.kill(pid, 'SIGKILL'), 15_000)
    await gone
    clearTimeout(late)
    if (this.#spec.pidFile) rmSync(this.#spec.pidFile, { force: true })
  }

  /** The process that its script has started; null where there is no script, or it has not come so far. */
  #ownPid(): number | null {
    const { pidFile } = this.#spec
    if (!pidFile || !existsSync(pidFile)) return null
    const pid = Number(readFileSync(pidFile, 'utf8'))
    return Number.isInteger(pid) && pid > 0 && isAlive(pid) ? pid : null
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.stop()
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}
