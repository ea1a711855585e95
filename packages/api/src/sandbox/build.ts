import type { AuctionState } from '@gavel/auction'
import {
  type Auction,
  auctionById,
  type Event,
  insertEvent,
  moveEvent,
  newId,
  type SandboxBot,
  teamsOf,
} from '@gavel/db'
import { AppError } from '../errors.ts'
import { ensureAuction } from '../event/create-event.ts'
import { command } from '../log/command.ts'
import { addTeam } from '../pool/add-team.ts'
import { copyPlayers } from '../pool/copy-players.ts'
import { makeBot } from '../rehearsal/make-bot.ts'
import type { Services } from '../services.ts'

type Parts = Pick<Services, 'mongo' | 'log' | 'postgres'>

/** What is copied, for whom, and who conducts the copy. */
export type SandboxPlan = {
  event: Event
  source: Pick<Auction, 'id' | 'setNames'>
  state: AuctionState
  tag: string
  auctioneer: 'me' | 'bot'
  /** Who started it; null for the operator, who is no person. */
  userId: string | null
}

export type BuiltSandbox = { slug: string; auctionId: string; bots: SandboxBot[] }

/**
 * Makes a copy of an event that has not begun: rules, teams with their purses, players in the running order, retentions. Bots hold the
 * paddles; of the real people only whoever started it keeps the paddle of the own team (SANDBOX-2). Ids of teams and players stay, for
 * their names and photos.
 * @throws AppError AUCTION.UNAVAILABLE; what was made until then is forgotten by the sandbox's tag
 */
export const buildSandbox = async (services: Parts, plan: SandboxPlan): Promise<BuiltSandbox> => {
  const { mongo } = services
  const { event, tag, auctioneer, userId } = plan
  const conductor = auctioneer === 'bot' ? await makeBot(services, `${tag}-auctioneer`, 'Auctioneer') : null
  const copy = await insertEvent(mongo, copyOf(plan, conductor?.userId ?? null))
  if (!copy) throw new AppError('EVENT.SLUG_TAKEN', { slug: event.slug })
  const by = userId ?? 'operator'
  const auctionId = await ensureAuction(services, by, copy)
  const auction = await auctionById(mongo, auctionId)
  if (!auction) throw new AppError('AUCTION.NOT_FOUND')
  const bots = await copyTeams(services, plan, auction, by)
  await copyPlayers(services, plan.source, plan.state, auction, by, () => true)
  await copyOutcomes(services, plan, auction, by)
  await moveEvent(mongo, copy.id, ['draft'], 'published')
  const hall = conductor ? [{ userId: conductor.userId, teamId: null }] : []
  return { slug: copy.slug, auctionId, bots: [...bots, ...hall] }
}

const MAX_NAME = 120

/** The copy as an event: its own staff alone see it, and it is in no list. */
const copyOf = (
  { event, state, tag, auctioneer, userId }: SandboxPlan,
  conductorId: string | null,
): Parameters<typeof insertEvent>[1] => {
  const watching = new Set([...event.scorerIds, ...(auctioneer === 'bot' ? event.auctioneerIds : [])])
  if (userId !== null) watching.add(userId)
  return {
    id: newId(),
    slug: `${event.slug.slice(0, 40)}-rehearsal-${tag.slice(0, 8)}`,
    name: `${event.name.slice(0, MAX_NAME - 12)}: rehearsal`,
    description: event.description,
    startsAtMs: event.startsAtMs,
    timeZone: event.timeZone,
    venue: event.venue,
    ruleSetId: event.ruleSetId,
    rules: state.rules,
    currency: state.rules.currency,
    status: 'draft',
    shows: { listed: false, pool: false, room: false },
    delayMs: event.delayMs,
    nextSteps: event.nextSteps,
    capacity: {
      players: event.capacity.players,
      teams: Math.max(event.capacity.teams, Object.keys(state.teams).length),
    },
    organiserIds: event.organiserIds,
    auctioneerIds: conductorId
      ? [conductorId]
      : [...new Set([...event.auctioneerIds, ...(userId === null ? [] : [userId])])],
    scorerIds: [...watching],
    rehearsal: true,
    sandboxOf: event.id,
    createdAtMs: Date.now(),
  }
}

/** Teams in the order of the log, each with a bot. */
const copyTeams = async (
  services: Parts,
  { source, state, tag, auctioneer, userId }: SandboxPlan,
  auction: Auction,
  by: string,
): Promise<SandboxBot[]> => {
  const looks = new Map((await teamsOf(services.mongo, source.id)).map((team) => [team.teamId, team]))
  const bots: SandboxBot[] = []
  for (const [index, { id: teamId, purse }] of Object.values(state.teams).entries()) {
    const look = looks.get(teamId)
    const { name = teamId, short = teamId.slice(0, 4), colour = '#336699', logoUrl = null } = look ?? {}
    const isTheirs = userId !== null && look?.ownerIds.includes(userId) === true
    // Whoever conducts has no hand free for the own paddle, so a bot bids beside it.
    const bot = isTheirs && auctioneer === 'bot' ? null : await makeBot(services, `${tag}-${index}`, name)
    const ownerIds = [...(bot ? [bot.userId] : []), ...(isTheirs ? [userId] : [])]
    const team = { teamId, name, short, colour, logoUrl, ownerIds, purse }
    await addTeam(services, auction, by, `team-${index}-${tag}`, team)
    if (bot) bots.push({ userId: bot.userId, teamId })
  }
  return bots
}

/** Who was retained or withdrawn is so in the copy too. Nobody who is sold in a rehearsal is told so: copied players have no accounts. */
const copyOutcomes = async ({ log }: Parts, { state }: SandboxPlan, auction: Auction, by: string): Promise<void> => {
  for (const { id: player, status } of inSquadOrder(state))
    if (status.is === 'retained')
      await command(log, auction, by, `retain-${player}`, { type: 'RetainPlayer', player, ...held(status) })
    else if (status.is === 'withdrawn')
      await command(log, auction, by, `withdraw-${player}`, { type: 'WithdrawPlayer', player })
}

const held = ({ team, amount }: { team: string; amount: number }) => ({ team, amount })

/** Players in the order in which they entered the squads, so that each retention finds the purse as it was; then all others. */
const inSquadOrder = ({ teams, players }: AuctionState) => {
  const squads = Object.values(teams).flatMap(({ squad }) => squad)
  return [...new Set([...squads, ...Object.keys(players)])].flatMap((id) => players[id] ?? [])
}
