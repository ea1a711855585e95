import { auctionById, type Registration } from '@gavel/db'
import { z } from 'zod'
import { teamFields } from '../auction/team-input.ts'
import { AppError } from '../errors.ts'
import { submitRegistration } from '../registration/submit.ts'
import { eventProcedure } from '../trpc.ts'

const text = (max: number) => z.string().trim().max(max)

/** A person's entry as a player, or as the owner of a new team. `base` is in the currency's smallest unit. */
const registrationInput = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('player'),
    name: text(120).min(1),
    country: text(60),
    role: z.enum(['Batter', 'Bowler', 'All-rounder', 'Wicket-keeper']),
    base: z.number().int().positive(),
    age: z.number().int().min(10).max(80).nullable().default(null),
    caps: z.number().int().min(0).max(1_000).nullable().default(null),
  }),
  z.strictObject({
    kind: z.literal('owner'),
    team: teamFields.name,
    short: teamFields.short,
    colour: teamFields.colour,
  }),
])

export const registerInput = z.object({ details: registrationInput })

/** A registration as its own person sees it. */
export type MyRegistration = Pick<
  Registration,
  'id' | 'kind' | 'status' | 'reason' | 'details' | 'createdAtMs' | 'updatedAtMs'
>

export const shown = ({
  id,
  kind,
  status,
  reason,
  details,
  createdAtMs,
  updatedAtMs,
}: Registration): MyRegistration => ({ id, kind, status, reason, details, createdAtMs, updatedAtMs })

/** Enters the caller into an event. Answers at once, mostly `pending`; `event.myRegistrations` tells what becomes of it. */
export const register = eventProcedure('registration.submit')
  .input(registerInput)
  .mutation(async ({ ctx: { services, actor, event }, input: { details } }) => {
    const userId = actor.userId
    if (userId === null) throw new AppError('AUTH.SIGN_IN_FIRST')
    await services.limits.take('registerByUser', userId)
    if (details.kind === 'owner') return shown(await submitRegistration(services, event, userId, details))
    const auction = event.auctionId ? await auctionById(services.mongo, event.auctionId) : null
    if (!auction?.rules.basePrices.includes(details.base)) throw new AppError('REGISTRATION.BAD_BASE')
    return shown(await submitRegistration(services, event, userId, { ...details, photoUrl: null }))
  })
