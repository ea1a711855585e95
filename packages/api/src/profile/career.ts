import { can } from '@gavel/auth'
import {
  type Auction,
  type AuctionPlayer,
  type AuctionTeam,
  auctionById,
  type Event,
  eventById,
  listEvents,
  type Mongo,
  poolsWith,
  teamsOf,
  teamsOwnedBy,
} from '@gavel/db'
import { shownPlayers } from '../auction/hidden-pool.ts'
import { seenState } from '../auction/sight.ts'
import type { Context } from '../context.ts'
import { figuresIn, type SeasonFigures } from '../match/season-figures.ts'
import { maySee, subjectIn } from '../trpc.ts'

export type SeasonTeam = Pick<AuctionTeam, 'teamId' | 'name' | 'short' | 'colour' | 'logoUrl'>

/** How a person stood in an auction as a player. Money in the currency's smallest unit. `team`, `price`: null for who has none. */
type SeasonAsPlayer = {
  playerId: string
  role: string
  base: number
  /** `waiting`: not called yet, or on the block just now. */
  is: 'waiting' | 'sold' | 'retained' | 'unsold' | 'withdrawn'
  price: number | null
  team: SeasonTeam | null
}

/** What a person was in one event, as far as the asker may know it. */
export type Season = {
  event: Pick<Event, 'slug' | 'name' | 'startsAtMs' | 'timeZone' | 'currency'>
  auctionId: string | null
  player: SeasonAsPlayer | null
  /** The teams that the person bids for. */
  owns: SeasonTeam[]
  staff: ('organiser' | 'auctioneer' | 'scorer')[]
  /** What the person did in its cricket; null for who has not played. */
  figures: SeasonFigures | null
}

/** The latest ones: a page is no archive. */
const MAX_SEASONS = 30

/** The seasons of a person that the asker may know of, the latest event first. Rehearsals, sandboxes and unlisted events of others are left out. */
export const careerOf = async (ctx: Context, userId: string): Promise<Season[]> => {
  const { mongo } = ctx.services
  const [pools, owned, staffed] = await Promise.all([
    poolsWith(mongo, userId),
    teamsOwnedBy(mongo, userId),
    listEvents(mongo, { staffId: userId, rehearsal: false, sandbox: false }),
  ])
  const auctionIds = new Set([...pools, ...owned].map(({ auctionId }) => auctionId))
  const events = new Map(staffed.map((event) => [event.id, event]))
  for (const event of await eventsOf(mongo, auctionIds)) events.set(event.id, event)
  const latest = [...events.values()].toSorted((a, b) => b.startsAtMs - a.startsAtMs).slice(0, MAX_SEASONS)
  const seasons = await Promise.all(latest.map((event) => seasonOf(ctx, event, { userId, pools, owned })))
  return seasons.filter((season) => season !== null)
}

const eventsOf = async (mongo: Mongo, auctionIds: ReadonlySet<string>): Promise<Event[]> => {
  const auctions = await Promise.all([...auctionIds].map((id) => auctionById(mongo, id)))
  const events = await Promise.all(auctions.flatMap((auction) => (auction ? [eventById(mongo, auction.eventId)] : [])))
  return events.filter((event): event is Event => event !== null && !event.rehearsal && event.sandboxOf === null)
}

type Person = { userId: string; pools: readonly AuctionPlayer[]; owned: readonly AuctionTeam[] }

/** Null where the asker may not know of the event, or of nothing that the person was in it. */
const seasonOf = async (ctx: Context, event: Event, person: Person): Promise<Season | null> => {
  const subject = await subjectIn(ctx, event)
  // Who finds an unlisted event by its link alone does not find it here.
  const known = event.shows.listed || subject.roles.length > 0 || ctx.actor.admin
  if (!known || !maySee(ctx.actor, event, subject)) return null
  const { slug, name, startsAtMs, timeZone, currency, auctionId } = event
  const of = (team: { auctionId: string }) => team.auctionId === auctionId
  const owns = person.owned.filter(of).map(lookOf)
  const staff = STAFF.filter((role) => event[`${role}Ids`].includes(person.userId))
  const entry = person.pools.find(of)
  const auction = auctionId && (await auctionById(ctx.services.mongo, auctionId))
  const player = entry && auction ? await asPlayer({ ...ctx, auction, event, subject }, entry) : null
  if (!player && owns.length === 0 && staff.length === 0) return null
  const figures = player
    ? ((await figuresIn({ ...ctx, event, subject })).find((one) => one.player === player.playerId) ?? null)
    : null
  return { event: { slug, name, startsAtMs, timeZone, currency }, auctionId, player, owns, staff, figures }
}

const STAFF = ['organiser', 'auctioneer', 'scorer'] as const

const lookOf = ({ teamId, name, short, colour, logoUrl }: AuctionTeam): SeasonTeam => ({
  ...{ teamId, name, short, colour, logoUrl },
})

type Asked = Parameters<typeof shownPlayers>[0] & { auction: Auction }

/** Null where the asker may not watch the auction, or not know its pool yet, or its log does not answer. */
const asPlayer = async (asked: Asked, entry: AuctionPlayer): Promise<SeasonAsPlayer | null> => {
  const { services, actor, auction, subject } = asked
  if (!can(actor, 'auction.watch', subject)) return null
  const { playerId, role, base } = entry
  const known = await Promise.all([shownPlayers(asked), seenState(asked)]).catch(() => null)
  if (!known) return null
  const [shown, state] = known
  const status = state.players[playerId]?.status
  if (!status || (shown && !shown.has(playerId))) return null
  const none = { playerId, role, base, price: null, team: null }
  if (status.is !== 'sold' && status.is !== 'retained')
    return { ...none, is: status.is === 'on_block' ? 'waiting' : status.is }
  const team = (await teamsOf(services.mongo, auction.id)).find(({ teamId }) => teamId === status.team)
  return { ...none, is: status.is, price: status.amount, team: team ? lookOf(team) : null }
}
