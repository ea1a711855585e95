import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anEvent, type Given, given, listFile, refusal } from '../given.ts'

let g: Given
beforeAll(async () => {
  g = await given()
})
afterAll(() => g.close())

const eventOf = async () => {
  const { api } = await g.person({ admin: true })
  return { api, ...(await api.event.create(anEvent())) }
}

describe('importing a list', () => {
  it('IMPORT-1 a list sent twice, also at once, adds each player once; namesakes are two people', async () => {
    const { api, auctionId } = await eventOf()
    const csv =
      '\uFEFFName,Country,Role,Base Price\r\nA One,India,Bowler,30 lakh\r\nA One,Nepal,Batter,50 lakh\r\nB Two,,Batter,1 crore\r\n'
    const file = listFile(csv)
    const reports = await Promise.all([
      api.players.import({ auctionId, file }),
      api.players.import({ auctionId, file }),
    ])
    reports.push(await api.players.import({ auctionId, file }))
    for (const { rows, added, known, refused } of reports) expect([rows, added + known, refused]).toEqual([3, 3, []])
    expect(reports[0]?.warnings.join(' ')).toMatch(/2 different people are called A One/)
    const { players } = await g.guest.auction.roster({ auctionId })
    expect(players.map(({ name }) => name)).toEqual(['A One', 'A One', 'B Two'])
    const state = (await g.guest.auction.view({ auctionId }))?.state
    expect(Object.values(state?.players ?? {}).map(({ overseas }) => overseas)).toEqual([false, true, null])
  })

  it('IMPORT-2 bad rows are refused with their reason, and the others come in', async () => {
    const { api, auctionId } = await eventOf()
    const csv = 'Name,Base Price\nGood One,30 lakh\n=1+1,30 lakh\nNo Price,\n'
    const report = await api.players.import({ auctionId, file: listFile(csv) })
    expect(report).toMatchObject({ rows: 3, added: 1 })
    expect(report.refused.map(({ row }) => row)).toEqual([3, 4])
  })

  it('IMPORT-3 what is no list, or too long a one, is refused in a sentence and changes nothing', async () => {
    const { api, auctionId } = await eventOf()
    const binary = { name: 'list.csv', base64: Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 1, 2]).toString('base64') }
    await expect(api.players.import({ auctionId, file: binary })).rejects.toEqual(refusal('LIST.UNREADABLE'))
    const long = `Name,Base Price\n${Array.from({ length: 50_000 }, (_, n) => `Player ${n},30 lakh`).join('\n')}`
    await expect(api.players.import({ auctionId, file: listFile(long) })).rejects.toThrow(/at most 5,000/)
    expect((await g.guest.auction.roster({ auctionId })).players).toEqual([])
  })
})
