import { type Gavel, type Person, type SeededAuction, startGavel, Wire } from '@gavel/testkit'
import { afterAll, afterEach, beforeAll, expect } from 'vitest'

type As = Parameters<typeof Wire.open>[3]

/** A Gavel with two realtime servers for the tests of a file, and sockets that are closed after each, and were never told anything wrong. */
export function givenRooms() {
  let running: Gavel | null = null
  const wires: Wire[] = []
  beforeAll(async () => {
    running = await startGavel({ realtimes: 2 })
  })
  afterAll(() => running?.[Symbol.asyncDispose]())
  afterEach(() => {
    for (const wire of wires.splice(0)) {
      wire.socket.disconnect()
      expect(wire.problems).toEqual([])
    }
  })
  const rooms = {
    get gavel(): Gavel {
      return running ?? expect.fail('a Gavel runs while there are tests')
    },
    /** Every socket that the test has opened. */
    wires: wires as readonly Wire[],
    /** Somebody joins at one of the two servers. */
    async open(auction: Pick<SeededAuction, 'auctionId'>, who: Person | null, as?: As, server = 0): Promise<Wire> {
      const wire = await Wire.open(rooms.gavel.realtimes[server]?.url ?? '', auction, who, as)
      wires.push(wire)
      return wire
    },
  }
  return rooms
}
