import { LAKH, purseLeft } from '@gavel/auction'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { issueToken } from '../auth/token.ts'
import { type Given, given } from '../given.ts'

let g: Given
beforeAll(async () => {
  g = await given()
})
afterAll(() => g.close())

const player = (ref: string, base: number) => ({
  ref,
  name: `Player ${ref}`,
  country: null,
  overseas: null,
  role: null,
  age: null,
  caps: null,
  set: 'Set 1',
  base,
})

describe('rehearsals', () => {
  it('REHEARSAL-1 an operator gets an event with teams, bots that sign in, and players, retained ones in their squads', async () => {
    const made = await g.operator.rehearsal.create({
      name: 'IPL 2025 rehearsal',
      ruleSetId: 'ipl-2025',
      teams: ['Chennai Super Kings', 'Mumbai Indians'].map((name) => ({ name, short: null, purse: null })),
      players: ['1', '2', '3'].map((ref) => player(ref, 30 * LAKH)),
      retained: [{ player: '2', team: 'Mumbai Indians', amount: 1_800 * LAKH }],
    })
    const state = (await g.operator.auction.view({ auctionId: made.auctionId }))?.state
    const [, mumbai] = made.teams
    const retained = made.players.find(({ ref }) => ref === '2')
    const team = state?.teams[mumbai?.teamId ?? '']
    expect(team?.squad).toEqual([retained?.playerId])
    expect(team && purseLeft(team)).toBe(120 * 100 * LAKH - 1_800 * LAKH)
    const signIn = async ({ email, password }: { email: string; password: string }) =>
      issueToken(g.services, { email, password }, { address: 'test', userAgent: null })
    expect(await signIn(made.auctioneer)).toMatchObject({ bot: true, userId: made.auctioneer.userId })
    if (!mumbai) throw new Error('no team')
    const bot = g.as({ userId: mumbai.bot.userId, admin: false, operator: false, bot: true, creator: false })
    const { you } = await bot.auction.byId({ auctionId: made.auctionId })
    expect(you).toMatchObject({ mayBid: true, mayConduct: false, teamId: mumbai.teamId })
    const hall = g.as({ userId: made.auctioneer.userId, admin: false, operator: false, bot: true, creator: false })
    expect((await hall.auction.byId({ auctionId: made.auctionId })).you.mayConduct).toBe(true)
  })
})
