// Commentary: only what the book says, never how a ball was hit.

import { scoredBy } from '../shoot-out.ts'
import { otherSide, type PlayerId } from '../sport.ts'
import { listed, type Names } from '../words/names.ts'
import { apply } from './apply.ts'
import type { CricketPlay, Delivery, Fielder, PlayNamed, Wicket } from './plays.ts'
import { cricketResult, resultText } from './result.ts'
import type { Batter, BatterStatus, CricketScore, Innings } from './score.ts'
import { currentInnings, oversText } from './where.ts'

/** What a side or a batter reaches that is worth saying. */
const FIFTY = 50
const FIVE_WICKETS = 5

/** A sentence or more of commentary on a play, made from the score before it (COMMENT-1). */
export function cricketSentence(before: CricketScore, play: CricketPlay, names: Names): string {
  const after = apply(before, play)
  const innings = currentInnings(after)
  const side = innings ? names.team(innings.batting) : ''
  switch (play.type) {
    case 'Delivery':
      return joined([
        ballWords(play, names),
        ...afterBallWords(before, after, play, names),
        endWords(before, after, names),
      ])
    case 'InningsStart':
      return play.superOver ? `${names.team(play.batting)} bat in the super over.` : startWords(after, names)
    case 'InningsEnd':
    case 'Declare':
      return joined([play.type === 'Declare' ? `${side} declare.` : '', endWords(before, after, names)])
    case 'Forfeit':
      return `${names.team(play.side)} forfeit an innings.`
    case 'FollowOn':
      return `${names.team(otherSide(innings?.batting ?? 'home'))} enforce the follow-on.`
    case 'StrikeSet':
      return `${names.player(play.striker)} is to face.`
    case 'Retire':
      return joined([`${names.player(play.player)} leaves the field, ${play.kind}.`, endWords(before, after, names)])
    case 'TimedOut':
      return joined([`${names.player(play.player)} is timed out.`, endWords(before, after, names)])
    case 'AbsentHurt':
      return joined([`${names.player(play.player)} is hurt and does not bat.`, endWords(before, after, names)])
    case 'Substitute':
      return `${names.player(play.in)} comes in${play.out === null ? '' : ` for ${names.player(play.out)}`} (${names.team(play.side)}, ${reasonWords(play.reason)}).`
    case 'Replace':
      return `${names.player(play.in)} takes over${play.out === null ? '' : ` from ${names.player(play.out)}`} as ${play.role}.`
    case 'PenaltyRuns':
      return `${play.runs} penalty runs to ${names.team(play.to)}.`
    case 'OverCalled':
      return 'The umpire calls over, with balls missing.'
    case 'OverGoesOn':
      return 'The over goes on.'
    case 'PowerplaySet':
      return `Powerplay: overs ${play.from} to ${play.to}.`
    case 'TargetSet':
      return `The target is ${play.runs}${play.balls === null ? '' : ` in ${inOvers(play.balls, after)}`}${play.method ? ` (${play.method})` : ''}.`
    case 'OversReduced':
      return `The innings is cut to ${inOvers(play.balls, after)}.`
    case 'BowlOutBall': {
      const { home, away } = scoredBy(after.bowlOut)
      const decided = cricketResult(after).is === 'decided' ? `Result: ${resultWords(after, names)}.` : ''
      return joined([
        `${names.player(play.bowler)} ${play.scored ? 'hits the wicket' : 'misses'}.`,
        `Bowl-out: ${names.team('home')} ${home}, ${names.team('away')} ${away}.`,
        decided,
      ])
    }
    case 'MatchCalledOff':
    case 'Awarded':
    case 'Conceded':
    case 'BowlOut':
    case 'TieBroken':
    case 'Result':
      return `Result: ${resultWords(after, names)}.`
    default:
      return play satisfies never
  }
}

const joined = (words: readonly string[]): string => words.filter(Boolean).join(' ')

const inOvers = (balls: number, { rules }: CricketScore): string => {
  const overs = oversText(balls, rules.ballsPerOver)
  return overs === '1' ? '1 over' : `${overs} overs`
}

