import { basename } from 'node:path'
import { simulate } from '@gavel/bots'
import { readPlayerList } from '@gavel/player-list'
import { type Command, InvalidArgumentError } from 'commander'
import { type ColumnOverrides, parseMap, parseOnly, readBytes } from '../options.ts'
import { printJson } from '../print.ts'
import { chooseRules } from '../rehearse/rules.ts'
import { castFromList } from '../simulate/cast.ts'
import { printSimulation, simulationReport } from '../simulate/report.ts'

type Options = {
  list: string
  rules?: string
  teams: number
  seed: string
  map?: ColumnOverrides
  only?: { column: string; value: string }
  json?: boolean
}

const DESCRIPTION =
  'Play a whole auction between bots of different tempers, here and at once: no running Gavel is needed. Equal seeds play equal auctions.'

/** `auction simulate`: a whole auction between bots, offline. */
export function addSimulate(auction: Command): void {
  auction
    .command('simulate')
    .description(DESCRIPTION)
    .requiredOption('--list <list.csv>', 'the list of players')
    .option('--rules <id>', 'the rule set, such as ipl-2025; else that of the year in the file’s name')
    .option('--teams <number>', 'how many teams bid', parseTeams, 10)
    .option('--seed <seed>', 'any text or number: another one plays another auction', '1')
    .option('--map <field=Column,...>', 'say which column holds a field; #3 is the third column', parseMap)
    .option('--only <Column=Value>', 'take one auction out of a file of several, as Year=2018', parseOnly)
    .option('--json', 'print the report as JSON and nothing else')
    .action(run)
}

async function run({ list: path, rules: asked, teams, seed, map, only, json }: Options): Promise<void> {
  const bytes = await readBytes(path)
  const { rules, guesses } = chooseRules(asked, only ? [only.value, basename(path)] : [basename(path)])
  const cast = castFromList(readPlayerList(bytes, { map, only, rules }), rules, teams)
  const startedMs = performance.now()
  const simulated = simulate({
    rules,
    seed,
    players: cast.players,
    teams: cast.teams.map((team) => ({ team })),
  })
  const report = simulationReport(simulated, { ...cast, guesses: [...guesses, ...cast.guesses] })
  if (json) printJson(report)
  else printSimulation(report, simulated, performance.now() - startedMs)
}

function parseTeams(value: string): number {
  const teams = Number(value)
  if (!Number.isInteger(teams)) throw new InvalidArgumentError('Write a whole number.')
  return teams
}
