import { isDeepStrictEqual } from 'node:util'
import type { RuleSet } from '@gavel/auction'
import { auctionById, changeEvent, type Event, eventById, newId, setAuctionRules } from '@gavel/db'
import { z } from 'zod'
import { AppError } from '../errors.ts'
import { command } from '../log/command.ts'
import { liveStateOf } from '../pool/state-of.ts'
import type { Services } from '../services.ts'
import { eventProcedure } from '../trpc.ts'
import { entryInput, refuseBadEntry } from './entry-input.ts'
import { eventFields, refuseEarlyEnd } from './input.ts'
import { ruleChanges, rulesFor } from './rules.ts'

export const updateInput = z.object({
  ...z.strictObject(eventFields).partial().shape,
  entry: entryInput.optional(),
  /** The rule set to start from; `rules` alone change those that the event has. */
  ruleSetId: z.string().min(1).max(40).optional(),
  rules: ruleChanges.optional(),
})
type Update = z.infer<typeof updateInput>

/**
 * Changes what is given and leaves the rest. Details change until the event is cancelled; rules and purses until its auction starts, and
 * places never below what is taken. Saving the rules, changed or not, says that they have been seen.
 */
export const update = eventProcedure('event.edit')
  .input(updateInput)
  .mutation(async ({ ctx: { services, actor, event }, input }): Promise<{ slug: string }> => {
    const { slug: _, ruleSetId, rules, ...details } = input
    if (event.status === 'cancelled') throw new AppError('EVENT.OVER', { status: event.status })
    refuseEarlyEnd({ ...event, ...details })
    if (details.entry) refuseBadEntry(details.entry, event)
    if (details.capacity) await refuseTooFew(services, event, details.capacity)
    if (ruleSetId !== undefined || rules !== undefined)
      await changeRules(services, actor.userId ?? 'system', event, { ruleSetId, rules })
    if (Object.keys(details).length > 0) await save(services, event, details)
    return { slug: event.slug }
  })

type Details = Parameters<typeof changeEvent>[2]

const save = async ({ mongo }: Pick<Services, 'mongo'>, event: Event, details: Details): Promise<void> => {
  if (await changeEvent(mongo, event.id, details)) return
  // Somebody took a place in between.
  if (details.capacity) await refuseTooFew({ mongo }, event, details.capacity)
  throw new AppError('EVENT.NOT_FOUND')
}

const refuseTooFew = async (
  { mongo }: Pick<Services, 'mongo'>,
  { id }: Pick<Event, 'id'>,
  capacity: Event['capacity'],
): Promise<void> => {
  const taken = (await eventById(mongo, id))?.taken
  if (taken && (taken.players > capacity.players || taken.teams > capacity.teams))
    throw new AppError('EVENT.BELOW_TAKEN', taken)
}

/** @throws AppError EVENT.STARTED, EVENT.UNKNOWN_RULES, EVENT.BAD_RULES, AUCTION.REFUSED, AUCTION.UNAVAILABLE */
const changeRules = async (
  services: Pick<Services, 'mongo' | 'log'>,
  by: string,
  event: Event,
  { ruleSetId, rules: changes }: Pick<Update, 'ruleSetId' | 'rules'>,
): Promise<void> => {
  const { mongo } = services
  const wanted = rulesFor(ruleSetId ?? event.rules, changes)
  const auction = event.auctionId ? await auctionById(mongo, event.auctionId) : null
  if (!auction) return noteRules(services, event.id, wanted)
  if (!isDeepStrictEqual((await liveStateOf(services, auction.id)).rules, wanted))
    await command(services.log, { id: auction.id, rules: wanted }, by, `rules-${newId()}`, {
      type: 'ChangeRules',
      rules: wanted,
    }).catch(startedInWords)
  // Two who change the rules at once are ordered by the log: whoever writes last here has looked there once more.
  for (let known: RuleSet | null = null; ; ) {
    const { rules } = await liveStateOf(services, auction.id)
    if (isDeepStrictEqual(rules, known)) return
    await setAuctionRules(mongo, auction.id, rules)
    await noteRules(services, event.id, rules)
    known = rules
  }
}

const noteRules = async ({ mongo }: Pick<Services, 'mongo'>, id: string, rules: RuleSet): Promise<void> => {
  const { id: ruleSetId, currency } = rules
  await changeEvent(mongo, id, { rules, ruleSetId, currency, rulesSeenAtMs: Date.now() })
}

/** What the log refuses because the auction has started, in the words of the desk. */
export const startedInWords = (error: unknown): never => {
  if (error instanceof AppError && STARTED.has(String(error.detail.code)))
    throw new AppError('EVENT.STARTED', {}, { cause: error })
  throw error
}
const STARTED = new Set(['ALREADY_STARTED', 'ENDED'])
