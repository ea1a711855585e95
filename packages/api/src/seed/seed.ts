import { CRORE } from '@gavel/auction'
import { promoteAdmin, registerAccount } from '@gavel/auth'
import { auctionById, type Event, eventBySlug } from '@gavel/db'
import { createEvent, ensureAuction } from '../event/create-event.ts'
import { rulesFor } from '../event/rules.ts'
import { addPlayers } from '../pool/add-players.ts'
import { addTeam } from '../pool/add-team.ts'
import type { Services } from '../services.ts'
import { DEMO_TEAMS, demoPool } from './demo-league.ts'
import { DEMO_PASSWORD, DEMO_PEOPLE, type DemoEmail } from './demo-people.ts'

type Stores = Pick<Services, 'mongo' | 'postgres' | 'log'>

const DAY_MS = 86_400_000
/** 19:30 in India on a day counted from 1970, which was a Thursday. */
const evening = (day: number) => day * DAY_MS + 14 * 3_600_000
const nextFriday = (nowMs: number) => {
  const today = Math.floor(nowMs / DAY_MS)
  return evening(today + ((8 - (today % 7)) % 7 || 7))
}

/**
 * Makes the demo league: accounts, an event whose auction waits to be started, and an event that people may register for. Repeating it
 * completes what is missing and changes nothing else; an auction that was started is left as it is.
 * @returns a line for a person on each thing that was made.
 */
export const seedDemoLeague = async (stores: Stores, nowMs: number): Promise<string[]> => {
  const said: string[] = []
  const ids = await seedPeople(stores, said)
  await seedLeague(stores, ids, nowMs, said)
  await seedCup(stores, ids, nowMs, said)
  return said
}

type Ids = (email: DemoEmail) => string

const seedPeople = async (stores: Stores, said: string[]): Promise<Ids> => {
  const ids = new Map<string, string>()
  let made = 0
  for (const { email, name } of DEMO_PEOPLE) {
    const result = await registerAccount(stores.postgres, { email, name, password: DEMO_PASSWORD })
    if (!result.ok) throw new Error(`${email}: ${result.message}`)
    if (result.created) made += 1
    ids.set(email, result.account.id)
  }
  await promoteAdmin(stores.postgres, 'admin@gavel.test')
  if (made > 0) said.push(`${made} demo accounts`)
  return (email) => {
    const id = ids.get(email)
    if (!id) throw new Error(`there is no demo account ${email}`)
    return id
  }
}

const staffOf = (ids: Ids) => ({
  organiserIds: [ids('organiser@gavel.test')],
  auctioneerIds: [ids('auctioneer@gavel.test')],
  scorerIds: [ids('scorer@gavel.test')],
})

const seedLeague = async (stores: Stores, ids: Ids, nowMs: number, said: string[]): Promise<void> => {
  const organiser = ids('organiser@gavel.test')
  const event =
    (await eventBySlug(stores.mongo, 'friday-night-league')) ??
    (await createEvent(stores, organiser, {
      name: 'Friday Night League',
      slug: 'friday-night-league',
      description:
        'Six teams, forty players, one floodlit ground, and room for two teams more. The auction fills the squads; the season starts a week later.',
      startsAtMs: nextFriday(nowMs),
      timeZone: 'Asia/Kolkata',
      venue: 'Lantern Street Ground, Pune',
      rules: rulesFor('ipl-2026', { purse: 30 * CRORE, squad: { min: 5, max: 8 }, overseasMax: 3 }),
      // Two more than there are, so that an owner can still bring one until the start.
      capacity: { players: 60, teams: DEMO_TEAMS.length + 2 },
      status: 'published',
      ...staffOf(ids),
      rehearsal: false,
    }))
  await fillAuction(stores, ids, organiser, event, said)
}

const fillAuction = async (stores: Stores, ids: Ids, by: string, event: Event, said: string[]): Promise<void> => {
  const auction = await auctionById(stores.mongo, await ensureAuction(stores, by, event))
  if (!auction) throw new Error(`${event.slug} has no auction`)
  const live = await stores.log.load(auction.id)
  if (live?.state.phase.is !== 'scheduled') return
  const { teams, players } = live.state
  for (const [index, { name, short, colour, owner }] of DEMO_TEAMS.entries()) {
    const teamId = `demo-team-${index + 1}`
    if (teams[teamId]) continue
    const team = { teamId, name, short, colour, ownerIds: [ids(owner)], purse: auction.rules.purse }
    await addTeam(stores, auction, by, `seed-${teamId}`, team)
    said.push(name)
  }
  const missing = demoPool().filter(({ playerId }) => !players[playerId])
  if (missing.length === 0) return
  await addPlayers(stores, auction, by, missing)
  said.push(`${missing.length} players`)
}

const seedCup = async (stores: Stores, ids: Ids, nowMs: number, said: string[]): Promise<void> => {
  const organiser = ids('organiser@gavel.test')
  const existing = await eventBySlug(stores.mongo, 'monsoon-cup')
  if (existing) return void (await ensureAuction(stores, organiser, existing))
  await createEvent(stores, organiser, {
    name: 'Monsoon Cup',
    slug: 'monsoon-cup',
    description: 'A short tournament between the rains. Register as a player, or bring a team of your own.',
    startsAtMs: nextFriday(nowMs) + 21 * DAY_MS,
    timeZone: 'Asia/Kolkata',
    venue: 'Harbour Oval, Kochi',
    rules: rulesFor('ipl-2026', { purse: 15 * CRORE, squad: { min: 4, max: 7 }, overseasMax: 2 }),
    capacity: { players: 24, teams: 4 },
    status: 'published',
    ...staffOf(ids),
    rehearsal: false,
  })
  said.push('Monsoon Cup')
}
