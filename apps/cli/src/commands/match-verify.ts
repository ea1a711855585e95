import type { Command } from 'commander'
import { operatorApi } from '../api.ts'
import { printJson, say } from '../print.ts'
import { findStack } from '../stack.ts'

/** `match verify`: proves a match's archived log. Exits with 1 where something is not as it should be. */
export function addMatchVerify(match: Command): void {
  match
    .command('verify')
    .description('Check the whole chain of a match, and that Redis, the archive and the lists tell the same.')
    .argument('<match>', 'the id in its address')
    .option('--json', 'print the report and nothing else')
    .action(verify)
}

async function verify(matchId: string, { json }: { json?: boolean }): Promise<void> {
  const report = await operatorApi(findStack()).match.verify.query({ matchId })
  if (!report.ok) process.exitCode = 1
  if (json) return printJson(report)
  const { entries, hash, behind, live, firstDifference } = report
  if (firstDifference) return say(`Entry ${firstDifference.seq}: ${firstDifference.what}.`)
  say(`${entries} entries, each follows from the one before; the last hash is ${hash}.`)
  say(
    live
      ? `Redis holds the same${behind > 0 ? `, and ${behind} more that are not archived yet` : ''}.`
      : 'The match is not live.',
  )
}