const plural = (n: number, one: string, more = `${one}s`): string => `${n} ${n === 1 ? one : more}`

function ballWords(ball: Delivery, names: Names): string {
  const over = `${names.player(ball.bowler)} to ${names.player(ball.striker)}`
  const [wicket] = ball.wickets ?? []
  const runs = runWords(ball)
  const penalty = ball.penalty ? `, ${ball.penalty.runs} penalty runs to the ${ball.penalty.to} side` : ''
  return wicket ? `${over}, OUT${runs === 'no run' ? '' : ` after ${runs}`}${penalty}!` : `${over}, ${runs}${penalty}.`
}

/** What a ball brought, in words: `FOUR`, `2 wides`, `no-ball and 6 off the bat`, `no run`. */
export function runWords({ runs, boundary, short }: Pick<Delivery, 'runs' | 'boundary' | 'short'>): string {
  const { bat, wides = 0, noBalls = 0, byes = 0, legByes = 0 } = runs
  const hit = boundary === 6 ? 'SIX' : boundary === 4 ? 'FOUR' : bat > 0 ? plural(bat, 'run') : ''
  const parts = [
    noBalls > 0 ? (noBalls > 1 ? `${noBalls} no-balls` : 'no-ball') : '',
    noBalls === 0 && wides > 0 ? (wides > 1 ? `${wides} wides` : 'wide') : '',
    bat > 0 ? hit : '',
    byes > 0 ? plural(byes, 'bye') : '',
    legByes > 0 ? plural(legByes, 'leg bye') : '',
  ].filter(Boolean)
  return `${listed(parts) || 'no run'}${short ? `, ${plural(short, 'run')} short` : ''}`
}

function afterBallWords(before: CricketScore, after: CricketScore, ball: Delivery, names: Names): string[] {
  const [was, now] = [currentInnings(before), currentInnings(after)]
  if (!was || !now) return []
  const [wicket] = ball.wickets ?? []
  const batter = now.batters.find(({ player }) => player === ball.striker)
  const bowler = now.bowlers.find(({ player }) => player === ball.bowler)
  const hadRuns = was.batters.find(({ player }) => player === ball.striker)?.runs ?? 0
  const hadWickets = was.bowlers.find(({ player }) => player === ball.bowler)?.wickets ?? 0
  return [
    wicket ? wicketWords(now, wicket, names) : '',
    batter && passes(hadRuns, batter.runs) ? batterWords(batter, names) : '',
    bowler && hadWickets < FIVE_WICKETS && bowler.wickets >= FIVE_WICKETS
      ? `${plural(FIVE_WICKETS, 'wicket')} for ${names.player(bowler.player)}.`
      : '',
    passes(was.runs, now.runs) && now.end === null
      ? `${hundred(now.runs)} up for ${names.team(now.batting)} in ${inOvers(now.balls, after)}.`
      : '',
    now.freeHit && now.end === null ? 'Free hit to come.' : '',
    ball.review ? reviewWords(ball.review, names) : '',
  ]
}

const passes = (was: number, now: number): boolean => Math.floor(now / FIFTY) > Math.floor(was / FIFTY)
const hundred = (runs: number): number => runs - (runs % FIFTY)

function batterWords({ player, runs, balls, fours, sixes }: Batter, names: Names): string {
  const hits = [fours > 0 ? plural(fours, 'four') : '', sixes > 0 ? plural(sixes, 'six', 'sixes') : ''].filter(Boolean)
  return `${hundred(runs)} for ${names.player(player)} off ${plural(balls, 'ball')}${hits.length > 0 ? `, with ${listed(hits)}` : ''}.`
}

function wicketWords(innings: Innings, { out }: Wicket, names: Names): string {
  const batter = innings.batters.find(({ player }) => player === out)
  if (!batter) return ''
  return `${names.player(out)} ${dismissalText(batter.status, names)} ${batter.runs} (${batter.balls}). ${innings.runs}/${innings.wickets}.`
}

