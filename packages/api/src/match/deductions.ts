import { deductionsOf, deleteDeduction, insertDeduction, matchesOf, newId } from '@gavel/db'
import { z } from 'zod'
import { AppError } from '../errors.ts'
import { eventProcedure } from '../trpc.ts'
import { advanceMatches } from './advance.ts'

/** Nobody is given or loses more at once. */
const MOST_POINTS = 100

/** `points` below zero are given. */
export const deductionInput = z.object({
  team: z.string().min(1).max(40),
  points: z
    .int()
    .min(-MOST_POINTS)
    .max(MOST_POINTS)
    .refine((points) => points !== 0),
  reason: z.string().trim().min(3).max(200),
})

/** Takes points from a team in the tables of the event, or gives it some, and says why (STAND-8). Whoever comes out of a group is looked at anew. */
export const deductPoints = eventProcedure('match.manage')
  .input(deductionInput)
  .mutation(async ({ ctx: { services, event }, input: { team, points, reason } }): Promise<{ deductionId: string }> => {
    const matches = await matchesOf(services.mongo, event.id)
    const plays = matches.some(({ sides: { home, away } }) => home.team === team || away.team === team)
    if (!plays) throw new AppError('TEAM.NOT_FOUND')
    const id = newId()
    await insertDeduction(services.mongo, { id, eventId: event.id, team, points, reason, atMs: Date.now() })
    await advanceMatches(services.mongo, event)
    return { deductionId: id }
  })

/** Takes such a decision back. Repeating it is harmless. */
export const undoDeduction = eventProcedure('match.manage')
  .input(z.object({ deductionId: z.string().max(40) }))
  .mutation(async ({ ctx: { services, event }, input: { deductionId } }) => {
    await deleteDeduction(services.mongo, { id: deductionId, eventId: event.id })
    await advanceMatches(services.mongo, event)
    return { left: (await deductionsOf(services.mongo, event.id)).length }
  })
