import { randomUUID } from 'node:crypto'
import { loadEnvPart } from '@gavel/config'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { issueToken } from '../auth/token.ts'
import { type Given, given } from '../given.ts'
import { seedDemoLeague } from './seed.ts'
import { seedPeople } from './seed-people.ts'

/** Accounts outlive a test: the password that they have here is the one that they keep. */
const PASSWORD = loadEnvPart(['demoPassword']).demoPassword

let g: Given
beforeAll(async () => {
  g = await given()
})
afterAll(() => g.close())

describe('the demo league', () => {
  it('SEED-1, PLACE-4 is whole after the first time, unchanged by the second, and its people sign in', async () => {
    await seedDemoLeague(g.services, Date.now(), PASSWORD)
    expect(await seedDemoLeague(g.services, Date.now(), PASSWORD)).toEqual([])
    const { next } = await g.guest.event.list()
    expect(next.map(({ slug }) => slug)).toEqual(['friday-night-league', 'monsoon-cup'])
    // As many as hold a place, with room for two that register.
    expect(next[0]).toMatchObject({ capacity: { teams: 8 }, taken: { players: 0, teams: 6 } })
    const auctionId = next[0]?.auction?.auctionId ?? ''
    const roster = await g.guest.auction.roster({ auctionId })
    expect([roster.teams.length, roster.players.length, roster.sets.length]).toEqual([6, 40, 4])
    expect(roster.players.filter(({ country }) => country === '')).toHaveLength(1)
    const owner = await issueToken(
      g.services,
      { email: 'owner1@gavel.test', password: PASSWORD },
      { address: 'test', userAgent: null },
    )
    const page = await g
      .as({ userId: owner.userId, admin: false, operator: false, bot: false, creator: false })
      .auction.byId({ auctionId })
    expect(page.you).toMatchObject({ teamId: 'demo-team-1', mayBid: true })
  })

  it('LAN-5 its people take another password as soon as they are seeded with one: the old one opens nothing', async () => {
    const people = ['admin', 'owner'].map((role) => ({ email: `${role}-${randomUUID()}@gavel.test`, name: 'Somebody' }))
    const signIn = (password: string) =>
      issueToken(g.services, { email: people[0]?.email ?? '', password }, { address: randomUUID(), userAgent: null })
    const said: string[] = []
    for (const password of ['a first password', 'a first password', 'one of our own'])
      await seedPeople(g.services.postgres, people, password, said)
    expect(said).toEqual(['2 demo accounts', 'another password for 2 demo accounts'])
    await expect(signIn('a first password')).rejects.toThrow()
    expect((await signIn('one of our own')).userId).not.toBe('')
  })
})
