import type { PlayerId } from '../sport.ts'
import { otherSide } from '../sport.ts'
import { debitedOf, endsAfter, isFair, isNoBall, isWide, penaltyOf, runsOf, swapped } from './ball.ts'
import { withInnings } from './innings.ts'
import { awarded } from './penalty.ts'
import type { Delivery, Wicket } from './plays.ts'
import type { CricketRules } from './rules.ts'
import type { Batter, BatterStatus, Bowler, CricketScore, Innings, Over } from './score.ts'
import { currentInnings } from './where.ts'

/** The striker whom the balls before this one lead to expect is another (STRIKE-5). Where a new batter is due, anybody new will do. */
export function isStrikeMismatch({ striker, nonStriker }: Innings, ball: Delivery): boolean {
  return striker === null ? nonStriker !== null && ball.striker === nonStriker : ball.striker !== striker
}

/** The score with one more ball. Before the first innings nothing happens: {@link check} refuses such a ball everywhere. */
export function delivered(score: CricketScore, ball: Delivery): CricketScore {
  const innings = currentInnings(score)
  if (!innings) return score
  const strikeMismatches = score.strikeMismatches + (isStrikeMismatch(innings, ball) ? 1 : 0)
  const reopened: Innings =
    innings.end === null ? innings : { ...innings, end: null, beyond: innings.beyond || innings.end === 'target' }
  const bowled = afterBall(score.rules, tookGuard(reopened, ball), ball)
  const next = withInnings({ ...score, strikeMismatches }, bowled)
  if (ball.penalty?.to !== 'fielding') return next
  return awarded(next, otherSide(innings.batting), ball.penalty.runs, null)
}

/** Both batters at the ends that the ball names. Who stood there and is not named has left without a word (an oddity). */
function tookGuard(innings: Innings, { striker, nonStriker }: Delivery): Innings {
  const named = nonStriker === null ? [striker] : [striker, nonStriker]
  const vanished = [innings.striker, innings.nonStriker].filter((id) => id !== null && !named.includes(id))
  let batters = innings.batters
  for (const player of vanished)
    if (player !== null) batters = withStatus(batters, player, { is: 'retired', kind: 'retired not out' })
  for (const player of named) batters = cameIn(batters, player)
  return { ...innings, striker, nonStriker, batters }
}

export const withStatus = (batters: readonly Batter[], player: PlayerId, status: BatterStatus): readonly Batter[] =>
  batters.map((batter) => (batter.player === player ? { ...batter, status } : batter))

/** In the order of arrival; who comes back keeps the runs and the place. */
export function cameIn(batters: readonly Batter[], player: PlayerId): readonly Batter[] {
  const known = batters.find((batter) => batter.player === player)
  if (known) return known.status.is === 'in' ? batters : withStatus(batters, player, { is: 'in' })
  return [...batters, { player, runs: 0, balls: 0, fours: 0, sixes: 0, status: { is: 'in' } }]
}

function afterBall(rules: CricketRules, innings: Innings, ball: Delivery): Innings {
  const fair = isFair(ball.runs, rules, innings)
  const [wicket] = ball.wickets ?? []
  const total = runsOf(ball.runs) + penaltyOf(ball)
  const next: Innings = {
    ...innings,
    runs: innings.runs + total,
    balls: innings.balls + (fair ? 1 : 0),
    extras: withExtras(innings.extras, ball),
    batters: batted(innings.batters, ball),
    bowlers: bowled(innings, ball, fair),
    over: inOver(innings, ball, fair, total),
    ...endsAfter(ball, rules),
    freeHit: freeHitNext(innings, ball, rules),
  }
  const after = wicket ? withWicket(next, wicket, ball.bowler, rules) : next
  return (after.over?.fair ?? 0) >= rules.ballsPerOver ? overClosed(after, rules) : after
}

function withExtras(extras: Innings['extras'], ball: Delivery): Innings['extras'] {
  const { wides = 0, noBalls = 0, byes = 0, legByes = 0 } = ball.runs
  const penalty = penaltyOf(ball)
  if (wides + noBalls + byes + legByes + penalty === 0) return extras
  return {
    wides: extras.wides + wides,
    noBalls: extras.noBalls + noBalls,
    byes: extras.byes + byes,
    legByes: extras.legByes + legByes,
    penalty: extras.penalty + penalty,
  }
}

/** A wide is not faced; a no-ball is (BALL-1). */
function batted(batters: readonly Batter[], { striker, runs, boundary }: Delivery): readonly Batter[] {
  const faced = isWide(runs) ? 0 : 1
  // Runs and an overthrow to the boundary are no four.
  const hit = boundary === runs.bat ? boundary : null
  const [four, six] = [hit === 4 ? 1 : 0, hit === 6 ? 1 : 0]
  if (faced + runs.bat === 0) return batters
  return batters.map((batter) =>
    batter.player === striker
      ? {
          ...batter,
          runs: batter.runs + runs.bat,
          balls: batter.balls + faced,
          fours: batter.fours + four,
          sixes: batter.sixes + six,
        }
      : batter,
  )
}

const FRESH_BOWLER = { balls: 0, runs: 0, wickets: 0, maidens: 0, dots: 0, wides: 0, noBalls: 0, begun: 0 } as const

