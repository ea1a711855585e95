import type { Command } from '@gavel/auction'
import { auctionArchive, auctionById, newId } from '@gavel/db'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { anEvent, type Given, given, refusal, teamsFor } from '../given.ts'

let g: Given
beforeAll(async () => {
  g = await given()
})
afterAll(() => g.close())

const LAKH = 10_000_000
type Ask = Command extends infer C ? (C extends Command ? Omit<C, 'by'> : never) : never

/** An auction in which p1 was sold to the first team for 50 lakh, by an organiser and with a second one. */
async function sold() {
  const { api, userId } = await g.person({ admin: true })
  const second = await g.person({ admin: true })
  const { slug, auctionId } = await api.event.create(anEvent())
  await teamsFor(api, auctionId, ['AA', 'BB'])
  const { teams } = await api.event.setup({ slug })
  const [a, b] = teams.map(({ teamId }) => teamId)
  if (!a || !b) throw new Error('no teams')
  const tell = async (...asked: Ask[]) => {
    for (const one of asked) {
      const reply = await g.services.log.execute(auctionId, { ...one, by: userId } as Command, { commandId: newId() })
      if (!reply.ok) throw new Error(`${one.type}: ${JSON.stringify(reply.refusal)}`)
    }
  }
  const state = async () => {
    const live = await g.services.log.load(auctionId)
    if (!live) throw new Error('no log')
    return live.state
  }
  const player = (id: string) => ({ player: id, base: 30 * LAKH, set: 's', overseas: false })
  await tell(
    { type: 'AddPlayers', players: ['p1', 'p2'].map(player) },
    { type: 'StartAuction' },
    { type: 'OpenLot', player: 'p1' },
    { type: 'PlaceBid', lot: 1, amount: 50 * LAKH, floorTeam: a },
  )
  await tell({ type: 'Hammer', lot: 1, bid: (await state()).lot?.bids[0]?.seq ?? 0 })
  return { api, second: second.api, auctionId, a, b, tell, state }
}

it('CORRECT-2 one organiser asks, another approves, and the room’s own log says so', async () => {
  const { api, second, auctionId, a, b, state } = await sold()
  const asked = { auctionId, playerId: 'p1', to: { teamId: b, amount: 60 * LAKH } }
  expect(await api.auction.previewCorrection(asked)).toEqual({ refused: null, consequences: [] })
  await api.auction.proposeCorrection({ ...asked, reason: 'misheard' })
  const [open] = await api.auction.corrections({ auctionId })
  expect(open).toMatchObject({ playerId: 'p1', to: { teamId: b, amount: 60 * LAKH }, reason: 'misheard', own: true })
  const id = open?.id ?? 0
  await expect(api.auction.approveCorrection({ auctionId, id })).rejects.toThrow('A second person has to approve.')
  expect(await second.auction.corrections({ auctionId })).toMatchObject([{ own: false, by: 'Somebody' }])
  await second.auction.approveCorrection({ auctionId, id })
  await second.auction.approveCorrection({ auctionId, id })
  const { teams } = await state()
  expect([teams[a]?.spent, teams[b]?.spent]).toEqual([0, 60 * LAKH])
  expect(await api.auction.corrections({ auctionId })).toEqual([])
})

it('CORRECT-1 a reason is asked for, and only those who look after the auction may ask', async () => {
  const { api, auctionId, b } = await sold()
  const asked = { auctionId, playerId: 'p1', to: { teamId: b, amount: 60 * LAKH } }
  await expect(api.auction.proposeCorrection({ ...asked, reason: '  ' })).rejects.toThrow()
  await expect(api.auction.proposeCorrection({ ...asked, reason: 'x'.repeat(301) })).rejects.toThrow()
  const stranger = await g.person()
  const tried = stranger.api.auction.proposeCorrection({ ...asked, reason: 'mine' })
  await expect(tried).rejects.toEqual(refusal('AUTH.FORBIDDEN'))
  await api.auction.proposeCorrection({ ...asked, reason: 'misheard' })
  const [open] = await api.auction.corrections({ auctionId })
  await api.auction.dropCorrection({ auctionId, id: open?.id ?? 0 })
  expect(await api.auction.corrections({ auctionId })).toEqual([])
})

it('CORRECT-6 the preview says what would then have been illegal, in words and with remedies', async () => {
  const { api, auctionId, a, tell, state } = await sold()
  const { purse } = (await state()).teams[a] ?? { purse: 0 }
  await tell({ type: 'OpenLot', player: 'p2' }, { type: 'PlaceBid', lot: 2, amount: 100 * LAKH, floorTeam: a })
  const preview = await api.auction.previewCorrection({
    ...{ auctionId, playerId: 'p1', to: { teamId: a, amount: purse - 100 * LAKH } },
  })
  expect(preview.consequences).toMatchObject([{ lot: 2, player: 'p2', team: a, amount: 100 * LAKH, bought: false }])
  expect(preview.consequences[0]?.words).toMatch(/^Over the limit of /)
  expect(preview.consequences[0]?.remedies.map(({ is }) => is)).toEqual(['raise_purse', 'let_it_stand'])
  const never = await api.auction.previewCorrection({ auctionId, playerId: 'p2', to: null })
  expect(never).toEqual({ refused: 'That player was not sold.', consequences: [] })
})

it('CORRECT-7 after the end the log comes back to life, is archived and followed again', async () => {
  const { api, second, auctionId, a, tell, state } = await sold()
  const { log, mongo } = g.services
  await tell({ type: 'EndAuction' })
  await mongo.connection
    .collection('auctions')
    .updateOne({ _id: auctionId as never }, { $set: { status: 'ended', archivedAtMs: 5 } })
  await log.archiveTo(auctionArchive(mongo), auctionId)
  await log.evict(auctionId)
  await api.auction.proposeCorrection({ auctionId, playerId: 'p1', to: null, reason: 'not eligible' })
  const [open] = await second.auction.corrections({ auctionId })
  await second.auction.approveCorrection({ auctionId, id: open?.id ?? 0 })
  const after = await state()
  expect(after.teams[a]?.spent).toBe(0)
  expect((await auctionArchive(mongo).last(auctionId))?.seq).toBe(after.seq)
  expect((await auctionById(mongo, auctionId))?.archivedAtMs).toBeNull()
})
