import {
  type CricketPlay,
  type CricketScore,
  type CricketSetup,
  cricketResult,
  currentInnings,
  type Delivery,
  type Innings,
  type MatchState,
  otherSide,
  type PlayerId,
  type Side,
  SPORTS,
  type Wicket,
} from '@gavel/scoring'
import { createRng, type Rng } from '../rng.ts'
import { type Odds, oddsNow } from './pace.ts'
import { type Skills, skillOf } from './skills.ts'

/** Recorded matches have so many of these for each fair ball. */
const WIDES = 0.038
const NO_BALLS = 0.005
const BYES = 0.012
const LEG_BYES = 0.018
/** Who is out, and how, of each hundred wickets. */
const KINDS = [
  ['caught', 59],
  ['bowled', 20],
  ['lbw', 9],
  ['run out', 8],
  ['stumped', 4],
] as const
/** After so many tied super overs the tie stands. */
const MOST_SUPER_OVERS = 3

type Ground = { score: CricketScore; setup: CricketSetup; skills: Skills; rng: Rng }

/**
 * What happens next in a match that nobody plays: plausible, and by the rules (INNINGS-BOT-1 in `docs/spec/match-page.md`). The same state and
 * seed give the same play, so whoever goes on from a log goes on with the same match. Null: nothing is left to be played.
 * @param skills of players by id; who is not in it is taken for what the place in the batting order says
 */
export function nextPlay(state: MatchState<'cricket'>, skills: Skills, seed: string): CricketPlay | null {
  const { score, setup, plays } = state
  const ground = { score, setup, skills, rng: createRng(`${seed}:${plays.length}`) }
  const innings = currentInnings(score)
  if (cricketResult(score).is !== 'open') return superOver(score)
  if (!innings) return { type: 'InningsStart', batting: firstToBat(setup) }
  if (innings.end !== null) {
    const batting = otherSide(innings.batting)
    const { superOver: n } = innings
    return n > 0 ? { type: 'InningsStart', batting, superOver: n } : { type: 'InningsStart', batting }
  }
  return delivery(ground, innings)
}

function firstToBat({ toss }: CricketSetup): Side {
  if (!toss) return 'home'
  return toss.chose === 'bat' ? toss.winner : otherSide(toss.winner)
}

/** After a tie, who batted last begins (SUPER-2). */
function superOver(score: CricketScore): CricketPlay | null {
  const last = currentInnings(score)
  if (cricketResult(score).is !== 'tied' || !last || !score.rules.superOver) return null
  if (last.superOver >= MOST_SUPER_OVERS) return null
  return { type: 'InningsStart', batting: last.batting, superOver: last.superOver + 1 }
}

function delivery(ground: Ground, innings: Innings): CricketPlay {
  const { score, setup, skills, rng } = ground
  const waiting = waitingFor(score, innings)
  const striker = innings.striker ?? waiting.shift()
  const nonStriker = innings.nonStriker ?? waiting.shift() ?? null
  if (striker === undefined) return { type: 'InningsEnd', why: 'all out' }
  const { batting } = innings
  const at = { type: 'Delivery', striker, nonStriker, bowler: '', runs: { bat: 0 } } as const
  const bowler = bowlerFor(ground, innings, at)
  if (bowler === null) return { type: 'InningsEnd', why: 'closed' }
  const ball: Delivery = { ...at, bowler }
  const skill = {
    bat: skillOf(setup.sides[batting], skills, striker).bat,
    bowl: skillOf(setup.sides[otherSide(batting)], skills, bowler).bowl,
  }
  const wanted = { ...ball, ...outcome(ground, innings, ball, oddsNow(score, innings, skill), rng) }
  // What the rules of this match do not have (a batter alone, a wide that costs more) becomes a ball that brings nothing.
  return SPORTS.cricket.check(score, wanted) ? ball : wanted
}

/** Who may still bat, in the order of the sheet; those who left hurt come back last. */
function waitingFor({ players, gone }: CricketScore, { batting, batters, absent }: Innings): PlayerId[] {
  const may = players[batting].filter((player) => !gone.includes(player) && !absent.includes(player))
  const fresh = may.filter((player) => !batters.some((one) => one.player === player))
  const back = batters.filter(({ status }) => status.is === 'retired').map(({ player }) => player)
  return [...fresh, ...back.filter((player) => may.includes(player))]
}

