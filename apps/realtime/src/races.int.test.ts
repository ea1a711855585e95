import type { CommandReply } from '@gavel/protocol'
import { type Gavel, startGavel, Wire } from '@gavel/testkit'
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

describe('races over sockets', () => {
  it('BID-7 gives one acceptance to 200 paddles at the same price, over two servers', async ({ annotate }) => {
    const auction = await gavel.seed({ teams: 20, paddlesPerTeam: 10, players: 2 })
    const owners = auction.teams.flatMap((team) => team.owners)
    const startedMs = performance.now()
    const wires = await Promise.all(
      owners.map((owner, n) => Wire.open(gavel.realtimes[n % 2]?.url ?? '', auction, owner)),
    )
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
})
