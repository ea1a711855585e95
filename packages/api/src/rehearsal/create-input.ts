import { MAX_AMOUNT, MAX_POOL, MAX_TEAMS } from '@gavel/auction'
import { z } from 'zod'
import { ruleChanges } from '../event/rules.ts'

const amount = z.number().int().positive().lt(MAX_AMOUNT)
const name = z.string().trim().min(1).max(120)

/**
 * A rehearsal: an event of its own with teams, players and bots, ready to start. Money is in the currency's smallest unit. `ref` is the
 * caller's own name for a player (a row number), given back with the player's id.
 */
export const createRehearsalInput = z.strictObject({
  name,
  ruleSetId: z.string().min(1).max(40),
  /** What the recorded auction needs apart from the rule set, such as a larger squad. Squads may be as large as the file's. */
  rules: ruleChanges.default({}),
  /** `purse`: null for the rule set's own. */
  teams: z
    .array(z.strictObject({ name, short: z.string().trim().min(1).max(12).nullable(), purse: amount.nullable() }))
    .min(2)
    .max(MAX_TEAMS),
  players: z
    .array(
      z.strictObject({
        ref: z.string().min(1).max(40),
        name,
        /** null: nationality unknown; then `overseas` is null too. */
        country: z.string().trim().min(1).max(60).nullable(),
        overseas: z.boolean().nullable(),
        role: z.string().trim().max(60).nullable(),
        age: z.number().int().min(0).max(120).nullable(),
        caps: z.number().int().min(0).max(10_000).nullable(),
        /** null: not said. An uncapped player counts as one. */
        capped: z.boolean().nullable().default(null),
        /** A team's name or short name; null: none. */
        formerTeam: z.string().trim().max(120).nullable().default(null),
        /** The name of the set; sets run in the order in which they first appear. */
        set: z.string().trim().min(1).max(80),
        base: amount,
        stats: z.record(z.string().max(60), z.string().max(200)).optional(),
      }),
    )
    .min(1)
    .max(MAX_POOL),
  /** `player` is a `ref`, `team` a team's name; they enter the squads, and leave the purses, in this order. */
  retained: z.array(z.strictObject({ player: z.string().max(40), team: name, amount })).max(MAX_POOL),
})
export type CreateRehearsalInput = z.infer<typeof createRehearsalInput>

/** How a bot signs in: `POST /api/token` with these. Its token says that it is a bot, which widens its message rate. */
export type BotSignIn = { userId: string; email: string; password: string }

export type CreatedRehearsal = {
  eventId: string
  eventSlug: string
  auctionId: string
  /** In the order of the input. */
  teams: { name: string; teamId: string; bot: BotSignIn }[]
  players: { ref: string; playerId: string }[]
  auctioneer: BotSignIn
}
