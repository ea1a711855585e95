import { rmSync } from 'node:fs'
import { run } from './command.ts'
import { readJson } from './json-file.ts'
import { root } from './paths.ts'
import { explain } from './problem.ts'
import { say, step } from './say.ts'
import { type Tally, tallyOf, total } from './test-results.ts'

/** No single check may hold up the rest for longer. */
const CHECK_TIMEOUT_MS = 60 * 60_000

/** The checks of one `npm test`: each runs whatever became of the others, and all are counted. */
export class Checks {
  readonly #tallies: { name: string; tally: Tally }[] = []

  get total(): Tally {
    return total(this.#tallies.map(({ tally }) => tally))
  }

  get failedNames(): string[] {
    return this.#tallies.filter(({ tally }) => tally.failed > 0).map(({ name }) => name)
  }

  add(name: string, tally: Tally): void {
    this.#tallies.push({ name, tally })
  }

  /** Work that passes or fails as a whole. True when it passed. */
  async whole(name: string, work: () => Promise<unknown>): Promise<boolean> {
    try {
      await step(name, work)
      this.add(name, { passed: 1, failed: 0 })
      return true
    } catch (error) {
      say(explain(error))
      this.add(name, { passed: 0, failed: 1 })
      return false
    }
  }

  /** A program that passes or fails as a whole; what it printed is shown when it fails. */
  program(name: string, command: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<boolean> {
    return this.whole(name, async () => {
      const { code, output } = await run(command, args, { cwd: root, env, timeoutMs: CHECK_TIMEOUT_MS })
      if (code === 0) return
      say(output.trimEnd())
      throw new Error(`${name} failed`)
    })
  }

  /** A test runner that writes a JSON report; its lines are shown as they come. */
  async suite<Report>(
    name: string,
    command: string,
    args: readonly string[],
    options: { env: NodeJS.ProcessEnv; cwd?: string; report: string; read: (report: Report) => Tally },
  ): Promise<void> {
    const { env, cwd = root, report, read } = options
    rmSync(report, { force: true })
    say(`... ${name}`)
    const startedMs = Date.now()
    const { code } = await run(command, args, {
      cwd,
      env,
      timeoutMs: CHECK_TIMEOUT_MS,
      onLine: (line) => say(`    ${line}`),
    })
    const parsed = readJson<Report>(report)
    const tally = tallyOf(parsed && read(parsed), code)
    this.add(name, tally)
    const seconds = ((Date.now() - startedMs) / 1000).toFixed(1)
    say(`${tally.failed ? ' no' : ' ok'} ${name}: ${tally.passed} passed, ${tally.failed} failed (${seconds} s)`)
  }
}
