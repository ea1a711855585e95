import { describe, expect, it } from 'vitest'
import { bidMessage, commandMessage, handshake, joinMessage } from './messages.ts'

const bid = { auctionId: 'a1', commandId: 'command-1', epoch: 1, lot: 1, amount: 30_000_000, floorTeam: null }
const command = { auctionId: 'a1', commandId: 'command-1', epoch: 1 }

describe('messages', () => {
  it('ANSWER-2 takes what is lawful and nothing else', () => {
    expect(bidMessage.safeParse(bid).success).toBe(true)
    for (const amount of [
      0,
      -1,
      0.5,
      1e14,
      1e308,
      Number.NaN,
      Number.POSITIVE_INFINITY,
      '30000000',
      '0x1F4',
      null,
      [1],
    ])
      expect(bidMessage.safeParse({ ...bid, amount }).success, String(amount)).toBe(false)
    for (const lot of [0, -1, 1.5, '1', 1e6]) expect(bidMessage.safeParse({ ...bid, lot }).success).toBe(false)
    for (const auctionId of ['', 'x'.repeat(41), '{a}:state', 'a b', 7])
      expect(bidMessage.safeParse({ ...bid, auctionId }).success).toBe(false)
    for (const commandId of ['short', 'x'.repeat(41), 'with space'])
      expect(bidMessage.safeParse({ ...bid, commandId }).success).toBe(false)
    expect(bidMessage.safeParse({ ...bid, by: 'somebody' }).success).toBe(false)
    const { floorTeam: _, ...without } = bid
    expect(bidMessage.safeParse(without).success).toBe(false)
  })

  it('ANSWER-2 leaves the commands of stores and organisers off the wire', () => {
    const parse = (type: string, fields: object) =>
      commandMessage.safeParse({ ...command, command: { type, ...fields } })
    expect(parse('Hammer', { lot: 1, bid: 12 }).success).toBe(true)
    expect(parse('Hammer', { lot: 1 }).success).toBe(false)
    expect(parse('CallGoing', { lot: 1, call: 3, bid: null }).success).toBe(false)
    for (const type of ['CloseLot', 'HoldLot', 'AddTeam', 'GrantPaddle', 'AddPlayers', 'RetainPlayer', 'PlaceBid'])
      expect(parse(type, { lot: 1, user: 'u1', team: 't1' }).success).toBe(false)
  })

  it('JOIN-1 names where the client stands, or nothing', () => {
    const join = { auctionId: 'a1', since: null, link: null, as: 'public' }
    expect(joinMessage.safeParse(join).success).toBe(true)
    expect(joinMessage.safeParse({ ...join, since: 4, link: 'a'.repeat(40) }).success).toBe(true)
    expect(joinMessage.safeParse({ ...join, link: 'A'.repeat(40) }).success).toBe(false)
    expect(joinMessage.safeParse({ ...join, since: -1 }).success).toBe(false)
    expect(joinMessage.safeParse({ ...join, as: 'admin' }).success).toBe(false)
  })

  it('WIRE-1 opens with the protocol, and a token or none', () => {
    expect(handshake.safeParse({ protocol: 1 }).success).toBe(true)
    expect(handshake.safeParse({ protocol: 1, token: null }).success).toBe(true)
    expect(handshake.safeParse({ token: 'x' }).success).toBe(false)
    expect(handshake.safeParse({ protocol: 1, token: 'x'.repeat(5_000) }).success).toBe(false)
  })
})
