import { scoredBy } from '../shoot-out.ts'
import type { Figure } from '../sport.ts'
import { oversAt } from './apply-ball.ts'
import { cricketResult, resultText } from './result.ts'
import type { Batter, CricketScore, Innings } from './score.ts'

/** What stands in the book, so that a correction can tell what it changes. */
export function figures(score: CricketScore): readonly Figure[] {
  const teams = { home: 'home', away: 'away' }
  const hits = scoredBy(score.bowlOut)
  return [
    { of: 'result', player: null, stands: resultText(cricketResult(score), teams) },
    ...(score.bowlOut.length > 0 ? [{ of: 'bowl-out', player: null, stands: `${hits.home}-${hits.away}` }] : []),
    ...score.innings.flatMap((innings) => inningsFigures(score, innings)),
  ]
}

function inningsFigures(score: CricketScore, innings: Innings): Figure[] {
  const of = `innings ${innings.n}`
  const { runs, wickets, extras } = innings
  const sum = extras.wides + extras.noBalls + extras.byes + extras.legByes + extras.penalty
  return [
    { of, player: null, stands: `${runs}/${wickets} in ${oversAt(innings, score.rules)} overs` },
    { of: `${of} extras`, player: null, stands: String(sum) },
    ...innings.batters.map((batter) => ({ of: `${of} batting`, player: batter.player, stands: batterText(batter) })),
    ...innings.bowlers.map(({ player, balls, maidens, runs: debited, wickets: taken }) => ({
      of: `${of} bowling`,
      player,
      stands: `${taken} for ${debited} in ${balls} balls, ${maidens} maidens`,
    })),
  ]
}

function batterText({ runs, balls, status }: Batter): string {
  const said = status.is === 'in' ? 'not out' : status.kind
  return `${runs} (${balls}) ${said}`
}
