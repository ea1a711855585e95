import { z } from 'zod'
import { id } from '../common.ts'
import { oneOf, side } from './fields.ts'
import { matchSetup } from './setup.ts'

const PLAYS = {
  GameStart: z.strictObject({ type: z.literal('GameStart'), server: id, receiver: id }),
  Rally: z.strictObject({
    type: z.literal('Rally'),
    winner: side,
    serving: side.nullable(),
    server: id.nullable(),
  }),
  Let: z.strictObject({ type: z.literal('Let') }),
  CourtsCorrected: z.strictObject({ type: z.literal('CourtsCorrected'), side, right: id }),
  Card: z.strictObject({
    type: z.literal('Card'),
    side,
    player: id,
    colour: z.enum(['yellow', 'red', 'black']),
  }),
  Retired: z.strictObject({ type: z.literal('Retired'), side, player: id.nullable() }),
  GameCalled: z.strictObject({ type: z.literal('GameCalled') }),
}

export const badmintonPlay = oneOf(PLAYS)

export const badmintonSetup = matchSetup.extend({
  discipline: z.enum(['singles', 'doubles']),
  firstServer: side.nullable(),
})
