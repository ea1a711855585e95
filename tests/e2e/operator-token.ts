import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** The token of the local operator: as `npm test` says, or as it lies beside the run file of a Gavel that was started by hand. */
export function operatorToken(): string {
  const said = process.env.OPERATOR_TOKEN
  if (said) return said
  const file = process.env.GAVEL_RUN_FILE ?? join(import.meta.dirname, '../../.gavel/run.json')
  return readFileSync(join(dirname(file), 'operator.token'), 'utf8').trim()
}
