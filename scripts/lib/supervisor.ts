import { setTimeout as delay } from 'node:timers/promises'
import { Problem } from './problem.ts'
import { type ProcessId, processId } from './process-id.ts'
import { Program, type ProgramSpec } from './program.ts'
import { restartDelayMs } from './restart-policy.ts'
import { sayFrom } from './say.ts'

type Watched = { spec: ProgramSpec; program: Program; restartsMs: number[] }

/** Keeps programs running: what ends without being asked to is started again, on the same port and data. */
export class Supervisor {
  readonly #watched = new Map<string, Watched>()
  readonly #onChange: () => void
  #stopping = false

  /** @param onChange called whenever a pid changed. */
  constructor(onChange: () => void = () => {}) {
    this.#onChange = onChange
  }

  /** The pid of each program, for people and tests. */
  get pids(): Record<string, number> {
    return Object.fromEntries([...this.#watched].map(([name, { program }]) => [name, program.pid]))
  }

  /** The process groups to end should this process die without a goodbye. */
  get leaders(): ProcessId[] {
    return [...this.#watched.values()].map(({ program }) => processId(program.leader))
  }

  /** Starts a program and waits until it serves. @throws Problem with its last words when it does not. */
  async start(spec: ProgramSpec): Promise<void> {
    if (this.#stopping) throw new Problem(`${spec.name} was not started: everything is being stopped.`)
    const watched: Watched = { spec, program: new Program(spec), restartsMs: [] }
    this.#watched.set(spec.name, watched)
    this.#onChange()
    if (await watched.program.ready()) {
      this.#onChange()
      void this.#watch(watched)
      return
    }
    const why = watched.program.hasExited ? 'ended at once' : `was not ready within ${spec.readyTimeoutMs / 1000} s`
    await watched.program.stop()
    this.#watched.delete(spec.name)
    const details = spec.logFile
      ? `its log is ${spec.logFile}`
      : `its last words were:\n${watched.program.lastLines.join('\n')}`
    throw new Problem(`${spec.name} ${why}; ${details}`)
  }

  /** Ends all programs, last started first, each within its time. */
  async stop(onEach: (name: string) => void = () => {}): Promise<void> {
    this.#stopping = true
    for (const { spec, program } of [...this.#watched.values()].toReversed()) {
      onEach(spec.name)
      await program.stop()
    }
  }

  async #watch(watched: Watched): Promise<void> {
    const { spec } = watched
    while (true) {
      await watched.program.exited
      if (this.#stopping) return
      const delayMs = restartDelayMs(watched.restartsMs, Date.now())
      sayFrom(spec.name, `ended unexpectedly; it is started again in ${(delayMs / 1000).toFixed(1)} s`)
      await delay(delayMs, undefined, { ref: false })
      if (this.#stopping) return
      watched.restartsMs.push(Date.now())
      watched.program = new Program(spec)
      this.#onChange()
      if (await watched.program.ready()) sayFrom(spec.name, 'runs again')
      else if (!this.#stopping) {
        sayFrom(spec.name, 'did not come back')
        await watched.program.stop()
      }
      this.#onChange()
    }
  }
}
