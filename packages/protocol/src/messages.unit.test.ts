import { describe, expect, it } from 'vitest'
import { actMessage, bidMessage, commandMessage, handshake, joinMessage } from './messages.ts'

const bid = { auctionId: 'a1', commandId: 'command-1', epoch: 1, lot: 1, amount: 30_000_000, floorTeam: null }
const command = { auctionId: 'a1', commandId: 'command-1', epoch: 1 }

describe('messages', () => {
  it('GUARD-8 takes no id under which every object has something', () => {
    for (const auctionId of ['__proto__', 'constructor', 'toString', 'hasOwnProperty'])
      expect(bidMessage.safeParse({ ...bid, auctionId }).success, auctionId).toBe(false)
  })

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

  it('ANSWER-2, SAY-1 an announcement is one line, without the blanks around it, or none', () => {
    const announce = (words: unknown) =>
      commandMessage.safeParse({ ...command, command: { type: 'Announce', words } }).data?.command
    expect(announce(' Five-minute break at nine ')).toEqual({ type: 'Announce', words: 'Five-minute break at nine' })
    expect(announce(null)).toEqual({ type: 'Announce', words: null })
    for (const words of ['', '  ', 'two\nlines', 'x'.repeat(201), 7, undefined]) expect(announce(words)).toBeUndefined()
  })

  it('ANSWER-10 takes the acts of a team, each with its own fields, and nobody else’s secrets', () => {
    const parse = (act: object) => actMessage.safeParse({ ...command, act }).success
    const floorTeam = null
    const lawful = [
      { type: 'ClaimMatch', lot: 1, term: null, floorTeam },
      { type: 'ClaimMatch', lot: 1, term: 'two seasons', floorTeam: 't1' },
      { type: 'RaiseMatch', lot: 1, amount: 180_000_000, floorTeam },
      { type: 'KeepMatch', lot: 1, floorTeam },
      { type: 'DeclineMatch', lot: 1, floorTeam },
      { type: 'JoinTieBreak', lot: 1, joins: true, floorTeam: 't1' },
      { type: 'SealAmount', lot: 1, round: 1, commitment: 'a'.repeat(64) },
      { type: 'RevealAmount', lot: 1, round: 1, amount: 5, secret: '0123456789ABCDEF' },
      { type: 'NamePlayers', players: [], floorTeam },
      { type: 'NominatePlayer', player: 'p1', amount: 1, floorTeam },
      { type: 'SetProxy', lot: 1, max: null },
      { type: 'SetAutopilot', policy: 'bid', maxima: [{ player: 'p1', max: 5 }] },
    ]
    for (const act of lawful) expect(parse(act), act.type).toBe(true)
    for (const act of lawful) expect(parse({ ...act, by: 'somebody' }), act.type).toBe(false)
    expect(parse({ type: 'ClaimMatch', lot: 1, term: null })).toBe(false)
    expect(parse({ type: 'SealAmount', lot: 1, round: 1, commitment: 'A'.repeat(64) })).toBe(false)
    expect(parse({ type: 'RevealAmount', lot: 1, round: 1, amount: 5, secret: '0123456789ABCDEI' })).toBe(false)
    for (const type of ['SealAmount', 'RevealAmount', 'SetProxy', 'SetAutopilot'])
      for (const act of lawful.filter((one) => one.type === type))
        expect(parse({ ...act, floorTeam: 't1' })).toBe(false)
    for (const type of ['MissTurn', 'CloseLot', 'ApproveCorrection', 'Hammer'])
      expect(parse({ type, lot: 1, turn: 1, correction: 1, bid: 1 })).toBe(false)
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
