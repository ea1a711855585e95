import { randomBytes } from 'node:crypto'
import type { Page } from '@playwright/test'
import { call, type MadeEvent, makeEvent } from './calls.ts'

const LAKH = 10_000_000
const TEAMS = {
  otters: { name: 'River Otters', short: 'RO', colour: '#1b6ca8', owners: ['owner1@gavel.test'] },
  foxes: { name: 'Hill Foxes', short: 'HF', colour: '#b5532a', owners: ['owner2@gavel.test'] },
} as const

type TeamName = keyof typeof TEAMS

/** A published auction of two teams with an owner each. */
export type Night = MadeEvent & {
  teams: Record<TeamName, string>
  /** In the order in which they are put up. */
  players: { id: string; name: string }[]
}

type Wanted = {
  ruleSetId?: string
  /** What differs from the rule set. */
  rules?: object
  auctioneers?: string[]
  /** Players in the order in which they are put up. `former`: who had them last season. */
  players: readonly { name: string; baseLakh: number; overseas?: boolean; former?: TeamName }[]
}

const addTeam = async (page: Page, auctionId: string, team: object): Promise<string> =>
  (await call<{ teamId: string }>(page, 'auction.addTeam', { auctionId, ...team })).teamId

/** An organiser's evening of work in a moment, for stories about the auction itself. `page`: an administrator's. */
export async function makeAuction(
  page: Page,
  { players: wanted, auctioneers = ['auctioneer@gavel.test'], ...rules }: Wanted,
): Promise<Night> {
  const slug = `night-${randomBytes(4).toString('hex')}`
  const { auctionId } = await makeEvent(page, {
    ...rules,
    slug,
    name: `Night ${slug}`,
    capacity: { players: 10, teams: 2 },
    publish: true,
    auctioneers,
  })
  const teams = {
    otters: await addTeam(page, auctionId, TEAMS.otters),
    foxes: await addTeam(page, auctionId, TEAMS.foxes),
  }
  const players: Night['players'] = []
  for (const [at, { name, baseLakh, overseas = false, former }] of wanted.entries()) {
    const { playerId } = await call<{ playerId: string }>(page, 'players.add', {
      auctionId,
      key: `${slug}-player-${at}`,
      player: { name, country: 'India', role: 'Batter', set: 'Set A', base: baseLakh * LAKH, overseas },
    })
    players.push({ id: playerId, name })
    if (former) await call(page, 'players.update', { auctionId, playerId, change: { formerTeam: teams[former] } })
  }
  return { slug, auctionId, teams, players }
}

/** A night of three players, where nothing but the night matters. `page`: an administrator's. */
export const makeNight = (page: Page, auctioneers: string[]): Promise<Night> =>
  makeAuction(page, {
    auctioneers,
    players: [
      { name: 'Arjun Sallow', baseLakh: 50 },
      { name: 'Bertram Okafor', baseLakh: 40 },
      { name: 'Caspian Yadav', baseLakh: 30 },
    ],
  })

/** An event with one player to sell and one of the two teams that an auction needs; the other is to be invited. */
export async function makeHalfNight(page: Page, name: string): Promise<MadeEvent> {
  const made = await makeEvent(page, { name, publish: true, auctioneers: ['auctioneer@gavel.test'] })
  const { auctionId, slug } = made
  await call(page, 'players.add', {
    auctionId,
    key: `first-${slug}`.slice(0, 80),
    player: { name: 'Ravi Prabhakaran', country: 'India', role: 'Batter', base: 50 * LAKH, overseas: false },
  })
  await addTeam(page, auctionId, { ...TEAMS.foxes, owners: [] })
  return made
}
