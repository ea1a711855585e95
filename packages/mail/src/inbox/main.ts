import { parseArgs } from 'node:util'
import { openInbox } from './inbox.ts'

/** The inbox of `npm start` and of Compose: `main.ts --folder DIR --smtp PORT --page PORT [--host ADDRESS]`, until it is ended. */
const { values } = parseArgs({
  options: { folder: { type: 'string' }, smtp: { type: 'string' }, page: { type: 'string' }, host: { type: 'string' } },
  strict: true,
})

try {
  const { folder = '', smtp = '0', page = '0', host } = values
  const inbox = await openInbox({ folder, smtpPort: Number(smtp), pagePort: Number(page), host })
  process.stdout.write(`Letters are taken at ${inbox.smtpUrl} and read at ${inbox.pageUrl}\n`)
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => inbox.close().finally(() => process.exit(0)))
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
}
