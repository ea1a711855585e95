import type { PlayOf, SetupOf } from '@gavel/scoring'
import { z } from 'zod'
import { id } from '../common.ts'
import { oneOf, side, upTo, words } from './fields.ts'
import { matchSetup } from './setup.ts'

/** More than anybody ran on one ball: overthrows included. */
const ballRuns = upTo(20)
const partner = id.nullable()

const wicket = z.strictObject({
  kind: z.enum([
    'bowled',
    'caught',
    'lbw',
    'run out',
    'stumped',
    'hit wicket',
    'obstructing the field',
    'hit the ball twice',
    'handled the ball',
    'timed out',
  ]),
  out: id,
  fielders: z
    .array(z.strictObject({ player: id.nullable(), substitute: z.literal(true).optional() }))
    .max(11)
    .optional(),
  end: z.enum(['striker', 'bowler']).optional(),
})

const review = z.strictObject({
  by: side,
  batter: id.optional(),
  umpire: words.optional(),
  decision: z.enum(['upheld', 'struck down']),
  umpiresCall: z.literal(true).optional(),
  about: words.optional(),
})

const margin = z.strictObject({
  runs: upTo(2_000).optional(),
  wickets: upTo(20).optional(),
  innings: upTo(2).optional(),
})

/** Overs and balls as the book writes them, such as 5.6. */
const over = z.number().min(0).max(1_000)
const type = <Name extends string>(name: Name) => z.literal(name)

type Play = PlayOf<'cricket'>

const PLAYS = {
  Delivery: z.strictObject({
    type: type('Delivery'),
    striker: id,
    nonStriker: partner,
    bowler: id,
    runs: z.strictObject({
      bat: ballRuns,
      wides: ballRuns.optional(),
      noBalls: ballRuns.optional(),
      byes: ballRuns.optional(),
      legByes: ballRuns.optional(),
    }),
    boundary: z.union([z.literal(4), z.literal(6)]).optional(),
    ran: ballRuns.optional(),
    crossed: z.boolean().optional(),
    short: ballRuns.optional(),
    penalty: z.strictObject({ to: z.enum(['batting', 'fielding']), runs: upTo(20) }).optional(),
    wickets: z.array(wicket).max(2).optional(),
    noBallFor: z.enum(['foot', 'height', 'fielder', 'other']).optional(),
    review: review.optional(),
    note: words.optional(),
  }),
  InningsStart: z.strictObject({
    type: type('InningsStart'),
    batting: side,
    superOver: z.number().int().min(1).max(20).optional(),
  }),
  InningsEnd: z.strictObject({ type: type('InningsEnd'), why: z.enum(['all out', 'overs', 'closed']) }),
  Declare: z.strictObject({ type: type('Declare') }),
  Forfeit: z.strictObject({ type: type('Forfeit'), side }),
  FollowOn: z.strictObject({ type: type('FollowOn') }),
  StrikeSet: z.strictObject({ type: type('StrikeSet'), striker: id, nonStriker: partner }),
  Retire: z.strictObject({
    type: type('Retire'),
    player: id,
    kind: z.enum(['retired out', 'retired hurt', 'retired not out']),
  }),
  TimedOut: z.strictObject({ type: type('TimedOut'), player: id }),
  AbsentHurt: z.strictObject({ type: type('AbsentHurt'), player: id }),
  Substitute: z.strictObject({ type: type('Substitute'), side, out: id.nullable(), in: id, reason: words }),
  Replace: z.strictObject({
    type: type('Replace'),
    role: z.enum(['bowler', 'batter']),
    out: id.nullable(),
    in: id,
    reason: words,
  }),
  PenaltyRuns: z.strictObject({
    type: type('PenaltyRuns'),
    to: side,
    runs: upTo(100),
    innings: z.number().int().min(1).max(44).optional(),
  }),
  OverCalled: z.strictObject({ type: type('OverCalled'), umpire: id.optional() }),
  OverGoesOn: z.strictObject({ type: type('OverGoesOn'), umpire: id.optional() }),
  PowerplaySet: z.strictObject({ type: type('PowerplaySet'), kind: words, from: over, to: over }),
  TargetSet: z.strictObject({
    type: type('TargetSet'),
    runs: upTo(5_000),
    balls: upTo(10_000).nullable(),
    method: words.nullable(),
  }),
  OversReduced: z.strictObject({ type: type('OversReduced'), balls: upTo(10_000) }),
  MatchCalledOff: z.strictObject({ type: type('MatchCalledOff') }),
  Awarded: z.strictObject({ type: type('Awarded'), to: side }),
  Conceded: z.strictObject({ type: type('Conceded'), by: side }),
  BowlOutBall: z.strictObject({ type: type('BowlOutBall'), side, bowler: id, scored: z.boolean() }),
  BowlOut: z.strictObject({ type: type('BowlOut'), winner: side }),
  TieBroken: z.strictObject({ type: type('TieBroken'), winner: side, by: words }),
  Result: z.strictObject({
    type: type('Result'),
    winner: side,
    by: margin.nullable(),
    method: words.nullable(),
  }),
} satisfies { [Name in Play['type']]: z.ZodType<Extract<Play, { type: Name }>> }

export const cricketPlay: z.ZodType<Play> = oneOf(PLAYS)

export const cricketSetup: z.ZodType<SetupOf<'cricket'>> = matchSetup.extend({
  toss: z.strictObject({ winner: side, chose: z.enum(['bat', 'field']) }).nullable(),
})
