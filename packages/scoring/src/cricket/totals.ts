// What players did over a season, and what their runs and wickets cost (CHART-7, CHART-8).
import { otherSide, type PlayerId } from '../sport.ts'
import { mainInnings } from './innings.ts'
import type { Batter, Bowler, CricketScore, Innings } from './score.ts'
import { rate } from './scorecard.ts'

/** `best`: the most wickets of one innings for the fewest runs. Super overs count in nothing. */
export type PlayerTotals = {
  readonly player: PlayerId
  readonly matches: number
  readonly innings: number
  readonly notOut: number
  readonly runs: number
  readonly balls: number
  readonly fours: number
  readonly sixes: number
  readonly highest: number
  readonly fifties: number
  readonly hundreds: number
  readonly bowled: number
  readonly conceded: number
  readonly wickets: number
  readonly maidens: number
  readonly best: { readonly wickets: number; readonly runs: number } | null
  readonly catches: number
  readonly stumpings: number
  readonly runOuts: number
}

const NOTHING = {
  ...{ matches: 0, innings: 0, notOut: 0, runs: 0, balls: 0, fours: 0, sixes: 0, highest: 0, fifties: 0, hundreds: 0 },
  ...{ bowled: 0, conceded: 0, wickets: 0, maidens: 0, best: null, catches: 0, stumpings: 0, runOuts: 0 },
} as const

/** Everybody's figures over these matches, in the order of first appearance. */
export function playerTotals(matches: readonly CricketScore[]): readonly PlayerTotals[] {
  const totals = new Map<PlayerId, PlayerTotals>()
  const add = (player: PlayerId, change: (was: PlayerTotals) => Partial<PlayerTotals>) => {
    const was = totals.get(player) ?? { player, ...NOTHING }
    totals.set(player, { ...was, ...change(was) })
  }
  for (const score of matches) {
    const main = mainInnings(score)
    const took = new Set(main.flatMap((innings) => tookPart(score, innings)))
    for (const player of took) add(player, ({ matches: before }) => ({ matches: before + 1 }))
    for (const { batters, bowlers } of main) {
      for (const batter of batters) add(batter.player, (was) => withBatting(was, batter))
      for (const bowler of bowlers) add(bowler.player, (was) => withBowling(was, bowler))
      for (const { status } of batters) if (status.is === 'out') addFielding(status, add)
    }
  }
  return [...totals.values()]
}

/** Line-ups of a match that began, and whoever batted or bowled in it. */
function tookPart({ players, gone }: CricketScore, { batting, batters, bowlers }: Innings): PlayerId[] {
  const sides = [...players[batting], ...players[otherSide(batting)]].filter((player) => !gone.includes(player))
  return [...sides, ...batters.map(({ player }) => player), ...bowlers.map(({ player }) => player)]
}

function withBatting(was: PlayerTotals, { runs, balls, fours, sixes, status }: Batter): Partial<PlayerTotals> {
  return {
    innings: was.innings + 1,
    notOut: was.notOut + (status.is === 'out' ? 0 : 1),
    runs: was.runs + runs,
    balls: was.balls + balls,
    fours: was.fours + fours,
    sixes: was.sixes + sixes,
    highest: Math.max(was.highest, runs),
    fifties: was.fifties + (runs >= 50 && runs < 100 ? 1 : 0),
    hundreds: was.hundreds + (runs >= 100 ? 1 : 0),
  }
}

function withBowling(was: PlayerTotals, { balls, runs, wickets, maidens }: Bowler): Partial<PlayerTotals> {
  const better = !was.best || wickets > was.best.wickets || (wickets === was.best.wickets && runs < was.best.runs)
  return {
    bowled: was.bowled + balls,
    conceded: was.conceded + runs,
    wickets: was.wickets + wickets,
    maidens: was.maidens + maidens,
    best: better ? { wickets, runs } : was.best,
  }
}

type Out = Extract<Batter['status'], { is: 'out' }>

/** A substitute's catch is nobody's in the side. */
function addFielding(
  { kind, fielders }: Out,
  add: (id: PlayerId, change: (was: PlayerTotals) => Partial<PlayerTotals>) => void,
) {
  for (const { player, substitute } of fielders) {
    if (player === null || substitute) continue
    if (kind === 'caught') add(player, (was) => ({ catches: was.catches + 1 }))
    if (kind === 'stumped') add(player, (was) => ({ stumpings: was.stumpings + 1 }))
    if (kind === 'run out') add(player, (was) => ({ runOuts: was.runOuts + 1 }))
  }
}

/** Averages of a player's figures; null where there is nothing to divide by. */
export function averagesOf(
  { runs, balls, innings, notOut, bowled, conceded, wickets }: PlayerTotals,
  ballsPerOver = 6,
) {
  return {
    batting: rate(runs, innings - notOut),
    strikeRate: rate(runs * 100, balls),
    bowling: rate(conceded, wickets),
    economy: rate(conceded * ballsPerOver, bowled),
  }
}

/** What a player was bought for, spread over what he did, in whole smallest units; null before the first run or wicket. */
export type Worth = {
  readonly player: PlayerId
  readonly price: number
  readonly perRun: number | null
  readonly perWicket: number | null
}

/** Price per run and per wicket for everybody who was bought (CHART-8). `prices`: in the smallest unit of one currency. */
export function pricesPerFeat(
  totals: readonly PlayerTotals[],
  prices: ReadonlyMap<PlayerId, number>,
): readonly Worth[] {
  const known = new Map(totals.map((one) => [one.player, one]))
  return [...prices].map(([player, price]) => {
    const { runs, wickets } = known.get(player) ?? NOTHING
    const [perRun, perWicket] = [rate(price, runs), rate(price, wickets)]
    return {
      player,
      price,
      perRun: perRun === null ? null : Math.round(perRun),
      perWicket: perWicket === null ? null : Math.round(perWicket),
    }
  })
}
