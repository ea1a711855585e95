import { MAX_AMOUNT } from '@gavel/auction'
import { z } from 'zod'
import { id } from './common.ts'

/** What a fan may throw into the room. */
export const REACTIONS = ['clap', 'wow', 'laugh', 'oh'] as const
export type Reaction = (typeof REACTIONS)[number]

const auctionId = id

/** `react`: nothing of it is kept. */
export const reactMessage = z.strictObject({ auctionId, kind: z.enum(REACTIONS) })

/** `guess`: what a fan thinks that the player up will be sold for. `name`: as the fan wants to be called, of letters, digits and spaces. */
export const guessMessage = z.strictObject({
  auctionId,
  lot: z.number().int().positive().lt(1e6),
  amount: z.number().int().positive().lt(MAX_AMOUNT),
  name: z.string().regex(/^[\p{L}\p{N}][\p{L}\p{M}\p{N} .'’-]{0,23}$/u),
})

export type ReactMessage = z.infer<typeof reactMessage>
export type GuessMessage = z.infer<typeof guessMessage>

/** How many of each came since the last message, as this server sees it. */
export type ReactionsMessage = { auctionId: string; counts: Partial<Record<Reaction, number>> }

/**
 * How the guesses of one lot turned out: closest first, of equals the earlier. `price` null: the player was not sold, and nobody has won. `yours`:
 * this client's guess, and which place it took.
 */
export type GuessesMessage = {
  auctionId: string
  lot: number
  price: number | null
  /** How many people guessed. */
  count: number
  best: { name: string; amount: number }[]
  yours: { place: number; amount: number } | null
}
