import { join } from 'node:path'
import { nextBin } from './build.ts'
import type { AppEnvironment, AppPorts } from './environment.ts'
import { readableLine } from './log-lines.ts'
import { answersOk } from './net.ts'
import { root, webDir } from './paths.ts'
import type { ProgramSpec } from './program.ts'
import { sayFrom } from './say.ts'

const READY_TIMEOUT_MS = 120_000
/** Draining comes first; see the shutdown of packages/config, which allows itself 10 s. */
const STOP_TIMEOUT_MS = 12_000

type Mode = 'production' | 'development'

const app = (
  name: string,
  args: string[],
  cwd: string,
  health: string,
  env: NodeJS.ProcessEnv,
  onLine: (name: string, line: string) => void,
): ProgramSpec => ({
  name,
  command: process.execPath,
  args,
  cwd,
  env,
  isReady: () => answersOk(health),
  readyTimeoutMs: READY_TIMEOUT_MS,
  stopTimeoutMs: STOP_TIMEOUT_MS,
  onLine: (line) => onLine(name, readableLine(line)),
})

/** The three apps, in the order in which they start: the web app last, since it is what people open. */
export const apps = (
  mode: Mode,
  ports: AppPorts,
  env: AppEnvironment,
  onLine: (name: string, line: string) => void = sayFrom,
): ProgramSpec[] => {
  const watch = mode === 'development' ? ['--watch', '--watch-preserve-output'] : []
  const main = (name: string) => [...watch, join(root, 'apps', name, 'src', 'main.ts')]
  const serve = mode === 'development' ? 'dev' : 'start'
  const next = [nextBin, serve, '--port', String(ports.web), '--hostname', env.LISTEN_HOST]
  // Nobody opens the workers: they only say whether they are well.
  const alone = { ...env, LISTEN_HOST: '127.0.0.1' }
  return [
    app('realtime', main('realtime'), root, `http://127.0.0.1:${ports.realtime}/readyz`, env, onLine),
    app('workers', main('workers'), root, `http://127.0.0.1:${ports.workers}/readyz`, alone, onLine),
    app('web', next, webDir, `http://127.0.0.1:${ports.web}/api/healthz`, env, onLine),
  ]
}
