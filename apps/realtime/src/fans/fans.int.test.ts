import { LAKH } from '@gavel/auction'
import type { FanReply, GuessesMessage, ReactionsMessage } from '@gavel/protocol'
import { type Person, type SeededAuction, until } from '@gavel/testkit'
import { expect, it } from 'vitest'
import { givenRooms } from '../given-rooms.ts'

const rooms = givenRooms()

/** Somebody in the room who writes down what fans are told. */
async function fan(auction: SeededAuction, who: Person | null, server = 0) {
  const wire = await rooms.open(auction, who, who ? 'auctioneer' : 'public', server)
  const reactions: ReactionsMessage['counts'][] = []
  const guesses: GuessesMessage[] = []
  wire.socket.on('reactions', ({ counts }) => reactions.push(counts))
  wire.socket.on('guesses', (message) => guesses.push(message))
  const { auctionId } = auction
  const said = (reply: FanReply) => (reply.ok ? 'ok' : reply.code)
  return {
    ...{ wire, reactions, guesses },
    react: async (kind: 'clap' | 'wow') =>
      said(await wire.socket.timeout(5_000).emitWithAck('react', { auctionId, kind })),
    guess: async (lakh: number, name = 'Asha', lot = 1) =>
      said(await wire.socket.timeout(5_000).emitWithAck('guess', { auctionId, lot, amount: lakh * LAKH, name })),
  }
}

it('FAN-1 reactions are counted and told to the room, and to nobody else', async () => {
  const auction = await rooms.gavel.seed()
  const one = await fan(auction, null)
  const other = await fan(auction, null)
  const elsewhere = await fan(await rooms.gavel.seed(), null)
  const sent = await Promise.all([...Array.from({ length: 8 }, () => one.react('clap')), other.react('wow')])
  expect(sent.filter((reply) => reply === 'TOO_MANY')).toHaveLength(3)
  await until('reactions', () => other.reactions.length > 0)
  expect(other.reactions).toEqual([{ clap: 5, wow: 1 }])
  expect([one.reactions, elsewhere.reactions]).toEqual([other.reactions, []])
})

it('FAN-1, FAN-2 only who is in the room takes part, and bots do not', async () => {
  const auction = await rooms.gavel.seed()
  const one = await fan(await rooms.gavel.seed(), null)
  const { auctionId } = auction
  const outside = await one.wire.socket.timeout(5_000).emitWithAck('react', { auctionId, kind: 'clap' })
  expect(outside).toMatchObject({ ok: false, code: 'FORBIDDEN' })
  const bot = await fan(auction, auction.teams[0]?.owner ?? null)
  expect([await bot.react('clap'), await bot.guess(50)]).toEqual(['FORBIDDEN', 'FORBIDDEN'])
  const bad = await one.wire.send('guess', { auctionId, lot: 1, amount: 5, name: '<b>me</b>' })
  expect(bad).toMatchObject({ ok: false, code: 'BAD_MESSAGE' })
})

it('FAN-2, FAN-3 each guesses once before the first call, on any server, and all hear who came closest', async () => {
  const auction = await rooms.gavel.seed()
  const desk = await fan(auction, auction.auctioneer)
  const one = await fan(auction, null, 0)
  const two = await fan(auction, null, 1)
  const late = await fan(auction, null, 1)
  expect(await one.guess(30, 'Asha')).toBe('ok')
  expect(await one.guess(45, 'Asha')).toBe('GUESSED')
  expect(await two.guess(45, 'Bo O’Neil')).toBe('ok')
  expect(await two.guess(45, 'Bo', 2)).toBe('GUESS_CLOSED')
  const bid = await desk.wire.bid({ amount: 40 * LAKH, floorTeam: 't1' })
  const called = await desk.wire.command({ type: 'CallGoing', lot: 1, call: 1, bid: bid.seq })
  await late.wire.reaches(called.seq)
  expect(await late.guess(40)).toBe('GUESS_CLOSED')
  await desk.wire.command({ type: 'Hammer', lot: 1, bid: bid.seq })
  await until('guesses', () => [desk, one, two, late].every(({ guesses }) => guesses.length === 1))
  const told = {
    ...{ auctionId: auction.auctionId, lot: 1, price: 40 * LAKH, count: 2 },
    best: [
      { name: 'Bo O’Neil', amount: 45 * LAKH },
      { name: 'Asha', amount: 30 * LAKH },
    ],
  }
  expect(late.guesses).toEqual([{ ...told, yours: null }])
  expect(two.guesses).toEqual([{ ...told, yours: { place: 1, amount: 45 * LAKH } }])
  expect(one.guesses).toEqual([{ ...told, yours: { place: 2, amount: 30 * LAKH } }])
})
