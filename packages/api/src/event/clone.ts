import { type AuctionState, MAX_TEAMS } from '@gavel/auction'
import { NOTHING } from '@gavel/auth'
import { type Auction, auctionById, type Event, eventBySlug, newId, teamsOf } from '@gavel/db'
import { z } from 'zod'
import { AppError } from '../errors.ts'
import { addTeam } from '../pool/add-team.ts'
import { copyPlayers } from '../pool/copy-players.ts'
import { stateOf } from '../pool/state-of.ts'
import { movedEntry } from '../registration/entry-rules.ts'
import type { Services } from '../services.ts'
import { authorise, eventProcedure } from '../trpc.ts'
import { createEvent, ensureAuction } from './create-event.ts'
import { eventName, timeMs } from './input.ts'
import { MAX_SLUG, slugOf } from './slug.ts'

const keep = z.strictObject({ teams: z.boolean(), staff: z.boolean(), players: z.boolean() })
type Keep = z.infer<typeof keep>

/**
 * Makes a draft of its own from an event, for the next season: the same words, rules and settings, at a new address, without registrations
 * and without what was bid. `keep.teams` takes the teams with their owners' paddles, `keep.players` the pool with its base prices and order.
 * The same clone asked for again within ten minutes is the same draft, completed where a crash ended it.
 */
export const clone = eventProcedure('event.close')
  .input(z.object({ name: eventName, startsAtMs: timeMs, keep }))
  .mutation(async ({ ctx: { services, actor, event }, input }): Promise<{ slug: string; auctionId: string }> => {
    authorise(actor, 'event.create', NOTHING)
    const by = actor.userId ?? 'system'
    const source = event.auctionId ? await auctionById(services.mongo, event.auctionId) : null
    const state = source && (await stateOf(services, source.id))
    const draft = await draftOf(services, event, state, by, actor.operator, input)
    const auction = await auctionById(services.mongo, draft.auctionId)
    if (!auction) throw new AppError('AUCTION.NOT_FOUND')
    if (source && state && input.keep.teams) await copyTeams(services, source, state, auction, by)
    if (source && state && input.keep.players)
      await copyPlayers(services, source, state, auction, by, ({ status }) => status.is !== 'withdrawn')
    return { slug: draft.slug, auctionId: auction.id }
  })

type Wanted = { name: string; startsAtMs: number; keep: Keep }

/** How long the same clone means the same draft: a form sent twice, or sent again after a lost answer. */
const SAME_MS = 600_000
/** Addresses that are tried: the name, then the name with a number. */
const MAX_ADDRESSES = 50

const draftOf = async (
  services: Services,
  event: Event,
  state: AuctionState | null,
  by: string,
  isOperator: boolean,
  wanted: Wanted,
): Promise<{ slug: string; auctionId: string }> => {
  const { mongo } = services
  const plain = slugOf(wanted.name)
  for (let turn = 1; turn <= MAX_ADDRESSES; turn += 1) {
    const slug = turn === 1 ? plain : `${plain.slice(0, MAX_SLUG - 3)}-${turn}`
    const there = await eventBySlug(mongo, slug)
    if (there && isSameClone(there, event, by, wanted))
      return { slug, auctionId: await ensureAuction(services, by, there) }
    if (there) continue
    try {
      return await createEvent(services, by, copyOf(event, state, by, isOperator, slug, wanted))
    } catch (error) {
      // Somebody took the address in between, perhaps this very form sent twice: look again.
      if (!(error instanceof AppError && error.code === 'EVENT.SLUG_TAKEN')) throw error
      turn -= 1
    }
  }
  throw new AppError('EVENT.SLUG_TAKEN', { slug: plain })
}

const isSameClone = (there: Event, event: Event, by: string, { name }: Wanted): boolean =>
  there.clonedFrom === event.id &&
  there.status === 'draft' &&
  there.name === name &&
  (there.organiserIds.includes(by) || by === 'operator') &&
  there.createdAtMs > Date.now() - SAME_MS

const copyOf = (
  event: Event,
  state: AuctionState | null,
  by: string,
  isOperator: boolean,
  slug: string,
  { name, startsAtMs, keep }: Wanted,
): Parameters<typeof createEvent>[2] => {
  const teams = keep.teams && state ? Object.keys(state.teams).length : 0
  const organisers = keep.staff || isOperator ? event.organiserIds : []
  return {
    name,
    slug,
    description: event.description,
    startsAtMs,
    endsAtMs: event.endsAtMs === null ? null : startsAtMs + (event.endsAtMs - event.startsAtMs),
    timeZone: event.timeZone,
    venue: event.venue,
    rules: state?.rules ?? event.rules,
    shows: event.shows,
    delayMs: event.delayMs,
    approval: event.approval,
    entry: movedEntry(event.entry, startsAtMs - event.startsAtMs),
    nextSteps: event.nextSteps,
    capacity: { players: event.capacity.players, teams: Math.min(MAX_TEAMS, Math.max(event.capacity.teams, teams)) },
    status: 'draft',
    organiserIds: [...new Set([...(isOperator ? [] : [by]), ...organisers])],
    auctioneerIds: keep.staff ? event.auctioneerIds : [],
    scorerIds: keep.staff ? event.scorerIds : [],
    rehearsal: false,
    clonedFrom: event.id,
  }
}

/** Teams in the order of the log, with the purses that they had before anything was spent. */
const copyTeams = async (
  services: Services,
  source: Auction,
  state: AuctionState,
  auction: Auction,
  by: string,
): Promise<void> => {
  const looks = new Map((await teamsOf(services.mongo, source.id)).map((team) => [team.teamId, team]))
  for (const { id, purse } of Object.values(state.teams)) {
    const look = looks.get(id)
    if (!look) continue
    const { auctionId: _, ...team } = look
    await addTeam(services, auction, by, `team-${newId()}`, { ...team, purse })
  }
}
