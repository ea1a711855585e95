import { spawn } from 'node:child_process'
import { join } from 'node:path'
import type { AppEnvironment } from '../../../scripts/lib/environment.ts'
import { withStack } from '../../../scripts/lib/foreground.ts'
import { explain } from '../../../scripts/lib/problem.ts'
import { HERE } from '../../../scripts/lib/reach.ts'
import { Stack } from '../../../scripts/lib/stack.ts'
import type { MeasuredRow } from '../measure.ts'
import type { BesideSamples } from './program.ts'
import { besideRows } from './rows.ts'

/** Longer than it takes on a machine that is busy with something else. */
const AT_MOST_MS = 300_000

/**
 * Bids beside sign-ins, on stores that are started for it as `npm test` starts its own, and stopped again. Where there are none, or others
 * use them, it says so and measures nothing.
 */
export async function besideSignIns(say: (words: string) => void): Promise<readonly MeasuredRow[]> {
  let rows: readonly MeasuredRow[] = []
  try {
    await withStack('test', HERE, async (stack) => {
      await stack.claim()
      const environment = await stack.startServices('production', await Stack.ports('test'))
      await stack.migrate()
      say('identity: bids beside sign-ins ...')
      rows = besideRows(await measuredBy(environment))
      return 0
    })
  } catch (error) {
    say(`identity: left out. ${explain(error)}`)
  }
  return rows
}

const measuredBy = async (environment: AppEnvironment): Promise<BesideSamples> => {
  const program = spawn(process.execPath, [join(import.meta.dirname, 'program.ts')], {
    env: { ...environment, LOG_LEVEL: 'error' },
    stdio: ['ignore', 'pipe', 'inherit'],
    timeout: AT_MOST_MS,
  })
  let out = ''
  program.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text
  })
  const code = await new Promise<number | null>((resolve, reject) => {
    program.once('error', reject)
    program.once('close', resolve)
  })
  if (code !== 0) throw new Error(`What measures it ended with ${code}`)
  return JSON.parse(out) as BesideSamples
}
