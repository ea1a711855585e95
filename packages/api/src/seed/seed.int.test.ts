import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { issueToken } from '../auth/token.ts'
import { type Given, given } from '../given.ts'
import { DEMO_PASSWORD } from './demo-people.ts'
import { seedDemoLeague } from './seed.ts'

let g: Given
beforeAll(async () => {
  g = await given()
})
afterAll(() => g.close())

describe('the demo league', () => {
  it('SEED-1, PLACE-4 is whole after the first time, unchanged by the second, and its people sign in', async () => {
    await seedDemoLeague(g.services, Date.now())
    expect(await seedDemoLeague(g.services, Date.now())).toEqual([])
    const { next } = await g.guest.event.list()
    expect(next.map(({ slug }) => slug)).toEqual(['friday-night-league', 'monsoon-cup'])
    // As many as hold a place, with room for two that register.
    expect(next[0]).toMatchObject({ capacity: { teams: 8 }, taken: { players: 0, teams: 6 } })
    const auctionId = next[0]?.auction?.auctionId ?? ''
    const roster = await g.guest.auction.roster({ auctionId })
    expect([roster.teams.length, roster.players.length, roster.sets.length]).toEqual([6, 40, 4])
    expect(roster.players.filter(({ country }) => country === '')).toHaveLength(1)
    const owner = await issueToken(g.services, { email: 'owner1@gavel.test', password: DEMO_PASSWORD }, 'test')
    const page = await g
      .as({ userId: owner.userId, admin: false, operator: false, bot: false })
      .auction.byId({ auctionId })
    expect(page.you).toMatchObject({ teamId: 'demo-team-1', mayBid: true })
  })
})
