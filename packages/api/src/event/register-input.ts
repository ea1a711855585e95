import { auctionById, type Event } from '@gavel/db'
import { MAX_SEATS } from '@gavel/registration'
import { z } from 'zod'
import { teamFields } from '../auction/team-input.ts'
import { AppError } from '../errors.ts'
import type { Services } from '../services.ts'

const text = (max: number) => z.string().trim().max(max)

/** A player, as somebody enters. `base` is in the currency's smallest unit. */
export const playerDetails = z.strictObject({
  kind: z.literal('player'),
  name: text(120).min(1),
  country: text(60),
  role: z.enum(['Batter', 'Bowler', 'All-rounder', 'Wicket-keeper']),
  base: z.number().int().positive(),
  age: z.number().int().min(10).max(80).nullable().default(null),
  caps: z.number().int().min(0).max(1_000).nullable().default(null),
})

const ownerDetails = z.strictObject({
  kind: z.literal('owner'),
  team: teamFields.name,
  short: teamFields.short,
  colour: teamFields.colour,
})

/** The day somebody was born: `2001-02-28`. What is no day of the calendar is refused by the rules of entering, in words. */
export const bornInput = z.string().max(20).nullable().default(null)
export const categoryInput = z.string().max(40).nullable().default(null)
/** By the question's id. What does not fit is refused by the rules of entering, each at its question. */
export const answersInput = z
  .record(z.string().max(40), z.union([z.string().max(4_000), z.number(), z.boolean(), z.null()]))
  .refine((answers) => Object.keys(answers).length <= 100, 'Too many answers')
  .default({})

/** A person's entry as a player, or as the owner of a new team; `seats` for a group that they bring, or shares that the team is paid in. */
export const registerInput = z.object({
  details: z.discriminatedUnion('kind', [playerDetails, ownerDetails]),
  seats: z.number().int().min(1).max(MAX_SEATS).default(1),
  born: bornInput,
  category: categoryInput,
  answers: answersInput,
})

/** @throws AppError REGISTRATION.BAD_BASE where the event's rules do not offer this price */
export const refuseBadBase = async (
  { mongo }: Pick<Services, 'mongo'>,
  { auctionId }: Pick<Event, 'auctionId'>,
  { base }: { base: number | null },
): Promise<void> => {
  const auction = auctionId ? await auctionById(mongo, auctionId) : null
  if (base === null || !auction?.rules.basePrices.includes(base)) throw new AppError('REGISTRATION.BAD_BASE')
}
