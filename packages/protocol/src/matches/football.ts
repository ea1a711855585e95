import { z } from 'zod'
import { id } from '../common.ts'
import { oneOf, side, upTo, words } from './fields.ts'
import { matchSetup, players } from './setup.ts'

const period = z.enum(['first', 'second', 'extra-first', 'extra-second', 'kicks'])
/** When it happened, as it is read out: 45+2. */
const at = z.strictObject({ minute: upTo(150), added: upTo(60) }).nullable()
const goals = upTo(200)
const somebody = id.nullable()

const PLAYS = {
  PeriodStart: z.strictObject({ type: z.literal('PeriodStart'), period }),
  PeriodEnd: z.strictObject({ type: z.literal('PeriodEnd'), period }),
  Goal: z.strictObject({
    type: z.literal('Goal'),
    side,
    how: z.enum(['goal', 'penalty', 'own']),
    scorer: somebody,
    assist: somebody,
    at,
  }),
  PenaltyMissed: z.strictObject({
    type: z.literal('PenaltyMissed'),
    side,
    taker: somebody,
    how: z.enum(['saved', 'missed']),
    at,
  }),
  Card: z.strictObject({
    type: z.literal('Card'),
    side,
    player: id,
    colour: z.enum(['yellow', 'second-yellow', 'red']),
    at,
  }),
  Substitution: z.strictObject({
    type: z.literal('Substitution'),
    side,
    changes: z
      .array(z.strictObject({ off: id, on: id }))
      .min(1)
      .max(11),
    concussion: z.boolean(),
    at,
  }),
  AddedTime: z.strictObject({ type: z.literal('AddedTime'), minutes: upTo(60) }),
  Review: z.strictObject({ type: z.literal('Review'), of: words, stands: z.boolean(), at }),
  Kick: z.strictObject({ type: z.literal('Kick'), side, taker: somebody, scored: z.boolean() }),
  ShootOut: z.strictObject({
    type: z.literal('ShootOut'),
    scored: z.strictObject({ home: goals, away: goals }),
  }),
}

export const footballPlay = oneOf(PLAYS)

export const footballSetup = matchSetup.extend({
  bench: z.strictObject({ home: players, away: players }),
  knockout: z.boolean(),
  aggregate: z.strictObject({ home: goals, away: goals }).nullable(),
})
