import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Where a part of the product under test is: as `npm test` says, or the run file of a Gavel that was started by hand. */
export function addressOf(
  variable: 'GAVEL_E2E_INBOX_URL' | 'GAVEL_E2E_STRIPE_URL',
  key: 'inboxUrl' | 'stripeUrl',
): string {
  const said = process.env[variable]
  if (said) return said
  const file = process.env.GAVEL_RUN_FILE ?? join(import.meta.dirname, '../../.gavel/run.json')
  const run: Partial<Record<typeof key, string>> = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}
  const found = run[key]
  if (!found) throw new Error(`This Gavel has none: set ${variable}.`)
  return found
}
