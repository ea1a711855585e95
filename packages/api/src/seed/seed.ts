import { CRORE } from '@gavel/auction'
import { promoteAdmin } from '@gavel/auth'
import { auctionById, type Event, eventBySlug } from '@gavel/db'
import { buildDemoNight } from '../demo/build-night.ts'
import { ensureMatchExhibition } from '../demo/match-exhibition.ts'
import { demoNights } from '../demo/nights.ts'
import { createEvent, ensureAuction } from '../event/create-event.ts'
import { rulesFor } from '../event/rules.ts'
import { addPlayers } from '../pool/add-players.ts'
import { addTeam } from '../pool/add-team.ts'
import type { Services } from '../services.ts'
import { DEMO_TEAMS, demoPool } from './demo-league.ts'
import { DEMO_PEOPLE, type DemoEmail } from './demo-people.ts'
import { seedPeople } from './seed-people.ts'

type Stores = Pick<Services, 'mongo' | 'postgres' | 'log'>

const DAY_MS = 86_400_000
/** 19:30 in India on a day counted from 1970, which was a Thursday. */
const evening = (day: number) => day * DAY_MS + 14 * 3_600_000
const nextFriday = (nowMs: number) => {
  const today = Math.floor(nowMs / DAY_MS)
  return evening(today + ((8 - (today % 7)) % 7 || 7))
}

/**
 * Makes the demo league: accounts, an event whose auction waits to be started, an event that people may register for, and the exhibition that bots
 * play for ever. Repeating it
 * completes what is missing and changes nothing else but the demo people's password, where it is another one; an auction that was
 * started is left as it is.
 * @returns a line for a person on each thing that was made.
 */
export const seedDemoLeague = async (stores: Stores, nowMs: number, password: string): Promise<string[]> => {
  const said: string[] = []
  const ids = await seedPeople(stores.postgres, DEMO_PEOPLE, password, said)
  await promoteAdmin(stores.postgres, 'admin@gavel.test')
  await seedLeague(stores, ids, nowMs, said)
  await seedCup(stores, ids, nowMs, said)
  if ((await demoNights(stores.mongo)).length === 0) {
    await buildDemoNight(stores, nowMs)
    said.push('the exhibition that bots play')
  }
  if (await ensureMatchExhibition(stores, nowMs)) said.push('the match that nobody plays')
  return said
}

type Ids = (email: DemoEmail) => string

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
