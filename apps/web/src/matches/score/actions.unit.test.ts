import { type CricketPlay, cricketRules, type PlayOf, type ScoredSport, SPORTS } from '@gavel/scoring'
import { expect, test } from 'vitest'
import { BADMINTON_ACTIONS } from './badminton/actions.ts'
import { CRICKET_ACTIONS } from './cricket/actions.ts'
import { FOOTBALL_ACTIONS } from './football/actions.ts'
import { KABADDI_ACTIONS } from './kabaddi/actions.ts'
import { VOLLEYBALL_ACTIONS } from './volleyball/actions.ts'

/** Every kind of play, so that a new one without a form fails to compile. */
const PLAYS: { readonly [Id in ScoredSport]: { readonly [T in PlayOf<Id>['type']]: true } } = {
  cricket: {
    ...{ Delivery: true, InningsStart: true, InningsEnd: true, Declare: true, Forfeit: true, FollowOn: true },
    ...{ StrikeSet: true, Retire: true, TimedOut: true, AbsentHurt: true, Substitute: true, Replace: true },
    ...{ PenaltyRuns: true, OverCalled: true, OverGoesOn: true, PowerplaySet: true, TargetSet: true },
    ...{ OversReduced: true, MatchCalledOff: true, Awarded: true, Conceded: true, BowlOut: true },
    ...{ BowlOutBall: true, TieBroken: true, Result: true },
  },
  football: {
    ...{ PeriodStart: true, PeriodEnd: true, Goal: true, PenaltyMissed: true, Card: true, Substitution: true },
    ...{ AddedTime: true, Review: true, Kick: true, ShootOut: true },
  },
  badminton: {
    ...{ GameStart: true, Rally: true, Let: true, CourtsCorrected: true, Card: true, Retired: true, GameCalled: true },
  },
  volleyball: {
    ...{ SetStart: true, Rally: true, RotationFault: true, Substitution: true, LiberoIn: true, LiberoOut: true },
    ...{ TimeOut: true, Sanction: true, Challenge: true, PointGiven: true, Default: true, SetCalled: true },
  },
  kabaddi: {
    ...{ HalfStart: true, HalfEnd: true, Raid: true, Technical: true, Card: true, Return: true, Substitution: true },
    ...{ TimeOut: true, Review: true, Declare: true, TieBreakStart: true, Toss: true },
  },
}

const ACTIONS = {
  cricket: CRICKET_ACTIONS,
  football: FOOTBALL_ACTIONS,
  badminton: BADMINTON_ACTIONS,
  volleyball: VOLLEYBALL_ACTIONS,
  kabaddi: KABADDI_ACTIONS,
} as const

for (const sport of Object.keys(SPORTS) as ScoredSport[]) {
  test(`PAD-16 every play of ${sport} can be written: by a key or by a form`, () => {
    const reached = new Set<string>(ACTIONS[sport].map(({ type }) => type))
    expect(Object.keys(PLAYS[sport]).filter((type) => !reached.has(type))).toEqual([])
  })
}

const names = { team: (side: string) => side, player: (player: string | null) => player ?? 'somebody' }
const sides = { home: { team: 'h', players: ['h1', 'h2'] }, away: { team: 'a', players: ['a1', 'a2'] } }

test('PAD-16 a form that changes a play begins with what the play says, and writes the same play', () => {
  const score = SPORTS.cricket.begin(cricketRules('t20'), { sides, toss: null })
  const plays: CricketPlay[] = [
    { type: 'Retire', player: 'h1', kind: 'retired hurt' },
    { type: 'PenaltyRuns', to: 'away', runs: 5 },
    { type: 'PowerplaySet', kind: 'batting', from: 4.1, to: 8.6 },
    { type: 'TargetSet', runs: 120, balls: 60, method: 'D/L' },
    { type: 'Substitute', side: 'home', out: 'h1', in: 'h9', reason: 'impact_player' },
    { type: 'Result', winner: 'home', by: { wickets: 4 }, method: null },
    { type: 'BowlOutBall', side: 'home', bowler: 'h2', scored: true },
    { type: 'TieBroken', winner: 'home', by: 'boundaries' },
    { type: 'InningsEnd', why: 'closed' },
  ]
  const context = {
    score,
    names,
    everybody: [],
    squad: { home: [], away: [] },
    last: null,
    all: [],
    nowMs: null,
    state: {} as never,
  }
  for (const play of plays) {
    const action = CRICKET_ACTIONS.find(({ type, amends }) => type === play.type && !amends)
    expect(action?.play(action.given?.(play) ?? {}, context), play.type).toEqual(play)
  }
})
