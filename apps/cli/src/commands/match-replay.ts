import { basename } from 'node:path'
import { readMatch } from '@gavel/match-files'
import type { Command } from 'commander'
import { operatorApi } from '../api.ts'
import { Failure } from '../failure.ts'
import { parseSpeed } from '../options.ts'
import { printJson, say } from '../print.ts'
import { playAgain } from '../replay/play.ts'
import { scriptOf } from '../replay/script.ts'
import { findMatches, readFiles } from '../score/find.ts'
import { findStack } from '../stack.ts'

type Options = { speed: number; json?: boolean }

/** `match replay`: plays a recorded match as if it were live, in a rehearsal of its own. */
export function addMatchReplay(match: Command): void {
  match
    .command('replay')
    .description('Play a recorded match on the running Gavel as if it were live. Its page shows it ball by ball.')
    .argument('<file or folder>', 'a match: cricket, badminton, volleyball or kabaddi, known by its content')
    .option('--speed <speed>', 'max, or a multiple of the pace of a real match', parseSpeed, 20)
    .option('--json', 'print {"matchId","url","plays","tookMs"} and nothing else')
    .action(replay)
}

async function replay(path: string, { speed, json }: Options): Promise<void> {
  const [found] = findMatches([path])
  if (!found) throw new Failure(`${path} holds no match.`)
  const files = 'refusal' in found ? found.refusal : readFiles(found.paths)
  const read = 'code' in files ? { refusal: files } : readMatch(found.name, files)
  if ('refusal' in read) throw new Failure(`${path}: ${read.refusal.where}: ${read.refusal.words}`)
  const script = scriptOf(read)
  const stack = findStack()
  const created = await operatorApi(stack).rehearsal.createMatch.mutate({
    name: `Replay: ${script.home} v ${script.away}`.slice(0, 120),
    sport: script.state.sport,
    rules: { ...script.state.rules },
    setup: script.state.setup,
    home: script.home,
    away: script.away,
    venue: script.venue,
    names: script.names,
  })
  const url = `${stack.webUrl}/matches/${created.matchId}`
  if (!json) say(`${basename(path)}, ${script.plays.length} plays. Watch it: ${url}`)
  const { tookMs } = await playAgain(stack, created, script, speed, (done) => {
    if (!json && process.stdout.isTTY) process.stdout.write(`\r${done} of ${script.plays.length}`)
  })
  if (json) printJson({ matchId: created.matchId, url, plays: script.plays.length, tookMs: Math.round(tookMs) })
  else say(`\nAll ${script.plays.length} plays are in the book.`)
}
