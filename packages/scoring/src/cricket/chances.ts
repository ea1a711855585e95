// Who will win: a stated, simple model (CHANCE-1 to CHANCE-6). An innings is as likely slow, middling or fast, and every ball of it is drawn from
// the tables of that third of recorded innings, whoever bats and bowls. How the runs came so far does not change which: on matches that the
// tables were not counted from, learning it from them was surer of itself than it was right.
import { type BySide, otherSide } from '../sport.ts'
import { nextToBat } from './check.ts'
import { wicketsIn } from './innings.ts'
import { LONG_PACES, type Pace, type Paces, SHORT_PACES } from './paces.ts'
import { cricketOutcome } from './result.ts'
import type { CricketRules } from './rules.ts'
import type { CricketScore, Innings, Limit } from './score.ts'
import { currentInnings } from './where.ts'

/** Innings of more balls than so many are batted at the pace of a one-day match. */
const SHORT_BALLS = 180
const MOST_BALLS = 360
/** A six and an extra before it. */
const MOST_OF_A_BALL = 7
/** Below this a share of a row is nothing: it would only make rows long. */
const RARE = 1e-7

/** The tables by the length of an innings. */
export type ChancePaces = { readonly short: Paces; readonly long: Paces }
const RECORDED: ChancePaces = { short: SHORT_PACES, long: LONG_PACES }

/**
 * The chance of either side, both together 1 (a tie counts half for each); `how` says in a sentence how it was worked out. Null where the
 * model has nothing to say: innings without a limit or two a side, a super over, a bowl-out, an ended match. `paces`: other tables, such as those of some matches alone.
 */
export function winChances(
  score: CricketScore,
  paces: ChancePaces = RECORDED,
): (BySide<number> & { readonly how: string }) | null {
  const { rules } = score
  const innings = currentInnings(score)
  if (rules.inningsEach !== 1 || rules.overs === null || (innings?.superOver ?? 0) > 0) return null
  if (score.bowlOut.length > 0) return null
  if (cricketOutcome(score).is === 'ended') return null
  const between = innings !== null && innings.end !== null
  const batting = innings && !between ? innings.batting : nextToBat(score)
  const model = (limit: Limit | null) => modelOf(rules, limit, paces)
  const chance = between
    ? chaseOf(model(score.nextLimit ?? innings.limit), ...toCome(score, innings))
    : innings?.target
      ? chaseOf(model(innings.limit), leftIn(score, innings), innings.target.runs - innings.runs)
      : settingOf(score, innings, model(innings?.limit ?? null))
  const { home, away } = { [batting]: chance, [otherSide(batting)]: 1 - chance } as BySide<number>
  return { home, away, how: howWords(model(innings?.limit ?? null).paces, between || innings?.target != null) }
}

const howWords = ({ name, last }: Paces, chases: boolean): string =>
  `An innings is taken for slow, middling or fast, a third of a chance each. Every ball still to come is drawn from how often a ball brought 0, 1, 2, 3, 4 or 6 runs, an extra or a wicket in that third of recorded innings of ${name}, with figures of their own for ${last}. ${
    chases
      ? 'From the runs, balls and wickets left the chance of reaching the target is worked out exactly.'
      : 'Every total that this innings may reach is weighed with the chance that the other side passes it.'
  } It knows nothing of who bats and bowls, of the pitch or of the weather. A tie counts half for each. Tried on matches that it had not counted, the side that it gave 75 % won about 2 in 3, and the side that it gave 97 % about 9 in 10.`

type Left = { readonly balls: number; readonly wickets: number }

const ballsOf = (limit: Limit | null, { overs, ballsPerOver }: CricketRules): number =>
  Math.min(MOST_BALLS, limit ? limit.overs * ballsPerOver + limit.balls : (overs ?? 0) * ballsPerOver)

/** All that a side has before its innings begins. */
const whole = (score: CricketScore, limit: Limit | null): Left => ({
  balls: ballsOf(limit, score.rules),
  wickets: wicketsIn(score, { superOver: 0 }),
})

function leftIn(score: CricketScore, innings: Innings): Left {
  const { balls, wickets } = whole(score, innings.limit)
  const bowled = innings.overs * score.rules.ballsPerOver + (innings.over?.fair ?? 0)
  return {
    balls: Math.max(0, balls - bowled),
    wickets: Math.max(0, wickets - innings.wickets - innings.absent.length),
  }
}

/** What the other side will have, and what it will need. */
function toCome(score: CricketScore, first: Innings): [Left, number] {
  const { nextTarget, nextLimit } = score
  return [whole(score, nextTarget?.limit ?? nextLimit ?? first.limit), nextTarget?.runs ?? first.runs + 1]
}

