import { eventBySlug, newId } from '@gavel/db'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anEvent, type Given, given, listFile, refusal, teamsFor } from '../given.ts'

let g: Given
beforeAll(async () => {
  g = await given()
})
afterAll(() => g.close())

const withTeams = async (...shorts: string[]) => {
  const { api } = await g.person({ admin: true })
  const { slug, auctionId } = await api.event.create(anEvent())
  await teamsFor(api, auctionId, shorts)
  const { teams } = await api.event.setup({ slug })
  const [first, second] = teams
  if (!first) throw new Error('no team')
  return { api, slug, auctionId, first, second: second ?? first }
}
const stateOf = async (auctionId: string) => {
  const live = await g.services.log.load(auctionId)
  if (!live) throw new Error('no log')
  return live.state
}

describe('teams at the desk', () => {
  it('TEAM-3 a team changes its looks and its purse; rooms are told of new names, and others keep theirs', async () => {
    const { api, auctionId, first } = await withTeams('AA', 'BB')
    const { names } = await stateOf(auctionId)
    const look = { auctionId, teamId: first.teamId, name: 'Saffron Comets', short: 'SC', colour: '#ea580c' }
    await api.auction.updateTeam({ ...look, purse: 42_000_000_000 })
    await api.auction.updateTeam({ ...look, purse: 42_000_000_000 })
    const state = await stateOf(auctionId)
    expect([state.names, state.teams[first.teamId]?.purse]).toEqual([names + 1, 42_000_000_000])
    expect((await g.guest.auction.roster({ auctionId })).teams).toMatchObject([{ name: 'Saffron Comets' }, {}])
    const clash = api.auction.updateTeam({ ...look, short: 'bb', purse: first.purse })
    await expect(clash).rejects.toThrow('Team BB already uses the short name BB.')
    await expect(api.auction.updateTeam({ ...look, teamId: 'nobody', purse: 1 })).rejects.toEqual(
      refusal('TEAM.NOT_FOUND'),
    )
    expect((await stateOf(auctionId)).teams[first.teamId]?.purse).toBe(42_000_000_000)
  })

  it('TEAM-3 a name that a renamed team has given up is free for another team', async () => {
    const { api, auctionId, first } = await withTeams('AA')
    await api.auction.updateTeam({ ...first, auctionId, name: 'Saffron Comets', short: 'SC' })
    await teamsFor(api, auctionId, ['AA'])
    expect((await g.guest.auction.roster({ auctionId })).teams.map(({ name }) => name)).toEqual([
      'Saffron Comets',
      'Team AA',
    ])
  })

  it('TEAM-4 a team without players leaves before the start, with its paddles and its place, and may come again', async () => {
    const { api, slug, auctionId, first } = await withTeams('AA', 'BB')
    const owner = await g.person()
    await api.auction.grantPaddle({ auctionId, teamId: first.teamId, email: owner.email })
    const remove = () => api.auction.removeTeam({ auctionId, teamId: first.teamId })
    await Promise.all([remove(), remove()])
    await remove()
    const state = await stateOf(auctionId)
    expect([Object.keys(state.teams).length, state.paddles]).toEqual([1, {}])
    expect((await eventBySlug(g.services.mongo, slug))?.taken.teams).toBe(1)
    expect((await owner.api.auth.me())?.paddles).toEqual([])
    await teamsFor(api, auctionId, ['AA'])
    expect(Object.keys((await stateOf(auctionId)).teams)).toContain(first.teamId)
    expect((await eventBySlug(g.services.mongo, slug))?.taken.teams).toBe(2)
  })

  it('TEAM-4 a team that has players stays', async () => {
    const { api, auctionId, first } = await withTeams('AA', 'BB')
    await api.players.import({ auctionId, file: listFile('Name,Base Price\nA One,30 lakh') })
    const [player = ''] = Object.keys((await stateOf(auctionId)).players)
    const retain = { type: 'RetainPlayer', player, team: first.teamId, amount: 500_000_000, by: 'system' } as const
    expect((await g.services.log.execute(auctionId, retain, { commandId: newId() })).ok).toBe(true)
    await expect(api.auction.removeTeam({ auctionId, teamId: first.teamId })).rejects.toEqual(
      refusal('AUCTION.REFUSED'),
    )
    expect((await g.guest.auction.roster({ auctionId })).teams).toHaveLength(2)
  })

  it('TEAM-5 paddles are given and taken, also at night, and nobody holds two', async () => {
    const { api, auctionId, first, second } = await withTeams('AA', 'BB')
    const owner = await g.person()
    const grant = { auctionId, teamId: first.teamId, email: owner.email }
    await Promise.all([api.auction.grantPaddle(grant), api.auction.grantPaddle(grant)])
    expect((await stateOf(auctionId)).paddles).toEqual({ [owner.userId]: first.teamId })
    expect((await owner.api.auction.byId({ auctionId })).you).toMatchObject({ mayBid: true, teamId: first.teamId })
    expect((await owner.api.inbox.list()).items).toMatchObject([{ title: 'You bid for Team AA' }])
    await expect(api.auction.grantPaddle({ ...grant, teamId: second.teamId })).rejects.toThrow(
      'Somebody already has a paddle of Team AA.',
    )
    const rival = await g.person()
    const both = [first, second].map(({ teamId }) => ({ auctionId, teamId, email: rival.email }))
    await Promise.allSettled(both.map((paddle) => api.auction.grantPaddle(paddle)))
    expect((await rival.api.auth.me())?.paddles.length).toBeLessThan(2)
    await api.auction.revokePaddle({ auctionId, teamId: first.teamId, userId: rival.userId })
    await api.auction.revokePaddle({ auctionId, teamId: second.teamId, userId: rival.userId })
    await api.auction.start({ auctionId })
    const revoke = { auctionId, teamId: first.teamId, userId: owner.userId }
    await Promise.all([api.auction.revokePaddle(revoke), api.auction.revokePaddle(revoke)])
    expect((await stateOf(auctionId)).paddles).toEqual({})
    await api.auction.revokePaddle(revoke)
    await api.auction.grantPaddle({ ...grant, teamId: second.teamId })
    // A paddle of another team is not taken by the way.
    await api.auction.revokePaddle(revoke)
    expect((await stateOf(auctionId)).paddles).toEqual({ [owner.userId]: second.teamId })
    await expect(owner.api.auction.grantPaddle(grant)).rejects.toEqual(refusal('AUTH.FORBIDDEN'))
  })
})
