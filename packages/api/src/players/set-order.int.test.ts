import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anEvent, type Given, given } from '../given.ts'

let g: Given
beforeAll(async () => {
  g = await given()
})
afterAll(() => g.close())

const LIST = {
  base64: Buffer.from('Name,Set,Base Price\nA,One,30 lakh\nB,One,30 lakh\nC,Two,50 lakh\n').toString('base64'),
}
const refusal = (code: string) => expect.objectContaining({ cause: expect.objectContaining({ code }) })

describe('an order made by hand', () => {
  it('ORDER-6 an order that was is there again, and one of another pool is refused and changes nothing', async () => {
    const { api } = await g.person({ admin: true })
    const { auctionId } = await api.event.create(anEvent())
    await api.players.import({ auctionId, file: { name: 'list.csv', ...LIST } })
    const before = (await api.players.order({ auctionId })).sets
    const sets = before.map(({ id, players }) => ({ id, players }))

    await api.players.arrange({ auctionId, rule: { by: 'shuffle', whole: true, seed: null }, dryRun: false })
    expect((await api.players.order({ auctionId })).sets).toHaveLength(1)
    await Promise.all([api.players.setOrder({ auctionId, sets }), api.players.setOrder({ auctionId, sets })])
    expect((await api.players.order({ auctionId })).sets).toEqual(before)

    await api.players.remove({ auctionId, playerIds: sets[1]?.players ?? [] })
    const left = (await api.players.order({ auctionId })).sets
    await expect(api.players.setOrder({ auctionId, sets })).rejects.toEqual(refusal('AUCTION.REFUSED'))
    expect((await api.players.order({ auctionId })).sets).toEqual(left)
  })

  it('ORDER-6 only whoever manages the auction may do it', async () => {
    const { api } = await g.person({ admin: true })
    const { auctionId } = await api.event.create(anEvent())
    const other = (await g.person()).api
    await expect(other.players.setOrder({ auctionId, sets: [] })).rejects.toEqual(refusal('AUTH.FORBIDDEN'))
    await expect(g.guest.players.setOrder({ auctionId, sets: [] })).rejects.toEqual(refusal('AUTH.SIGN_IN_FIRST'))
  })
})
