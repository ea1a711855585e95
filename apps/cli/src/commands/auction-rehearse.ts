import { basename } from 'node:path'
import type { Command } from 'commander'
import { operatorApi } from '../api.ts'
import { Failure } from '../failure.ts'
import { type ColumnOverrides, parseMap, parseOnly, parseSpeed, readBytes } from '../options.ts'
import { printJson } from '../print.ts'
import { type InputFile, planFromFiles } from '../rehearse/files.ts'
import { differences, printReport, reportOf } from '../rehearse/report.ts'
import { requestFor } from '../rehearse/request.ts'
import { playRoom } from '../rehearse/room.ts'
import { findStack } from '../stack.ts'

type Options = {
  list: string
  results?: string
  retained?: string
  rules?: string
  map?: ColumnOverrides
  only?: { column: string; value: string }
  speed: number
  json?: boolean
}

const DESCRIPTION =
  'Replay a recorded auction in a room of its own. Bots sign in and bid over real sockets, so that each player ends at his real team and price.'

/** `auction rehearse`: replays a recorded auction with bots over real sockets. */
export function addRehearse(auction: Command): void {
  auction
    .command('rehearse')
    .description(DESCRIPTION)
    .requiredOption('--list <list.csv>', 'the list of players')
    .option('--results <results.csv>', 'who went where for how much, unless the list says so itself')
    .option(
      '--retained <retained.csv>',
      'who was retained before the auction, by team and price; of several years that of the auction',
    )
    .option('--rules <id>', 'the rule set, such as ipl-2025; else that of the year in the files’ names')
    .option('--map <field=Column,...>', 'say which column holds a field; #3 is the third column', parseMap)
    .option('--only <Column=Value>', 'take one auction out of a file of several, as Year=2018', parseOnly)
    .option('--speed <speed>', 'max, or a multiple of a human pace', parseSpeed, Number.POSITIVE_INFINITY)
    .option('--json', 'print the report as JSON and nothing else')
    .action(rehearse)
}

async function rehearse(options: Options): Promise<void> {
  const stack = findStack()
  const list = await inputFile(options.list)
  const results = options.results === undefined ? null : await inputFile(options.results)
  const retained = options.retained === undefined ? undefined : await inputFile(options.retained)
  const plan = planFromFiles(list, results, { ...options, retained })
  const name = `Rehearsal: ${basename(options.results ?? options.list)
    .replace(/\.\w+$/, '')
    .replaceAll('_', ' ')}`
  const created = await operatorApi(stack).rehearsal.create.mutate(requestFor(name, plan))
  const played = await playRoom(stack, created, plan, options.speed, !options.json)
  const report = reportOf(created, plan, played)
  if (options.json) printJson(report)
  else printReport(report, played, stack.webUrl)
  const wrong = differences(plan, created, played.state)
  if (wrong.length > 0)
    throw new Failure(`The rehearsal did not end as the files say: ${wrong.slice(0, 5).join('; ')}.`)
}

async function inputFile(path: string): Promise<InputFile> {
  return { path, bytes: await readBytes(path) }
}