/** Whoever bowls this over goes on; for a new one the better bowlers are likelier, and those who have bowled less. */
function bowlerFor({ score, setup, skills, rng }: Ground, innings: Innings, ball: Delivery): PlayerId | null {
  const side = otherSide(innings.batting)
  const on = innings.relief ?? innings.over?.bowlers.at(-1)
  if (on !== undefined && SPORTS.cricket.check(score, { ...ball, bowler: on }) === null) return on
  const sheet = setup.sides[side]
  const may = score.players[side]
    .filter((player) => player !== sheet.keeper)
    .filter((player) => SPORTS.cricket.check(score, { ...ball, bowler: player }) === null)
    .map((player) => {
      const begun = innings.bowlers.find((one) => one.player === player)?.begun ?? 0
      return { player, weight: skillOf(sheet, skills, player).bowl ** 4 * (1 + (begun > 0 ? 0.6 : 0)) + 1e-4 }
    })
  return drawn(may, rng)?.player ?? null
}

function drawn<T extends { readonly weight: number }>(of: readonly T[], rng: Rng): T | null {
  let left = rng() * of.reduce((sum, { weight }) => sum + weight, 0)
  for (const one of of) {
    left -= one.weight
    if (left < 0) return one
  }
  return of.at(-1) ?? null
}

type Brought = Pick<Delivery, 'runs' | 'boundary' | 'ran' | 'wickets' | 'noBallFor'>

function outcome(ground: Ground, innings: Innings, ball: Delivery, odds: Odds, rng: Rng): Brought {
  const { rules } = ground.score
  const at = rng()
  if (at < WIDES) return wide(rules.wide.runs, rng)
  const hit = hitFor(odds, rng)
  if (at < WIDES + NO_BALLS) return { ...hit, runs: { ...hit.runs, noBalls: rules.noBall.runs }, noBallFor: 'foot' }
  if (at < WIDES + NO_BALLS + BYES) return { runs: { bat: 0, byes: rng() < 0.75 ? 1 : 2 } }
  if (at < WIDES + NO_BALLS + BYES + LEG_BYES) return { runs: { bat: 0, legByes: rng() < 0.85 ? 1 : 2 } }
  return rng() < odds.wicket ? wicket(ground, innings, ball, rng) : hit
}

function wide(costs: number, rng: Rng): Brought {
  const at = rng()
  if (at < 0.04) return { runs: { bat: 0, wides: costs + 4 }, boundary: 4 }
  return { runs: { bat: 0, wides: costs + (at < 0.1 ? 1 : 0) } }
}

function hitFor({ ones, twos, threes, fours, sixes }: Odds, rng: Rng): Brought {
  let at = rng()
  for (const [bat, share] of [
    [1, ones],
    [2, twos],
    [3, threes],
  ] as const) {
    at -= share
    if (at < 0) return { runs: { bat } }
  }
  at -= fours
  if (at < 0) return { runs: { bat: 4 }, boundary: 4 }
  return at - sixes < 0 ? { runs: { bat: 6 }, boundary: 6 } : { runs: { bat: 0 } }
}

function wicket({ score, setup }: Ground, innings: Innings, ball: Delivery, rng: Rng): Brought {
  const side = otherSide(innings.batting)
  const { keeper = score.players[side][0] ?? ball.bowler } = setup.sides[side]
  const field = score.players[side].filter((player) => player !== ball.bowler)
  const somebody = field[Math.floor(rng() * field.length)] ?? keeper
  const kind = innings.freeHit
    ? 'run out'
    : (drawn(
        KINDS.map(([one, weight]) => ({ one, weight })),
        rng,
      )?.one ?? 'bowled')
  const { striker } = ball
  const out = (more: Omit<Wicket, 'kind' | 'out'> = {}): Brought => ({
    runs: { bat: 0 },
    wickets: [{ kind, out: striker, ...more }],
  })
  switch (kind) {
    case 'bowled':
    case 'lbw':
      return out()
    case 'stumped':
      return out({ fielders: [{ player: keeper }] })
    case 'caught':
      return out({ fielders: [{ player: rng() < 0.25 ? keeper : rng() < 0.06 ? ball.bowler : somebody }] })
    case 'run out': {
      const ran = rng() < 0.6 ? 0 : 1
      const end = rng() < 0.5 ? 'striker' : 'bowler'
      const victim = ball.nonStriker !== null && (end === 'striker') === (ran === 0) ? ball.nonStriker : striker
      return { runs: { bat: ran }, ran, wickets: [{ kind, out: victim, fielders: [{ player: somebody }], end }] }
    }
    default:
      return kind satisfies never
  }
}
