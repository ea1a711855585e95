import { CRORE } from '@gavel/auction'
import { auctionById, insertEvent, insertSandbox, moveEvent, newId, openSandbox, type SandboxBot } from '@gavel/db'
import { AppError } from '../errors.ts'
import { ensureAuction } from '../event/create-event.ts'
import { rulesFor } from '../event/rules.ts'
import { addPlayers } from '../pool/add-players.ts'
import { addTeam } from '../pool/add-team.ts'
import { settleFormerTeams } from '../pool/former-teams.ts'
import { makeBot } from '../rehearsal/make-bot.ts'
import { DEMO_TEAMS, demoPool } from '../seed/demo-league.ts'
import type { Services } from '../services.ts'

type Parts = Pick<Services, 'mongo' | 'log' | 'postgres'>

/** Who starts a night of the demo, in its sandbox's record. */
export const DEMO = 'demo'

/** What every night of it is called. */
export const DEMO_NAME = 'Lantern Street Exhibition'
/** A night lasts as long as anybody watches it; it is forgotten once it has ended. */
const NEVER_MS = Number.MAX_SAFE_INTEGER

/**
 * Makes a night of the demo: an event of its own with the demo league's teams and players, bots on every paddle and at the console. It is a
 * sandbox of nothing but itself, so that bots may act in it and nothing of it stays once it is forgotten (DEMO-1).
 * @throws AppError AUCTION.UNAVAILABLE; what was made until then is forgotten by the sweeper
 */
export const buildDemoNight = async (
  services: Parts,
  nowMs: number,
): Promise<{ eventId: string; tag: string; auctionId: string }> => {
  const { mongo } = services
  const [eventId, tag] = [newId(), newId()]
  const mine = { eventId, tag }
  await insertSandbox(mongo, {
    ...mine,
    auctioneer: 'bot',
    startedBy: DEMO,
    startedAtMs: nowMs,
    expiresAtMs: NEVER_MS,
  })
  const conductor = await makeBot(services, `${tag}-auctioneer`, 'Auctioneer')
  const rules = rulesFor('ipl-2025', { purse: 30 * CRORE, squad: { min: 5, max: 8 }, overseasMax: 3 })
  const slug = `exhibition-${tag
    .slice(0, 8)
    .toLowerCase()
    .replace(/[^a-z0-9]/g, 'x')}`
  const event = await insertEvent(mongo, {
    id: eventId,
    slug,
    name: DEMO_NAME,
    description:
      'Bots bid and conduct here for whoever watches. Take a paddle or the console from one of them, and give it back when you go.',
    startsAtMs: nowMs,
    timeZone: 'Asia/Kolkata',
    venue: 'Lantern Street Ground, Pune',
    ruleSetId: rules.id,
    rules,
    currency: rules.currency,
    status: 'draft',
    shows: { listed: true, pool: true, room: true },
    capacity: { players: 60, teams: DEMO_TEAMS.length },
    organiserIds: [],
    auctioneerIds: [conductor.userId],
    scorerIds: [],
    rehearsal: true,
    sandboxOf: eventId,
    createdAtMs: nowMs,
  })
  if (!event) throw new AppError('EVENT.SLUG_TAKEN', { slug })
  const auctionId = await ensureAuction(services, DEMO, event)
  const auction = await auctionById(mongo, auctionId)
  if (!auction) throw new AppError('AUCTION.NOT_FOUND')
  const bots: SandboxBot[] = [{ userId: conductor.userId, teamId: null }]
  for (const [index, { name, short, colour }] of DEMO_TEAMS.entries()) {
    const teamId = `demo-team-${index + 1}`
    const bot = await makeBot(services, `${tag}-${index}`, name)
    const team = { teamId, name, short, colour, ownerIds: [bot.userId], purse: auction.rules.purse }
    await addTeam(services, auction, DEMO, `demo-${teamId}`, team)
    bots.push({ userId: bot.userId, teamId })
  }
  await addPlayers(services, auction, DEMO, lastSeasons())
  await settleFormerTeams(services, auction, DEMO)
  await moveEvent(mongo, eventId, ['draft'], 'published')
  await openSandbox(mongo, { ...mine, slug, auctionId, bots })
  return { ...mine, auctionId }
}

/** The pool, in which every other player had a team last season, so that prices are matched. */
const lastSeasons = () =>
  demoPool().map((player, index) => {
    const team = DEMO_TEAMS[(index / 2) % DEMO_TEAMS.length]
    return team ? { ...player, formerTeam: team.short } : player
  })
