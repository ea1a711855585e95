import { randomBytes } from 'node:crypto'
import type { Page } from '@playwright/test'
import { call, makeEvent } from './calls.ts'

export type BigNight = { slug: string; name: string; auctionId: string }

const TEAMS = [
  ['River Otters', 'RO', '#1b6ca8'],
  ['Hill Foxes', 'HF', '#b5532a'],
  ['Harbour Kites', 'HK', '#2e8b3d'],
  ['Desert Larks', 'DL', '#c9a227'],
  ['Moor Ravens', 'MR', '#5b3f8c'],
  ['Bay Herons', 'BH', '#0f8a8a'],
  ['Peak Ibexes', 'PI', '#8a1c3c'],
  ['Forest Owls', 'FO', '#37612f'],
  ['Plains Bison', 'PB', '#a8642b'],
  ['Coast Terns', 'CT', '#3a5fbf'],
] as const
const ROLES = ['Batter', 'Bowler', 'All-rounder', 'Wicketkeeper'] as const
const LAKHS = [30, 50, 75, 100, 200] as const

/** A running auction of so many teams and players, made in a moment. `page`: an administrator's. */
export async function makeBigNight(page: Page, teams: number, players: number): Promise<BigNight> {
  const name = `Big night ${randomBytes(4).toString('hex')}`
  const { slug, auctionId } = await makeEvent(page, {
    name,
    capacity: { players: 10, teams },
    publish: true,
    auctioneers: ['auctioneer@gavel.test'],
  })
  for (const [team, short, colour] of TEAMS.slice(0, teams))
    await call(page, 'auction.addTeam', { auctionId, name: team, short, colour, owners: [] })
  const rows = Array.from({ length: players }, (_, at) =>
    [
      `Player ${at + 1} Venkatanarasimharajuvaripeta`.slice(0, 12 + (at % 32)).trim(),
      at % 3 === 0 ? 'England' : 'India',
      ROLES[at % ROLES.length],
      `Set ${Math.floor(at / 10) + 1}`,
      LAKHS[at % LAKHS.length],
    ].join(','),
  )
  const csv = ['Name,Country,Role,Set,Base price (lakh)', ...new Set(rows)].join('\n')
  await call(page, 'players.import', {
    auctionId,
    file: { name: 'players.csv', base64: Buffer.from(csv).toString('base64') },
  })
  await call(page, 'auction.start', { auctionId })
  return { slug, name, auctionId }
}
