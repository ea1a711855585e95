// An innings: how it begins, how many it holds, when it ends (INNINGS-1 to INNINGS-5).
import { otherSide, type PlayerId, type Side } from '../sport.ts'
import type { CricketScore, Innings, InningsOver, Limit, Target } from './score.ts'

const ONE_OVER = { overs: 1, wickets: 2 } as const

const superOverOf = (score: CricketScore): { overs: number; wickets: number } => score.rules.superOver ?? ONE_OVER

export const isOpen = (innings: Innings | null): innings is Innings => innings !== null && innings.end === null

/** The innings of the match itself, super overs left out. */
export const mainInnings = (score: CricketScore): readonly Innings[] =>
  score.innings.filter(({ superOver }) => superOver === 0)

export const inningsOf = (score: CricketScore, side: Side): readonly Innings[] =>
  mainInnings(score).filter(({ batting }) => batting === side)

export const totalOf = (score: CricketScore, side: Side): number =>
  inningsOf(score, side).reduce((sum, { runs }) => sum + runs, 0)

export const limitOfBalls = (balls: number, ballsPerOver: number): Limit => ({
  overs: Math.floor(balls / ballsPerOver),
  balls: balls % ballsPerOver,
})

/** Wickets at which the side is out. */
export function wicketsIn(score: CricketScore, { superOver }: Pick<Innings, 'superOver'>): number {
  if (superOver > 0) return superOverOf(score).wickets
  return score.rules.players - (score.rules.lastBatterAlone ? 0 : 1)
}

/** A new innings of the side, as the next of the match. */
export function newInnings(score: CricketScore, batting: Side, superOver: number): Innings {
  const first = score.innings.at(-1)
  const chased = superOver > 0 ? null : score.nextTarget
  const limit = superOver > 0 ? { overs: superOverOf(score).overs, balls: 0 } : limitFor(score, chased?.limit ?? null)
  const runs = score.pending[batting]
  const innings: Innings = {
    n: (first?.n ?? 0) + 1,
    ...{ batting, superOver, runs, wickets: 0, balls: 0 },
    extras: { wides: 0, noBalls: 0, byes: 0, legByes: 0, penalty: runs },
    ...{ overs: 0, over: null, lastOver: null, lately: [], batters: [], bowlers: [], falls: [], absent: [] },
    ...{ striker: null, nonStriker: null, freeHit: false, relief: null },
    limit,
    target: null,
    powerplays: superOver > 0 ? [] : score.rules.powerplays,
    end: null,
    beyond: false,
  }
  const target = chased && { runs: chased.runs, official: true, method: chased.method }
  return { ...innings, target: target ?? targetOf({ ...score, innings: [...score.innings, innings] }, innings) }
}

/** Overs that were cut for the first innings are cut for the second, unless the official says otherwise. */
function limitFor(score: CricketScore, official: Limit | null): Limit | null {
  if (official) return official
  if (score.nextLimit) return score.nextLimit
  const before = mainInnings(score).at(-1)
  if (before && score.rules.overs !== null) return before.limit
  return score.rules.overs === null ? null : { overs: score.rules.overs, balls: 0 }
}

/** What the innings must reach to win, where the other side has no innings left; an official's target stays. */
export function targetOf(score: CricketScore, innings: Innings): Target | null {
  if (innings.target?.official) return innings.target
  const other = otherSide(innings.batting)
  if (innings.superOver > 0) {
    const first = score.innings.find(({ superOver, batting }) => superOver === innings.superOver && batting === other)
    return first ? { runs: first.runs + 1, official: false, method: null } : null
  }
  const { inningsEach } = score.rules
  const [mine, theirs] = [inningsOf(score, innings.batting), inningsOf(score, other)]
  if (mine.length < inningsEach || theirs.length < inningsEach) return null
  const before = mine.filter(({ n }) => n !== innings.n).reduce((sum, { runs }) => sum + runs, 0)
  return { runs: totalOf(score, other) - before + 1, official: false, method: null }
}

/** Who of the side has not batted and still can. */
export function waiting({ players, gone }: CricketScore, { batting, batters, absent }: Innings): readonly PlayerId[] {
  return players[batting].filter(
    (id) => !gone.includes(id) && !absent.includes(id) && !batters.some(({ player }) => player === id),
  )
}

/** Why the innings is over as it stands, or null. */
function endOf(score: CricketScore, innings: Innings): InningsOver | null {
  const { target, wickets, absent, limit, overs, over, beyond } = innings
  if (target && !beyond && innings.runs >= target.runs) return 'target'
  if (wickets >= wicketsIn(score, innings)) return 'all out'
  if (absent.length > 0 && wickets + absent.length >= wicketsIn(score, innings) && waiting(score, innings).length === 0)
    return 'all out'
  if (limit === null) return null
  return overs > limit.overs || (overs === limit.overs && (over?.fair ?? 0) >= limit.balls) ? 'overs' : null
}

/** The score with its last innings changed, ended where it now is over. */
export function withInnings(score: CricketScore, innings: Innings): CricketScore {
  const ended = innings.end ?? endOf(score, innings)
  return withNth(score, ended === innings.end ? innings : closed(innings, ended))
}

/** An innings that has ended: nobody is waited for. */
export const closed = (innings: Innings, end: InningsOver | null): Innings => ({ ...innings, end })

export function withNth(score: CricketScore, innings: Innings): CricketScore {
  return { ...score, innings: score.innings.map((one) => (one.n === innings.n ? innings : one)) }
}
