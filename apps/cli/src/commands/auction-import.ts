import { basename } from 'node:path'
import type { Command } from 'commander'
import { operatorApi } from '../api.ts'
import { Failure } from '../failure.ts'
import { type ColumnOverrides, parseMap, readBytes } from '../options.ts'
import { printJson, say } from '../print.ts'
import { findStack } from '../stack.ts'

type Options = { event: string; map?: ColumnOverrides; json?: boolean }

/** `auction import`: reads a list of players into an event's auction. */
export function addImport(auction: Command): void {
  auction
    .command('import')
    .description('Read a CSV list of players into an event’s auction. Sending the same list again adds nobody twice.')
    .argument('<list.csv>', 'the list; its columns are recognised by their headers and values')
    .requiredOption('--event <slug>', 'the event, by the last part of its address')
    .option(
      '--map <field=Column,...>',
      'say which column holds a field, over what is recognised; #3 is the third column',
      parseMap,
    )
    .option('--json', 'print {"rows","imported","refused","warnings"} and nothing else')
    .action(importList)
}

async function importList(path: string, options: Options): Promise<void> {
  const bytes = await readBytes(path)
  const api = operatorApi(findStack())
  const event = await api.event.bySlug.query({ slug: options.event })
  if (!event.auction) throw new Failure(`${options.event} has no auction yet: open its page once, which makes it.`)
  const { added, known, rows, refused, warnings } = await api.players.import.mutate({
    auctionId: event.auction.auctionId,
    file: { name: basename(path), base64: Buffer.from(bytes).toString('base64') },
    map: options.map ?? {},
  })
  const report = { rows, imported: added + known, refused, warnings }
  if (options.json) printJson(report)
  else {
    say(`${report.imported} of ${report.rows} rows are players of ${options.event}.`)
    for (const { row, reason } of report.refused) say(`  Row ${row} was refused: ${reason}`)
    for (const warning of report.warnings) say(`  ${warning}`)
  }
  if (report.imported === 0 && report.rows > 0)
    throw new Failure('No row became a player: the reasons are in the report.')
}