/** `days`: for each of the paces, the rows that have been worked out; `means`: their means, as far as anybody has asked. */
type Model = {
  readonly paces: Paces
  readonly days: readonly Float64Array[][]
  readonly means: Map<number, Float64Array>
}

/** What has been worked out so far. It never changes, so keeping it changes nothing but the time. */
const models = new WeakMap<Paces, Model>()

function modelOf(rules: CricketRules, limit: Limit | null, { short, long }: ChancePaces): Model {
  const paces = ballsOf(limit, rules) > SHORT_BALLS ? long : short
  const model = models.get(paces) ?? { paces, days: paces.days.map(() => []), means: new Map() }
  models.set(paces, model)
  return model
}

/** From none to ten; a side that loses more is taken for one that loses ten. */
const WICKETS = 11

/** The chance of exactly r more runs at index r, over all days alike. */
function spread({ paces, days, means }: Model, { balls, wickets }: Left): Float64Array {
  const at = balls * WICKETS + Math.min(wickets, WICKETS - 1)
  const known = means.get(at)
  if (known) return known
  const mean = meanOf(paces.days.map((day, n) => rowIn(days[n] ?? [], day, paces.lastBalls, at)))
  means.set(at, mean)
  return mean
}

/** One row of a day. Those before it are worked out first, one by one. */
function rowIn(table: Float64Array[], { early, late }: Paces['days'][number], lastBalls: number, at: number) {
  for (let next = table.length; next <= at || next % WICKETS > 0; next += 1) {
    const balls = Math.floor(next / WICKETS)
    table.push(rowOf(balls > lastBalls ? early : late, table, balls, next % WICKETS))
  }
  return table[at] ?? NOTHING
}

function meanOf(rows: readonly Float64Array[]): Float64Array {
  const mean = new Float64Array(Math.max(...rows.map(({ length }) => length)))
  for (const row of rows) add(mean, row, 0, 1 / rows.length)
  return mean
}

const NOTHING = Float64Array.of(1)

function rowOf(pace: Pace, table: readonly Float64Array[], b: number, w: number): Float64Array {
  if (b === 0 || w === 0) return NOTHING
  const stays = table[(b - 1) * WICKETS + w] ?? NOTHING
  const falls = table[(b - 1) * WICKETS + w - 1] ?? NOTHING
  const row = new Float64Array(Math.max(stays.length, falls.length) + MOST_OF_A_BALL)
  const dot = 1 - pace.wicket - pace.runs.reduce((sum, share) => sum + share, 0)
  add(row, falls, 0, pace.wicket)
  for (const [runs, share] of [dot, ...pace.runs].entries()) add(row, stays, runs, share)
  // An extra leaves the ball to be bowled again.
  let before = 0
  for (let r = 0; r < row.length; r += 1) {
    before = (1 - pace.extra) * (row[r] ?? 0) + pace.extra * before
    row[r] = before
  }
  return row.slice(0, row.findLastIndex((share) => share > RARE) + 1)
}

/** Adds a share of one row to another, so many runs further on. */
function add(to: Float64Array, from: Float64Array, runs: number, share: number): void {
  if (share > 0) for (let r = 0; r < from.length; r += 1) to[r + runs] = (to[r + runs] ?? 0) + share * (from[r] ?? 0)
}

/** The chance of the side that bats first: each total it may reach, with what the other side then makes of it. */
function settingOf(score: CricketScore, innings: Innings | null, model: Model): number {
  const other = whole(score, innings?.limit ?? null)
  const below = sums(spread(model, other))
  let chance = 0
  for (const [more, share] of spread(model, innings ? leftIn(score, innings) : other).entries())
    chance += share * (1 - passing(below, (innings?.runs ?? 0) + more + 1))
  return clamped(chance)
}

/** At index r: the chance of fewer than r runs. */
function sums(row: Float64Array): Float64Array {
  const below = new Float64Array(row.length + 1)
  for (const [r, share] of row.entries()) below[r + 1] = (below[r] ?? 0) + share
  return below
}

const fewer = (below: Float64Array, runs: number): number => below[Math.min(runs, below.length - 1)] ?? 0

/** The chance of `needed` runs or more, a tie half. */
const passing = (below: Float64Array, needed: number): number =>
  needed <= 0 ? 1 : 1 - (fewer(below, needed - 1) + fewer(below, needed)) / 2

const chaseOf = (model: Model, left: Left, needed: number): number =>
  clamped(passing(sums(spread(model, left)), needed))

const clamped = (chance: number): number => Math.min(1, Math.max(0, chance))
