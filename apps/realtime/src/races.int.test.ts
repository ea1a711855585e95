import { LAKH } from '@gavel/auction'
import type { CommandReply, ConsoleCommand } from '@gavel/protocol'
import { ENDLESS, type Gavel, startBidding, startGavel, Wire } from '@gavel/testkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

let gavel: Gavel
beforeAll(async () => {
  gavel = await startGavel({ realtimes: 2 })
})
afterAll(() => gavel?.[Symbol.asyncDispose]())

const codes = (replies: readonly CommandReply[]) => {
  const counts: Record<string, number> = {}
  for (const reply of replies) {
    const code = reply.ok ? 'OK' : reply.code
    counts[code] = (counts[code] ?? 0) + 1
  }
  return counts
}

/** How many come in at once: what a test waits for is the last of them. */
const AT_ONCE = 20

describe('races over sockets', () => {
  it('BID-7 gives one acceptance to 200 paddles at the same price, over two servers', async ({ annotate }) => {
    const auction = await gavel.seed({ teams: 20, paddlesPerTeam: 10, players: 2 })
    const owners = auction.teams.flatMap((team) => team.owners)
    const startedMs = performance.now()
    const wires: Wire[] = []
    // The bids are the race. People come in before it, some at a time.
    for (let n = 0; n < owners.length; n += AT_ONCE) {
      const next = owners.slice(n, n + AT_ONCE)
      const opened = next.map((owner, k) => Wire.open(gavel.realtimes[k % 2]?.url ?? '', auction, owner))
      wires.push(...(await Promise.all(opened)))
    }
    const joinedMs = performance.now() - startedMs
    const { base } = wires[0]?.lot ?? { base: 0 }
    const replies = await Promise.all(wires.map((wire) => wire.bid({ amount: base })))
    const { OK, ...refused } = codes(replies)
    expect(OK).toBe(1)
    expect(Object.values(refused).reduce((a, b) => a + b, 0)).toBe(199)
    expect(Object.keys(refused).sort()).toEqual(['ALREADY_LEADING', 'BELOW_MINIMUM'])
    const winner = replies.find((reply) => reply.ok)
    await Promise.all(wires.map((wire) => wire.reaches(winner?.seq ?? 0)))
    expect(new Set(wires.map((wire) => wire.link)).size).toBe(1)
    expect(wires.flatMap((wire) => wire.problems)).toEqual([])
    await annotate(`200 clients connected and joined in ${Math.round(joinedMs)} ms`)
    for (const wire of wires) wire.socket.disconnect()
  })

  it('LOT-4 gives one winner to a bid and a hammer at the same instant', async () => {
    const auction = await gavel.seed({ teams: 2, players: 12 })
    const [one, two, conductor] = await Promise.all([
      Wire.open(gavel.url, auction, auction.teams[0]?.owner ?? null),
      Wire.open(gavel.realtimes[1]?.url ?? '', auction, auction.teams[1]?.owner ?? null),
      Wire.open(gavel.url, auction, auction.auctioneer, 'auctioneer'),
    ])
    const winners = new Set<string>()
    for (const player of auction.players.slice(1)) {
      const { lot, base } = conductor.lot
      const first = await one.bid({ amount: base, lot })
      expect(first).toMatchObject({ ok: true })
      const [second, hammer] = await Promise.all([
        two.bid({ amount: base + 5 * LAKH, lot }),
        conductor.command({ type: 'Hammer', lot, bid: first.seq }),
      ])
      expect([second.ok, hammer.ok].filter(Boolean)).toHaveLength(1)
      winners.add(second.ok ? 'bid' : 'hammer')
      if (second.ok) {
        expect(hammer).toMatchObject({ code: 'NEW_BID' })
        expect(await conductor.command({ type: 'Hammer', lot, bid: second.seq })).toMatchObject({ ok: true })
      } else expect(['NO_LOT', 'HELD']).toContain(second.code)
      const opened = await conductor.command({ type: 'OpenLot', player })
      expect(opened).toMatchObject({ ok: true })
      await Promise.all([one, two, conductor].map((wire) => wire.reaches(opened.seq)))
    }
    for (const wire of [one, two, conductor]) {
      expect(wire.problems).toEqual([])
      wire.socket.disconnect()
    }
  })

  it('HOLD-1 lets the auctioneer pause, undo and hammer within three tries against bidders in a closed loop', async () => {
    const auction = await gavel.seed({ teams: 20, players: 5, rules: ENDLESS })
    const conductor = await Wire.open(gavel.url, auction, auction.auctioneer, 'auctioneer')
    using bidding = startBidding(gavel.url, auction)
    const within3 = async (make: () => ConsoleCommand) => {
      for (let tries = 1; tries <= 3; tries += 1) {
        const reply = await conductor.command(make())
        if (reply.ok) {
          await conductor.reaches(reply.seq)
          return
        }
        expect(reply.code).toBe('NEW_BID')
        await conductor.reaches(reply.seq)
      }
      throw new Error(`${make().type} took more than three tries`)
    }
    const leading = () => conductor.lot.bids.at(-1)?.seq ?? 0
    for (let n = 0; n < 5; n += 1) {
      await bidding.goesOn(20)
      await within3(() => ({ type: 'RetractBid', lot: 1, bid: leading() }))
      await bidding.goesOn(20)
      await within3(() => ({ type: 'PauseAuction', message: 'One moment' }))
      await within3(() => ({ type: 'ResumeAuction' }))
    }
    await bidding.goesOn(20)
    await within3(() => ({ type: 'Hammer', lot: 1, bid: leading() }))
    await bidding.stop()
    expect(conductor.state?.lastLot?.sold).not.toBeNull()
    expect(conductor.problems).toEqual([])
    conductor.socket.disconnect()
  })
})
