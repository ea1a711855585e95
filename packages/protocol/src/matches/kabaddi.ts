import { z } from 'zod'
import { id } from '../common.ts'
import { oneOf, side, words } from './fields.ts'
import { matchSetup } from './setup.ts'

/** Who was out; null: nobody wrote down who. */
const out = z.array(id.nullable()).max(7)

const PLAYS = {
  HalfStart: z.strictObject({ type: z.literal('HalfStart'), raiding: side.nullable() }),
  HalfEnd: z.strictObject({ type: z.literal('HalfEnd') }),
  Raid: z.strictObject({
    type: z.literal('Raid'),
    raiding: side,
    raider: id.nullable(),
    touched: out,
    steppedOut: out,
    bonus: z.boolean(),
    lost: z.enum(['tackled', 'out-of-court', 'time', 'do-or-die']).nullable(),
    by: z.array(id).max(7),
    superTackle: z.boolean(),
    allOut: side.nullable(),
  }),
  Technical: z.strictObject({
    type: z.literal('Technical'),
    to: side,
    points: z.number().int().min(1).max(20),
    why: words,
  }),
  Card: z.strictObject({
    type: z.literal('Card'),
    side,
    player: id.nullable(),
    colour: z.enum(['green', 'yellow', 'red']),
  }),
  Return: z.strictObject({ type: z.literal('Return'), side, player: id }),
  Substitution: z.strictObject({ type: z.literal('Substitution'), side, off: id, on: id }),
  TimeOut: z.strictObject({ type: z.literal('TimeOut'), side: side.nullable() }),
  Review: z.strictObject({ type: z.literal('Review'), side, upheld: z.boolean() }),
  Declare: z.strictObject({ type: z.literal('Declare'), side }),
  TieBreakStart: z.strictObject({ type: z.literal('TieBreakStart'), raiding: side.nullable() }),
  Toss: z.strictObject({ type: z.literal('Toss'), winner: side }),
}

export const kabaddiPlay = oneOf(PLAYS)

export const kabaddiSetup = matchSetup.extend({ knockout: z.boolean() })
