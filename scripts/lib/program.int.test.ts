import { describe, expect, it } from 'vitest'
import { Problem } from './problem.ts'
import { isRunning, processId } from './process-id.ts'
import type { ProgramSpec } from './program.ts'
import { Supervisor } from './supervisor.ts'
import { until } from './wait.ts'

/** A program that says a word when it is up, and then waits. */
const spec = (over: Partial<ProgramSpec> = {}): ProgramSpec & { lines: string[] } => {
  const lines: string[] = []
  return {
    name: 'sleeper',
    command: process.execPath,
    args: ['-e', "console.log('up'); setInterval(() => {}, 1000)"],
    env: process.env,
    isReady: async () => lines.includes('up'),
    readyTimeoutMs: 10_000,
    onLine: (line) => lines.push(line),
    lines,
    ...over,
  }
}

describe('Supervisor', () => {
  it('RUN-6 starts a killed program again and ends it when asked to', async () => {
    const program = spec()
    const supervisor = new Supervisor()
    await supervisor.start(program)
    const first = processId(supervisor.pids.sleeper ?? 0)
    process.kill(first.pid, 'SIGKILL')
    expect(await until(() => program.lines.length === 2, 10_000)).toBe(true)
    const second = processId(supervisor.pids.sleeper ?? 0)
    expect([isRunning(first), isRunning(second)]).toEqual([false, true])
    await supervisor.stop()
    expect(isRunning(second)).toBe(false)
  })

  it('RUN-6 kills what a wrapper leaves behind', async () => {
    const program = spec({ command: 'sh', args: ['-c', 'sleep 1000 & echo up; echo $!; wait'] })
    const supervisor = new Supervisor()
    await supervisor.start(program)
    expect(await until(() => program.lines.length === 2, 5_000)).toBe(true)
    const inner = processId(Number(program.lines[1]))
    process.kill(supervisor.pids.sleeper ?? 0, 'SIGKILL')
    expect(await until(() => !isRunning(inner), 5_000)).toBe(true)
    await supervisor.stop()
  })

  it('RUN-6 kills a program that does not want to end', async () => {
    const args = ['-e', "process.on('SIGTERM', () => {}); console.log('up'); setInterval(() => {}, 1000)"]
    const supervisor = new Supervisor()
    await supervisor.start(spec({ args, stopTimeoutMs: 200 }))
    const id = processId(supervisor.pids.sleeper ?? 0)
    await supervisor.stop()
    expect(isRunning(id)).toBe(false)
  })

  it('RUN-7 reports a program that does not start with its last words', async () => {
    const supervisor = new Supervisor()
    const failing = spec({ args: ['-e', "console.error('port 1 is taken'); process.exit(1)"] })
    const failure = supervisor.start(failing)
    await expect(failure).rejects.toThrow(Problem)
    await expect(failure).rejects.toThrow(/sleeper ended at once; .*\nport 1 is taken/)
    const missing = supervisor.start(spec({ command: '/does/not/exist' }))
    await expect(missing).rejects.toThrow(/sleeper ended at once/)
  })
})
