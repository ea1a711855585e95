import { z } from 'zod'
import { id } from '../common.ts'
import { oneOf, side } from './fields.ts'
import { matchSetup, players } from './setup.ts'

const lineup = players.nullable()

const PLAYS = {
  SetStart: z.strictObject({
    type: z.literal('SetStart'),
    serving: side.nullable(),
    lineups: z.strictObject({ home: lineup, away: lineup }),
  }),
  Rally: z.strictObject({
    type: z.literal('Rally'),
    winner: side,
    serving: side.nullable(),
    server: id.nullable(),
  }),
  RotationFault: z.strictObject({ type: z.literal('RotationFault'), side }),
  Substitution: z.strictObject({
    type: z.literal('Substitution'),
    side,
    off: id,
    on: id,
    exceptional: z.boolean(),
  }),
  LiberoIn: z.strictObject({ type: z.literal('LiberoIn'), side, libero: id, for: id }),
  LiberoOut: z.strictObject({ type: z.literal('LiberoOut'), side, libero: id }),
  TimeOut: z.strictObject({ type: z.literal('TimeOut'), side }),
  Sanction: z.strictObject({
    type: z.literal('Sanction'),
    side,
    player: id.nullable(),
    what: z.enum(['warning', 'penalty', 'expulsion', 'disqualification']),
  }),
  Challenge: z.strictObject({ type: z.literal('Challenge'), side, upheld: z.boolean() }),
  PointGiven: z.strictObject({ type: z.literal('PointGiven'), side }),
  Default: z.strictObject({ type: z.literal('Default'), side, of: z.enum(['set', 'match']) }),
  SetCalled: z.strictObject({ type: z.literal('SetCalled') }),
}

export const volleyballPlay = oneOf(PLAYS)

export const volleyballSetup = matchSetup.extend({
  liberos: z.strictObject({ home: players, away: players }),
  firstServer: side.nullable(),
})