/** How a batter is out, as a scorecard prints it: `c Rao b Iyer`; `not out` and the retired too. */
export function dismissalText(status: BatterStatus, names: Names): string {
  if (status.is === 'in') return 'not out'
  if (status.is === 'retired') return status.kind
  const { kind, bowler, fielders } = status
  const by = bowler === null ? '' : ` b ${names.player(bowler)}`
  switch (kind) {
    case 'bowled':
      return by.trim()
    case 'caught': {
      const [catcher] = fielders
      if (catcher && catcher.player !== null && catcher.player === bowler) return `c and${by}`
      return `c ${catcher ? fielderText(catcher, names) : 'a fielder'}${by}`
    }
    case 'stumped':
      return `st ${fielders[0] ? fielderText(fielders[0], names) : 'the keeper'}${by}`
    case 'lbw':
    case 'hit wicket':
      return `${kind}${by}`
    case 'run out':
      return fielders.length > 0 ? `run out (${fielders.map((one) => fielderText(one, names)).join('/')})` : kind
    default:
      return kind
  }
}

function fielderText({ player, substitute }: Fielder, names: Names): string {
  if (player === null) return 'a substitute'
  return substitute ? `sub (${names.player(player)})` : names.player(player)
}

function reviewWords({ by, decision, umpiresCall }: NonNullable<Delivery['review']>, names: Names): string {
  return `${names.team(by)} reviewed it: ${decision}${umpiresCall ? ', umpire’s call' : ''}.`
}

const reasonWords = (reason: PlayNamed<'Substitute'>['reason']): string => reason.replaceAll('_', ' ')

function startWords(after: CricketScore, names: Names): string {
  const innings = currentInnings(after)
  if (!innings) return ''
  const chase = innings.target ? ` They need ${plural(innings.target.runs, 'run')} to win.` : ''
  return `${names.team(innings.batting)} come in to bat.${chase}`
}

function endWords(before: CricketScore, after: CricketScore, names: Names): string {
  const [was, now] = [currentInnings(before), currentInnings(after)]
  if (!now || now.end === null || (was && was.n === now.n && was.end !== null)) return ''
  const out = now.end === 'all out' ? ', all out' : now.end === 'declared' ? ', declared' : ''
  const stands = `End of the innings: ${names.team(now.batting)} ${now.runs}/${now.wickets}${out} in ${inOvers(now.balls, after)}.`
  const result = cricketResult(after)
  return result.is === 'open' ? stands : `${stands} Result: ${resultWords(after, names)}.`
}

const resultWords = (score: CricketScore, names: Names): string =>
  resultText(cricketResult(score), { home: names.team('home'), away: names.team('away') })

/** Who batted at an end when it stood at that: for the sentence that closes an over. */
export type OverSummary = {
  /** From 1. */
  readonly over: number
  readonly runs: number
  readonly wickets: number
  readonly maiden: boolean
  readonly total: { readonly runs: number; readonly wickets: number }
  readonly batters: readonly { readonly player: PlayerId; readonly runs: number; readonly balls: number }[]
  readonly bowlers: readonly { readonly player: PlayerId; readonly figures: string }[]
}

/** What the over that has just ended brought, from the innings right after it; null where none has (COMMENT-2). */
export function overSummary(innings: Innings, ballsPerOver: number): OverSummary | null {
  const { lastOver: over } = innings
  if (innings.over !== null || over === null) return null
  return {
    over: over.n + 1,
    runs: over.runs,
    wickets: over.wickets,
    maiden: over.debited === 0 && over.fair >= ballsPerOver && over.bowlers.length === 1,
    total: { runs: innings.runs, wickets: innings.wickets },
    batters: innings.batters
      .filter(({ status }) => status.is === 'in')
      .map(({ player, runs, balls }) => ({ player, runs, balls })),
    bowlers: innings.bowlers
      .filter(({ player }) => over.bowlers.includes(player))
      .map(({ player, balls, maidens, runs, wickets }) => ({
        player,
        figures: `${oversText(balls, ballsPerOver)}-${maidens}-${runs}-${wickets}`,
      })),
  }
}
