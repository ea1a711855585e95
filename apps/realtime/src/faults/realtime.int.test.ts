import { ENDLESS, faultsOf, type Gavel, startBidding, startGavel, until, Wire, wholeLog } from '@gavel/testkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

let gavel: Gavel
beforeAll(async () => {
  gavel = await startGavel()
})
afterAll(() => gavel?.[Symbol.asyncDispose]())

describe('a realtime server that dies', () => {
  it('FAULT-1 loses no acknowledged bid and doubles none when it is killed in the middle of bidding', async ({
    annotate,
  }) => {
    const auction = await gavel.seed({ teams: 8, rules: ENDLESS })
    const { program } = gavel.realtimes[0] ?? {}
    const fan = await Wire.open(gavel.url, auction, null, 'public')
    using bidding = startBidding(gavel.url, auction)
    let outageMs = 0
    for (let kill = 0; kill < 2; kill += 1) {
      await bidding.goesOn(50)
      const killedMs = performance.now()
      await program?.kill()
      await until('clients say so', () => bidding.snapshots().every(({ status }) => status.is === 'reconnecting'))
      await program?.start()
      await until('all are back', () => bidding.snapshots().every(({ status }) => status.is === 'live'))
      outageMs = Math.max(outageMs, performance.now() - killedMs)
    }
    await bidding.goesOn(50)
    await bidding.stop()
    const entries = await wholeLog(gavel, auction.auctionId)
    await fan.reaches(entries.length)
    await until('all clients are level', () =>
      bidding.snapshots().every(({ auction: state }) => state?.seq === entries.length),
    )
    expect(faultsOf(entries, bidding.accepted)).toEqual([])
    // A client gives up asking after ten seconds, which a busy machine may need for a restart.
    if (outageMs < 9_000) expect(bidding.unknown).toEqual([])
    expect(fan.problems).toEqual([])
    expect(fan.joins).toBe(3)
    // It resumed from where it stood: every entry since the first state came, each once.
    expect(fan.entries.map(({ link }) => link)).toEqual(entries.slice(-fan.entries.length).map(({ link }) => link))
    expect(fan.link).toBe(entries.at(-1)?.link)
    await annotate(`${bidding.accepted.length} acknowledged bids over 2 kills, ${entries.length} entries`)
    fan.socket.disconnect()
  })

  it('SEND-6, JOIN-5 says that it closes, answers what it has begun, and is resumed from', async () => {
    const auction = await gavel.seed({ teams: 4, rules: ENDLESS })
    const { program } = gavel.realtimes[0] ?? {}
    const fan = await Wire.open(gavel.url, auction, null, 'public')
    using bidding = startBidding(gavel.url, auction)
    await bidding.goesOn(40)
    await program?.stop()
    expect(fan.closings).toEqual(['SHUTTING_DOWN'])
    await program?.start()
    await bidding.goesOn(40)
    await bidding.stop()
    const entries = await wholeLog(gavel, auction.auctionId)
    await fan.reaches(entries.length)
    expect(faultsOf(entries, bidding.accepted)).toEqual([])
    expect(fan.problems).toEqual([])
    fan.socket.disconnect()
  })
})
