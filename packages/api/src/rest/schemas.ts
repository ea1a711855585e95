import { REGISTRATION_STATUSES } from '@gavel/db'
import { z } from 'zod'

/** Words that several answers of the REST API are made of. Money is in the currency's smallest unit, times are epoch milliseconds. */
const timeMs = z.number().describe('Epoch milliseconds.')
const money = z.number().int().describe('In the smallest unit of the currency.')

export const fields = { timeMs, money }

export const teamLook = {
  teamId: z.string(),
  name: z.string(),
  short: z.string(),
  colour: z.string().describe('#rrggbb'),
}
export const team = z.object({ ...teamLook, logoUrl: z.string().nullable() })

export const event = z.object({
  slug: z.string(),
  name: z.string(),
  description: z.string().describe('Markdown.'),
  startsAtMs: timeMs,
  endsAtMs: timeMs.nullable(),
  timeZone: z.string().describe('IANA name.'),
  venue: z.string(),
  ruleSetId: z.string(),
  currency: z.string(),
  status: z.enum(['draft', 'published', 'live', 'finished', 'cancelled']),
  cancelledReason: z.string().nullable(),
  capacity: z.object({ players: z.number(), teams: z.number() }),
  taken: z.object({ players: z.number(), teams: z.number() }),
  delayMs: z.number().describe('How late the public is shown the auction.'),
  auction: z
    .object({
      auctionId: z.string(),
      phase: z.enum(['scheduled', 'running', 'paused', 'ended']),
      sold: z.number(),
      unsold: z.number(),
    })
    .nullable(),
})

export const registration = z.object({
  id: z.string(),
  kind: z.enum(['player', 'owner']),
  status: z.enum(REGISTRATION_STATUSES),
  reason: z.string().nullable(),
  details: z.looseObject({ kind: z.enum(['player', 'owner']) }),
  createdAtMs: timeMs,
  updatedAtMs: timeMs,
})

const side = z.object({
  team: z.string().nullable().describe('The id; null where it is not known yet who plays.'),
  name: z.string(),
  short: z.string(),
  colour: z.string(),
  logoUrl: z.string().nullable(),
})

export const match = z.object({
  matchId: z.string(),
  sport: z.string(),
  number: z.number(),
  round: z.object({ stage: z.string(), group: z.string().nullable(), round: z.number() }).nullable(),
  startsAtMs: timeMs.nullable(),
  timeZone: z.string(),
  venue: z.string(),
  status: z.string(),
  sides: z.object({ home: side, away: side }),
  line: z
    .object({ home: z.string(), away: z.string(), result: z.string().nullable() })
    .nullable()
    .describe('How it stands, in words; null before it is begun.'),
})

export const player = z.object({
  playerId: z.string(),
  name: z.string(),
  country: z.string(),
  role: z.string(),
  set: z.string(),
  base: money,
  photoUrl: z.string().nullable(),
})
