import type { Command } from 'commander'
import { InvalidArgumentError } from 'commander'
import { operatorApi } from '../api.ts'
import { Failure } from '../failure.ts'
import { printJson, say } from '../print.ts'
import { findStack } from '../stack.ts'
import { verifyAuction } from '../verify/verify.ts'

type Options = { wait: number; json?: boolean }

/** `auction verify`: proves that nothing of an auction was lost or changed. */
export function addVerify(auction: Command): void {
  auction
    .command('verify')
    .description(
      'Check an auction’s archived log entry by entry: its links, its chain of SHA-256, Redis where it is live, and the read model.',
    )
    .argument('<id>', 'the auction, by the last part of its address')
    .option('--wait <seconds>', 'wait at most so long for the archive', parseSeconds, 60)
    .option('--json', 'print the report as JSON and nothing else')
    .action(verify)
}

async function verify(auctionId: string, { wait, json }: Options): Promise<void> {
  const stack = findStack()
  const report = await verifyAuction(stack, operatorApi(stack), auctionId, wait * 1_000)
  if (json) printJson(report)
  else if (report.ok) {
    say(`All ${report.entries} entries of ${auctionId} are in the archive, linked and chained.`)
    say(report.live ? 'Redis holds the same entries and the same state.' : 'Redis does not hold this auction any more.')
    say('The read model shows the same state.')
    say(`SHA-256 of the last entry: ${report.hash}; of what the public is given: ${report.publicHash}`)
  }
  if (report.firstDifference) throw new Failure(`Entry ${report.firstDifference.seq} ${report.firstDifference.what}.`)
}

function parseSeconds(value: string): number {
  const seconds = Number(value)
  if (!(seconds >= 0 && seconds <= 3_600)) throw new InvalidArgumentError('Write a number of seconds up to 3600.')
  return seconds
}
