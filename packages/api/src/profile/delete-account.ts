import {
  type Auction,
  auctionById,
  deleteAccount as deleteStored,
  type Event,
  eventById,
  foldEmail,
  listEvents,
  listRegistrations,
  teamsOwnedBy,
  userById,
} from '@gavel/db'
import { z } from 'zod'
import { AppError } from '../errors.ts'
import { takePaddle } from '../pool/give-paddle.ts'
import { stands } from '../registration/standing.ts'
import { withdrawRegistration } from '../registration/withdraw-registration.ts'
import type { Services } from '../services.ts'
import { provedProcedure, signedInProcedure } from '../trpc.ts'
import { forgetDeleted } from './forget-person.ts'

/** Why an account cannot be deleted now, and where that is put right. `slug`: the event concerned. */
export type Hindrance = { is: 'bids' | 'organises'; slug: string; name: string }

/** What stands in the way of deleting the caller's account; empty where nothing does. */
export const hindrances = signedInProcedure.query(({ ctx: { services, userId } }) => hindrancesOf(services, userId))

const hindrancesOf = async ({ mongo }: Pick<Services, 'mongo'>, userId: string): Promise<Hindrance[]> => {
  const organised = await listEvents(mongo, { staffId: userId, sandbox: false, limit: 1_000 })
  const alone = organised.filter(
    (event) => isOpen(event) && event.organiserIds.length === 1 && event.organiserIds.includes(userId),
  )
  const bidding = (await paddlesOf({ mongo }, userId)).filter(({ auction }) => isRunning(auction))
  return [
    ...bidding.map(({ event: { slug, name } }) => ({ is: 'bids' as const, slug, name })),
    ...alone.map(({ slug, name }) => ({ is: 'organises' as const, slug, name })),
  ]
}

const isOpen = ({ status }: Pick<Event, 'status'>) => status !== 'finished' && status !== 'cancelled'
const isRunning = ({ status }: Pick<Auction, 'status'>) => status === 'running' || status === 'paused'

/** Teams of real events that a person bids for. */
const paddlesOf = async ({ mongo }: Pick<Services, 'mongo'>, userId: string) => {
  const teams = await teamsOwnedBy(mongo, userId)
  const found = await Promise.all(
    teams.map(async ({ auctionId, teamId }) => {
      const auction = await auctionById(mongo, auctionId)
      const event = auction && (await eventById(mongo, auction.eventId))
      return auction && event && event.sandboxOf === null ? [{ teamId, auction, event }] : []
    }),
  )
  return found.flat()
}

/**
 * Deletes the caller's account. Entries are withdrawn and paddles given back where auctions have not begun; what has been auctioned stays,
 * under ids alone. `email` is typed by the person, who thereby says it a second time.
 */
export const deleteAccount = provedProcedure
  .input(z.strictObject({ email: z.string().max(254) }))
  .mutation(async ({ ctx: { services, userId }, input }): Promise<void> => {
    const { postgres, reach, logger } = services
    const account = await userById(postgres, userId)
    if (!account) throw new AppError('AUTH.SIGN_IN_FIRST')
    if (foldEmail(input.email) !== account.email) throw new AppError('PROFILE.OTHER_EMAIL')
    const [hindrance] = await hindrancesOf(services, userId)
    if (hindrance) throw new AppError('PROFILE.NEEDED', { reason: REASONS[hindrance.is](hindrance.name) })
    await leaveEvents(services, userId)
    const deleted = await deleteStored(postgres, userId)
    if (deleted.is === 'last-admin') throw new AppError('ADMIN.LAST')
    if (deleted.is !== 'deleted') return
    await reach.tell({ ended: deleted.sids, why: 'ended' })
    await forgetDeleted(services).catch((error: unknown) => {
      logger.warn({ err: error, userId }, 'A deleted account is not forgotten everywhere yet: the workers see to it')
    })
  })

const REASONS = {
  bids: (name: string) =>
    `You bid in ${name}, whose auction is under way. Wait for its end, or have the organiser take your paddle.`,
  organises: (name: string) =>
    `You are the only organiser of ${name}. Add another one, or finish or cancel the event first.`,
} as const satisfies Record<Hindrance['is'], (name: string) => string>

/** Takes a person out of what has not begun yet. What cannot be left any more is part of a record, and stays. @throws AppError AUCTION.UNAVAILABLE */
const leaveEvents = async (services: Services, userId: string): Promise<void> => {
  const { mongo } = services
  for (const { teamId, auction } of await paddlesOf(services, userId))
    if (auction.status === 'scheduled') await takePaddle(services, auction, userId, teamId, userId)
  for (const entry of await listRegistrations(mongo, { userId })) {
    const event = stands(entry.status) ? await eventById(mongo, entry.eventId) : null
    if (!event || !isOpen(event)) continue
    await withdrawRegistration(services, event, entry, { by: userId, reason: null }).catch((error: unknown) => {
      if (!(error instanceof AppError && error.code === 'REGISTRATION.IN_PLAY')) throw error
    })
  }
}