/** Dismissals that stand to the bowler's credit (WICKET-2). */
const CREDITED: ReadonlySet<string> = new Set(['bowled', 'caught', 'lbw', 'stumped', 'hit wicket'])
const isCredited = (kind: string): boolean => CREDITED.has(kind)

function bowled(innings: Innings, ball: Delivery, fair: boolean): readonly Bowler[] {
  const { bowler: player, runs } = ball
  const known = innings.bowlers.find((bowler) => bowler.player === player)
  const was = known ?? { player, ...FRESH_BOWLER }
  const debited = debitedOf(runs)
  const [wicket] = ball.wickets ?? []
  const now: Bowler = {
    ...was,
    balls: was.balls + (fair ? 1 : 0),
    runs: was.runs + debited,
    wickets: was.wickets + (wicket && isCredited(wicket.kind) ? 1 : 0),
    dots: was.dots + (fair && debited === 0 ? 1 : 0),
    wides: was.wides + (isWide(runs) ? 1 : 0),
    noBalls: was.noBalls + (isNoBall(runs) ? 1 : 0),
    begun: was.begun + (innings.over?.bowlers.includes(player) ? 0 : 1),
  }
  return known ? innings.bowlers.map((bowler) => (bowler === known ? now : bowler)) : [...innings.bowlers, now]
}

/** A complete over of one bowler against whom nothing stands (BOWL-4), counted or, where the over goes on after all, taken back. */
function withMaiden(bowlers: readonly Bowler[], over: Over, by: 1 | -1): readonly Bowler[] {
  const [bowler] = over.bowlers
  if (over.debited > 0 || over.bowlers.length > 1) return bowlers
  return bowlers.map((one) => (one.player === bowler ? { ...one, maidens: one.maidens + by } : one))
}

function inOver({ over, overs }: Innings, ball: Delivery, fair: boolean, total: number): Over {
  const was = over ?? { n: overs, bowlers: [], fair: 0, balls: 0, runs: 0, debited: 0, wickets: 0 }
  return {
    n: was.n,
    bowlers: was.bowlers.includes(ball.bowler) ? was.bowlers : [...was.bowlers, ball.bowler],
    fair: was.fair + (fair ? 1 : 0),
    balls: was.balls + 1,
    runs: was.runs + total,
    debited: was.debited + debitedOf(ball.runs),
    wickets: was.wickets + (ball.wickets?.length ?? 0),
  }
}

/** A free hit that is itself a wide or a no-ball is bowled again as one (FREEHIT-2). */
function freeHitNext(innings: Innings, { runs, noBallFor }: Delivery, { freeHit }: CricketRules): boolean {
  const gives = isNoBall(runs) && (freeHit === 'every' || (freeHit === 'front-foot' && noBallFor === 'foot'))
  return gives || (innings.freeHit && (isWide(runs) || isNoBall(runs)))
}

function withWicket(innings: Innings, { kind, out, fielders }: Wicket, by: PlayerId, rules: CricketRules): Innings {
  const bowler = isCredited(kind) ? by : null
  return fallen(innings, out, { is: 'out', kind, bowler, fielders: fielders ?? [] }, rules)
}

/** One wicket more, in the list of falls too. */
export function fallen(innings: Innings, out: PlayerId, status: BatterStatus, rules: CricketRules): Innings {
  const wicket = innings.wickets + 1
  const { runs, balls } = innings
  const over = oversAt(innings, rules)
  return {
    ...innings,
    wickets: wicket,
    batters: withStatus(innings.batters, out, status),
    falls: [...innings.falls, { wicket, runs, balls, over, out }],
  }
}

/** Overs and balls as the umpire counts them: a miscounted over is one over. */
export function oversAt({ overs, over }: Innings, { ballsPerOver }: CricketRules): string {
  const fair = over?.fair ?? 0
  return fair >= ballsPerOver ? String(overs + 1) : fair === 0 ? String(overs) : `${overs}.${fair}`
}

/** The over is done: the ends change, in The Hundred after every second set (OVER-2). */
export function overClosed(innings: Innings, { oversPerEnd, oversInARow }: CricketRules): Innings {
  const { over } = innings
  if (!over) return innings
  const overs = innings.overs + 1
  return {
    ...innings,
    overs,
    over: null,
    lastOver: over,
    relief: null,
    lately: [...innings.lately, over.bowlers].slice(-oversInARow),
    bowlers: withMaiden(innings.bowlers, over, 1),
    ...(overs % oversPerEnd === 0 ? swapped(innings) : {}),
  }
}

/** The umpire lets a finished over go on: all is as before its end (OVER-4). */
export function overReopened(innings: Innings, rules: CricketRules): Innings {
  const { lastOver } = innings
  if (!lastOver || innings.over) return innings
  const back = innings.overs % rules.oversPerEnd === 0 ? swapped(innings) : {}
  return {
    ...innings,
    ...back,
    overs: innings.overs - 1,
    over: lastOver,
    lastOver: null,
    lately: innings.lately.slice(0, -1),
    bowlers: withMaiden(innings.bowlers, lastOver, -1),
    end: innings.end === 'overs' ? null : innings.end,
  }
}
