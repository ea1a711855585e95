import { shootOutWinner } from '../shoot-out.ts'
import type { Side } from '../sport.ts'
import type { FootballPlay, FootballSetup, Minute } from './plays.ts'
import type { FootballRules } from './rules.ts'
import { type FootballScore, minuteWords, periodAfter, type SideOfPitch } from './score.ts'

export function beginFootball(rules: FootballRules, setup: FootballSetup): FootballScore {
  const side = (at: Side): SideOfPitch => ({
    on: setup.sides[at].players,
    replaced: [],
    sentOff: [],
    booked: [],
    substitutions: 0,
    concussions: 0,
    windows: 0,
    lastWindow: null,
    yellows: 0,
    secondYellows: 0,
    reds: 0,
  })
  return {
    rules,
    setup,
    period: null,
    running: false,
    ended: false,
    goals: { home: 0, away: 0 },
    after: {},
    kicks: [],
    toldKicks: null,
    sides: { home: side('home'), away: side('away') },
    minute: null,
  }
}

/** Takes a play, also one that speaks against the rules. */
export function applyFootball(score: FootballScore, play: FootballPlay): FootballScore {
  if (score.ended) return score
  const timed = 'at' in play && play.at ? { ...score, minute: play.at } : score
  switch (play.type) {
    case 'PeriodStart':
      return { ...score, period: play.period, running: true }
    case 'PeriodEnd': {
      const over = { ...score, running: false, after: { ...score.after, [play.period]: score.goals } }
      return { ...over, ended: periodAfter(over, play.period) === null }
    }
    case 'Goal':
      return { ...timed, goals: { ...timed.goals, [play.side]: timed.goals[play.side] + 1 } }
    case 'Card':
      return card(timed, play)
    case 'Substitution':
      return substitute(timed, play)
    case 'Kick': {
      const kicks = [...score.kicks, { side: play.side, taker: play.taker, scored: play.scored }]
      const won = shootOutWinner(score.rules.shootOutKicks ?? 0, kicks)
      return won ? { ...score, kicks, running: false, ended: true } : { ...score, kicks }
    }
    case 'ShootOut':
      return { ...score, toldKicks: play.scored, running: false, ended: true }
    case 'PenaltyMissed':
    case 'AddedTime':
    case 'Review':
      return timed
    default:
      return play satisfies never
  }
}

function onSide(score: FootballScore, at: Side, change: (side: SideOfPitch) => SideOfPitch): FootballScore {
  return { ...score, sides: { ...score.sides, [at]: change(score.sides[at]) } }
}

function card(score: FootballScore, play: FootballPlay & { type: 'Card' }): FootballScore {
  return onSide(score, play.side, (side) => {
    if (play.colour === 'yellow') return { ...side, booked: [...side.booked, play.player], yellows: side.yellows + 1 }
    return {
      ...side,
      on: side.on.filter((player) => player !== play.player),
      sentOff: [...side.sentOff, play.player],
      secondYellows: side.secondYellows + (play.colour === 'second-yellow' ? 1 : 0),
      reds: side.reds + (play.colour === 'red' ? 1 : 0),
    }
  })
}

/** Whether a change belongs to the stoppage of the side's last one, or to an interval, which is no window. */
export function sameWindow(score: FootballScore, side: Side, at: Minute): boolean {
  return !score.running || (at !== null && score.sides[side].lastWindow === windowOf(score, at))
}

const windowOf = (score: FootballScore, at: Minute): string => `${score.period} ${minuteWords(at)}`

function substitute(score: FootballScore, play: FootballPlay & { type: 'Substitution' }): FootballScore {
  const counts = !play.concussion && !sameWindow(score, play.side, play.at)
  return onSide(score, play.side, (side) => ({
    ...side,
    on: side.on.map((player) => play.changes.find((change) => change.off === player)?.on ?? player),
    replaced: [...side.replaced, ...play.changes.map((change) => change.off)].filter(
      (player) => !play.changes.some((change) => change.on === player),
    ),
    substitutions: side.substitutions + (play.concussion ? 0 : play.changes.length),
    concussions: side.concussions + (play.concussion ? play.changes.length : 0),
    windows: side.windows + (counts ? 1 : 0),
    lastWindow: counts ? windowOf(score, play.at) : side.lastWindow,
  }))
}
