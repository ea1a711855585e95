import {
  type CricketScore,
  cricketResult,
  currentInnings,
  type Delivery,
  type Innings,
  type Objection,
  otherSide,
  type PlayerId,
  SPORTS,
} from '@gavel/scoring'

/** Who the scorer has said comes next, before a ball of theirs is written. */
export type Chosen = {
  readonly striker: PlayerId | null
  readonly nonStriker: PlayerId | null
  /** For one over only. */
  readonly bowler: { readonly innings: number; readonly over: number; readonly player: PlayerId } | null
}

export const NOBODY_CHOSEN: Chosen = { striker: null, nonStriker: null, bowler: null }

/** Who stands where for the next ball, and whom the scorer has to name before it. */
export type Crease = {
  readonly innings: Innings
  readonly striker: PlayerId | null
  readonly nonStriker: PlayerId | null
  readonly bowler: PlayerId | null
}

/** What the pad asks for before the next ball. */
export type Needs =
  | { readonly is: 'innings' }
  | { readonly is: 'batter'; readonly end: 'striker' | 'nonStriker'; readonly opening: boolean }
  /** The last batter goes on without a partner. */
  | { readonly is: 'alone'; readonly player: PlayerId }
  | { readonly is: 'bowler' }
  | { readonly is: 'ball' }
  | { readonly is: 'result' }

/** The crease as the book and the scorer's choice have it; null where no innings is on. */
export function creaseOf(score: CricketScore, chosen: Chosen): Crease | null {
  const innings = currentInnings(score)
  if (!innings || innings.end !== null) return null
  const waiting = new Set(comingBatters(score, innings).map(({ player }) => player))
  const choice = (player: PlayerId | null) => (player !== null && waiting.has(player) ? player : null)
  const striker = innings.striker ?? choice(chosen.striker)
  const nonStriker = innings.nonStriker ?? choice(chosen.nonStriker === striker ? null : chosen.nonStriker)
  return { innings, striker, nonStriker, bowler: bowlerOf(innings, chosen) }
}

function bowlerOf({ n, overs, over, relief }: Innings, { bowler }: Chosen): PlayerId | null {
  if (relief !== null) return relief
  if (over) return over.bowlers.at(-1) ?? null
  return bowler?.innings === n && bowler.over === overs ? bowler.player : null
}

/** What is to be said before the next ball can be. */
export function needsOf(score: CricketScore, crease: Crease | null): Needs {
  if (!crease) return cricketResult(score).is === 'open' || mayGoOn(score) ? { is: 'innings' } : { is: 'result' }
  const { innings, striker, nonStriker, bowler } = crease
  const opening = innings.batters.length === 0
  if (striker === null || nonStriker === null) {
    const end = striker === null ? 'striker' : 'nonStriker'
    const left = comingBatters(score, innings).some(({ player }) => player !== striker && player !== nonStriker)
    if (left) return { is: 'batter', end, opening }
    const alone = striker ?? nonStriker
    // Who is alone already stands at the striker's end, with nobody to wait for.
    if (alone !== null && (striker === null || innings.balls === 0)) return { is: 'alone', player: alone }
  }
  return bowler === null ? { is: 'bowler' } : { is: 'ball' }
}

/** A tie that a super over may decide. */
export const mayGoOn = (score: CricketScore): boolean =>
  cricketResult(score).is === 'tied' && score.rules.superOver !== null && score.verdict === null

/** Who may come in, those who were hurt last. `hint`: what is to be known of them. */
export function comingBatters(
  score: CricketScore,
  innings: Innings,
): readonly { readonly player: PlayerId; readonly hint: string | null }[] {
  const { batters, absent, batting } = innings
  const fresh: { player: PlayerId; hint: string | null }[] = []
  const back: { player: PlayerId; hint: string | null }[] = []
  for (const player of score.players[batting]) {
    if (score.gone.includes(player) || absent.includes(player)) continue
    const batter = batters.find((one) => one.player === player)
    if (!batter) fresh.push({ player, hint: null })
    else if (batter.status.is === 'retired') back.push({ player, hint: `${batter.status.kind}, ${batter.runs}` })
  }
  return [...fresh, ...back]
}

/** Codes of the objections that are about the bowler alone. */
const ABOUT_THE_BOWLER: ReadonlySet<string> = new Set([
  'BOWLED_LAST_OVER',
  'BOWLED_IN_A_ROW',
  'BOWLED_LAST_SUPER_OVER',
  'MID_OVER',
  'QUOTA',
  'LEFT_MATCH',
  'BOWLER_BATS',
])

/** The fielding side as bowlers, those who have bowled first. `against`: what speaks against this one now. */
export function bowlers(
  score: CricketScore,
  { innings, striker, nonStriker }: Crease,
): readonly { readonly player: PlayerId; readonly against: Objection | null }[] {
  const side = otherSide(innings.batting)
  const had = (player: PlayerId) => innings.bowlers.find((one) => one.player === player)?.begun ?? 0
  return score.players[side]
    .filter((player) => !score.gone.includes(player))
    .map((player) => {
      const ball: Delivery = { type: 'Delivery', striker: striker ?? '', nonStriker, bowler: player, runs: { bat: 0 } }
      const objection = SPORTS.cricket.check(score, ball)
      return { player, against: objection && ABOUT_THE_BOWLER.has(objection.code) ? objection : null }
    })
    .toSorted((a, b) => had(b.player) - had(a.player))
}
