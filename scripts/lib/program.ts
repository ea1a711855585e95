import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, mkdirSync, openSync, readFileSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { lineSplitter } from './log-lines.ts'
import { isRunning, type processId, signalGroup } from './process-id.ts'
import { until } from './wait.ts'

/** How one long-running program is started, known to be ready, and ended. */
export type ProgramSpec = {
  name: string
  command: string
  args: readonly string[]
  env?: NodeJS.ProcessEnv
  cwd?: string
  uid?: number
  gid?: number
  /** Its output goes to this file, or else line by line to `onLine`. */
  logFile?: string
  onLine?: (line: string) => void
  /** True as soon as it serves. Asked again and again, so it must be cheap and must not throw. */
  isReady: () => Promise<boolean>
  readyTimeoutMs: number
  stopSignal?: NodeJS.Signals
  stopTimeoutMs?: number
  /** Where a wrapper script writes the pid of the program proper. */
  pidFile?: string
}

const STOP_TIMEOUT_MS = 10_000
const LINES_KEPT = 30

/** One run of a program, as the leader of its own process group: Ctrl-C in the terminal reaches it only through us. */
export class Program {
  readonly spec: ProgramSpec
  readonly #child: ChildProcess
  readonly exited: Promise<void>
  readonly lastLines: string[] = []
  #hasExited = false

  constructor(spec: ProgramSpec) {
    this.spec = spec
    // The pid of the last run is another process by now.
    if (spec.pidFile) rmSync(spec.pidFile, { force: true })
    const log = spec.logFile ? openLog(spec.logFile) : undefined
    const { cwd, env, uid, gid } = spec
    this.#child = spawn(spec.command, spec.args, {
      cwd,
      env,
      uid,
      gid,
      detached: true,
      stdio: ['ignore', log ?? 'pipe', log ?? 'pipe'],
    })
    if (log !== undefined) closeSync(log)
    const split = lineSplitter((line) => {
      this.lastLines.push(line)
      if (this.lastLines.length > LINES_KEPT) this.lastLines.shift()
      spec.onLine?.(line)
    })
    for (const stream of [this.#child.stdout, this.#child.stderr]) stream?.setEncoding('utf8').on('data', split)
    this.exited = new Promise((resolve) => {
      const ended = () => {
        this.#hasExited = true
        // A wrapper that dies may leave the program proper behind, which would keep the port and the data.
        if (this.#child.pid) signalGroup(this.#child.pid, 'SIGKILL')
        resolve()
      }
      this.#child.once('exit', ended)
      this.#child.once('error', (error) => {
        this.lastLines.push(error.message)
        ended()
      })
    })
  }

  /** The pid that a person would signal: the program proper's where a wrapper started it. */
  get pid(): number {
    const leader = this.#child.pid ?? 0
    if (!this.spec.pidFile) return leader
    try {
      return Number.parseInt(readFileSync(this.spec.pidFile, 'utf8'), 10) || leader
    } catch {
      return leader
    }
  }

  /** The leader of the process group: what has to be ended if this process dies without a goodbye. */
  get leader(): number {
    return this.#child.pid ?? 0
  }

  get hasExited(): boolean {
    return this.#hasExited
  }

  /** Resolves to true when it serves, to false when it ended or took too long. */
  ready(): Promise<boolean> {
    return until(
      async () => !this.#hasExited && (await this.spec.isReady()) && !this.#hasExited,
      this.spec.readyTimeoutMs,
      () => this.#hasExited,
    )
  }

  /** Asks it to end, then makes it. Resolves when it is gone. */
  async stop(): Promise<void> {
    if (this.#hasExited) return
    const { stopSignal = 'SIGTERM', stopTimeoutMs = STOP_TIMEOUT_MS } = this.spec
    const leader = this.leader
    try {
      process.kill(this.pid, stopSignal)
    } catch {
      // It ended by itself meanwhile.
    }
    const timer = setTimeout(() => signalGroup(leader, 'SIGKILL'), stopTimeoutMs)
    await this.exited
    clearTimeout(timer)
  }
}

const openLog = (file: string): number => {
  mkdirSync(dirname(file), { recursive: true })
  return openSync(file, 'a', 0o600)
}

/** Ends a process group that an earlier run left behind. */
export const endLeftover = async (id: ReturnType<typeof processId>): Promise<void> => {
  if (!isRunning(id)) return
  signalGroup(id.pid, 'SIGTERM')
  if (await until(() => !isRunning(id), STOP_TIMEOUT_MS)) return
  signalGroup(id.pid, 'SIGKILL')
  await until(() => !isRunning(id), STOP_TIMEOUT_MS)
}
