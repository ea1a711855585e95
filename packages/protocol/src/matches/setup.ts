import { z } from 'zod'
import { id } from '../common.ts'
import { words } from './fields.ts'

/** The most people whom a team may name. */
const MAX_PLAYERS = 40

const teamSheet = z.strictObject({
  team: id,
  players: z.array(id).max(MAX_PLAYERS),
  captain: id.optional(),
  keeper: id.optional(),
})

/** What the setup of every sport holds. */
export const matchSetup = z.strictObject({
  sides: z.strictObject({ home: teamSheet, away: teamSheet }),
  officials: z
    .array(z.strictObject({ role: words, person: id }))
    .max(20)
    .optional(),
})

export const players = z.array(id).max(MAX_PLAYERS)
