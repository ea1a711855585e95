import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readableLine } from './log-lines.ts'
import { say } from './say.ts'

const APPS = ['web', 'realtime', 'workers']
const MOST_LINES = 30

/** What the apps warned of, the last lines of each: beside a story that failed this is often the reason. */
export const sayWarnings = (logs: string): void => {
  for (const app of APPS) {
    const lines = readFileSync(join(logs, `${app}.log`), 'utf8').split('\n')
    const warnings = lines.filter((line) => /^\{"level":"(?:warn|error|fatal)"/.test(line)).slice(-MOST_LINES)
    if (warnings.length > 0) say(`What ${app} warned of:`)
    for (const line of warnings) say(`    ${JSON.parse(line).time} ${readableLine(line)}`)
  }
}
