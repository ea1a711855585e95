import { type Command, LAKH, type RuleSet, ruleSet } from '@gavel/auction'
import type { AccessTokens } from '@gavel/auth'
import { attachAuction, insertAuction, insertEvent, type Mongo, newId, saveTeam } from '@gavel/db'
import type { LiveLog } from '@gavel/livelog'
import { type Person, person } from './people.ts'

/** `owner` is the first of `owners`; each of them holds a paddle. */
export type SeededTeam = { readonly teamId: string; readonly owner: Person; readonly owners: readonly Person[] }

/** An auction with its people, ready to be bid in. */
export type SeededAuction = {
  readonly auctionId: string
  readonly eventId: string
  readonly auctioneer: Person
  readonly teams: readonly SeededTeam[]
  /** In the order in which they come up. */
  readonly players: readonly string[]
}

export type AuctionPlan = {
  /** Default 2. */
  teams?: number
  /** Default 1. */
  paddlesPerTeam?: number
  /** Default 3, all of one set, at the lowest base. */
  players?: number
  /** Changed against the rules of the IPL of 2025. */
  rules?: Partial<RuleSet>
  /** Default true: started, with the first player up. */
  started?: boolean
  /** Default true: bots may take part. */
  rehearsal?: boolean
  /** How late the public is shown it, in milliseconds; default 0. */
  delayMs?: number
}

const ipl = ruleSet('ipl-2025')

/** Makes an event and its auction straight in the stores. */
export async function seedAuction(
  { mongo, log, tokens }: { mongo: Mongo; log: LiveLog; tokens: AccessTokens },
  {
    teams = 2,
    paddlesPerTeam = 1,
    players = 3,
    rules = {},
    started = true,
    rehearsal = true,
    delayMs = 0,
  }: AuctionPlan = {},
): Promise<SeededAuction> {
  if (!ipl) throw new Error('there are no rules for 2025')
  const [eventId, auctionId, auctioneer, organiser] = [newId(), newId(), await person(tokens), newId()]
  const ruled: RuleSet = { ...ipl, ...rules }
  await insertEvent(mongo, {
    id: eventId,
    slug: `test-${eventId}`,
    name: 'A test league',
    description: '',
    startsAtMs: Date.now(),
    timeZone: 'Asia/Kolkata',
    venue: 'Test hall',
    ruleSetId: ruled.id,
    rules: ruled,
    currency: ruled.currency,
    status: started ? 'live' : 'published',
    capacity: { players: 500, teams: 32 },
    delayMs,
    organiserIds: [organiser],
    auctioneerIds: [auctioneer.userId],
    scorerIds: [],
    rehearsal,
    createdAtMs: Date.now(),
  })
  await insertAuction(mongo, { id: auctionId, eventId, rules: ruled, createdAtMs: Date.now() })
  await attachAuction(mongo, eventId, auctionId)
  const does = async (command: Command) => {
    const reply = await log.execute(auctionId, command, { commandId: newId() })
    if (!reply.ok) throw new Error(`${command.type}: ${reply.refusal.code}`)
  }
  const created = await log.create(auctionId, ruled, organiser)
  if (!created.ok) throw new Error(`create: ${created.refusal.code}`)
  const seeded: SeededTeam[] = []
  for (let n = 1; n <= teams; n += 1) {
    const teamId = `t${n}`
    const owner = await person(tokens, { bot: rehearsal })
    const others = await Promise.all(
      Array.from({ length: paddlesPerTeam - 1 }, () => person(tokens, { bot: rehearsal })),
    )
    const owners = [owner, ...others]
    const ownerIds = owners.map(({ userId }) => userId)
    await saveTeam(mongo, {
      auctionId,
      teamId,
      name: `Team ${n}`,
      short: `T${n}`,
      colour: '#336699',
      logoUrl: null,
      ownerIds,
    })
    await does({ type: 'AddTeam', team: teamId, purse: ruled.purse, by: organiser })
    for (const user of ownerIds) await does({ type: 'GrantPaddle', user, team: teamId, by: organiser })
    seeded.push({ teamId, owner, owners })
  }
  const pool = Array.from({ length: players }, (_, n) => `p${n + 1}`)
  const base = ruled.basePrices[0] ?? 30 * LAKH
  for (let from = 0; from < pool.length; from += 500) {
    const batch = pool.slice(from, from + 500)
    await does({
      type: 'AddPlayers',
      players: batch.map((player) => ({ player, base, set: 'all', overseas: false })),
      by: organiser,
    })
  }
  if (started) {
    await does({ type: 'StartAuction', by: auctioneer.userId })
    await does({ type: 'OpenLot', player: pool[0] ?? '', by: auctioneer.userId })
  }
  return { auctionId, eventId, auctioneer, teams: seeded, players: pool }
}
