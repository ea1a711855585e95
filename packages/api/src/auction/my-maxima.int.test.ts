import type { Command } from '@gavel/auction'
import { newId } from '@gavel/db'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { anEvent, type Given, given, teamsFor } from '../given.ts'

let g: Given
beforeAll(async () => {
  g = await given()
})
afterAll(() => g.close())

const LAKH = 10_000_000

it('PROXY-8 a team’s own people read back what it has left, and nobody else does', async () => {
  const { api, userId } = await g.person({ admin: true })
  const [owner, second, rival] = [await g.person(), await g.person(), await g.person()]
  const { slug, auctionId } = await api.event.create({ ...anEvent(), ruleSetId: 'ipl-2025', rules: { proxies: true } })
  await teamsFor(api, auctionId, ['AA', 'BB'])
  const { teams } = await api.event.setup({ slug })
  const [a = '', b = ''] = teams.map(({ teamId }) => teamId)
  const tell = async (command: Command) => {
    const reply = await g.services.log.execute(auctionId, command, { commandId: newId() })
    if (!reply.ok) throw new Error(`${command.type}: ${JSON.stringify(reply.refusal)}`)
  }
  for (const [user, team] of [
    [owner.userId, a],
    [second.userId, a],
    [rival.userId, b],
  ] as const)
    await tell({ type: 'GrantPaddle', user, team, by: userId })
  const players = ['p1', 'p2'].map((player) => ({ player, base: 30 * LAKH, set: 's', overseas: false }))
  await tell({ type: 'AddPlayers', players, by: userId })
  await tell({ type: 'StartAuction', by: userId })
  await tell({ type: 'OpenLot', player: 'p1', by: userId })
  const listed = [{ player: 'p2', max: 90 * LAKH }]
  await tell({ type: 'SetAutopilot', policy: 'off', maxima: listed, by: owner.userId })
  await tell({ type: 'SetProxy', lot: 1, max: 75 * LAKH, by: owner.userId })

  const left = { team: a, listed, onLots: [{ lot: 1, max: 75 * LAKH }] }
  expect(await owner.api.auction.myMaxima({ auctionId })).toEqual(left)
  expect(await second.api.auction.myMaxima({ auctionId })).toEqual(left)
  expect(await rival.api.auction.myMaxima({ auctionId })).toEqual({ team: b, listed: [], onLots: [] })
  expect(await api.auction.myMaxima({ auctionId })).toBeNull()
  expect(await g.guest.auction.myMaxima({ auctionId })).toBeNull()
})
