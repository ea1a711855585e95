import { LAKH } from '@gavel/auction'
import {
  CLOSED_TOO_BIG,
  type CommandReply,
  EDGE_REFUSALS,
  FLOOD_LIMIT,
  MESSAGES_PER_SECOND,
  PROTOCOL_VERSION,
} from '@gavel/protocol'
import { type Gavel, person, type SeededAuction, startGavel, until, Wire } from '@gavel/testkit'
import { io } from 'socket.io-client'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'

let gavel: Gavel
let auction: SeededAuction
/** The one who sends bad things, with a paddle; and somebody else, who must not notice. */
let wire: Wire
let bystander: Wire
const wires: Wire[] = []

beforeAll(async () => {
  gavel = await startGavel()
})
afterAll(() => gavel?.[Symbol.asyncDispose]())

const open = async (...[who, as]: [Parameters<typeof Wire.open>[2], Parameters<typeof Wire.open>[3]?]) => {
  const opened = await Wire.open(gavel.url, auction, who, as)
  wires.push(opened)
  return opened
}

beforeEach(async () => {
  auction = await gavel.seed({ rehearsal: false })
  const [one, two] = auction.teams
  wire = await open(one?.owner ?? null)
  bystander = await open(two?.owner ?? null)
})

afterEach(async () => {
  // Whatever was sent, somebody else's bid goes through, and nobody was given a gap or a double.
  const reply = await bystander.bid({ amount: bystander.lot.base + 20 * LAKH })
  expect(reply).toMatchObject({ ok: true })
  await bystander.reaches(reply.seq)
  for (const each of wires.splice(0)) {
    expect(each.problems).toEqual([])
    each.socket.disconnect()
  }
})

const message = (change: Record<string, unknown>) => ({
  auctionId: auction.auctionId,
  commandId: 'a-command-of-mine',
  epoch: 1,
  lot: 1,
  amount: wire.lot.base,
  floorTeam: null,
  ...change,
})

describe('bad input over a real socket', () => {
  it.each([
    ['0', 0],
    ['negative', -30 * LAKH],
    ['fractional', 0.5],
    ['1e308', 1e308],
    ['1e14', 1e14],
    ['NaN', Number.NaN],
    ['Infinity', Number.POSITIVE_INFINITY],
    ['a hexadecimal string', '0x1F4'],
    ['a string', '30000000'],
    ['nothing', undefined],
    ['an object', { valueOf: 1 }],
    ['a list', [30 * LAKH]],
  ])('ANSWER-2 refuses a bid of %s', async (_, amount) => {
    expect(await wire.send('bid', message({ amount }))).toMatchObject({
      ok: false,
      code: 'BAD_MESSAGE',
      commandId: 'a-command-of-mine',
      words: expect.stringMatching(/^That message was not understood/),
      seq: wire.state?.seq,
      nowMs: expect.any(Number),
    })
  })

  it.each([
    ['an unknown name', 'bidd', {}],
    ['a name of JavaScript', '__proto__', {}],
    ['a field too many', 'bid', { extra: 1 }],
    ['a missing lot', 'bid', { lot: undefined }],
    ['a bad id', 'bid', { auctionId: '{x}:state' }],
    ['no message', 'bid', null],
    ['a command of the store', 'command', { command: { type: 'CloseLot', lot: 1 } }],
    ['a claimed actor', 'bid', { by: 'somebody-else' }],
  ])('ANSWER-2 answers %s', async (_, name, change) => {
    const sent = change === null ? undefined : message(change)
    expect(await wire.send(name, sent)).toMatchObject({ ok: false, code: 'BAD_MESSAGE' })
  })

  it('ANSWER-1 answers messages that are no objects, and many at once', async () => {
    for (const odd of [null, 7, 'bid', [], true, { commandId: { toString: 'x' } }])
      expect(await wire.send('bid', odd)).toMatchObject({ ok: false, code: 'BAD_MESSAGE', commandId: null })
    expect(await wire.send('bid')).toMatchObject({ code: 'BAD_MESSAGE' })
    expect(await wire.send('bid', message({}), message({}))).toMatchObject({ ok: true })
  })

  it('ANSWER-8 never bids on another lot', async () => {
    for (const lot of [2, 99])
      expect(await wire.bid({ amount: wire.lot.base, lot })).toMatchObject({ ok: false, code: 'WRONG_LOT' })
    expect(await wire.send('bid', message({ lot: 0 }))).toMatchObject({ code: 'BAD_MESSAGE' })
    const conductor = await open(auction.auctioneer, 'auctioneer')
    expect(await conductor.command({ type: 'PassLot', lot: 1 })).toMatchObject({ ok: true })
    const opened = await conductor.command({ type: 'OpenLot', player: auction.players[1] ?? '' })
    expect(opened).toMatchObject({ ok: true })
    await wire.reaches(opened.seq)
    // The click for the first player arrives when the second is up.
    expect(await wire.bid({ amount: wire.lot.base, lot: 1 })).toMatchObject({ code: 'WRONG_LOT', seq: opened.seq })
    await bystander.reaches(opened.seq)
  })

  it('ANSWER-7 refuses who may not: a fan, a guest, a paddle that conducts or bids from the floor', async () => {
    const fan = await open(await person(gavel.tokens))
    expect(fan.you).toMatchObject({ audience: 'public', team: null })
    expect(await fan.bid({ amount: wire.lot.base })).toMatchObject({ ok: false, code: 'NOT_A_PADDLE' })
    const guest = await open(null, 'auctioneer')
    expect(guest.you).toEqual({ userId: null, audience: 'public', team: null })
    expect(await guest.bid({ amount: wire.lot.base })).toMatchObject({ ok: false, code: 'SIGN_IN' })
    expect(await guest.command({ type: 'PassLot', lot: 1 })).toMatchObject({ ok: false, code: 'SIGN_IN' })
    expect(await wire.command({ type: 'PassLot', lot: 1 })).toMatchObject({ ok: false, code: 'FORBIDDEN' })
    expect(await wire.bid({ amount: wire.lot.base, floorTeam: 't2' })).toMatchObject({ code: 'FORBIDDEN' })
    const bot = new Wire(gavel.url, auction, await person(gavel.tokens, { bot: true }), 'public')
    wires.push(bot)
    expect(await bot.join()).toMatchObject({ ok: false, code: 'FORBIDDEN' })
    expect(await bot.send('bid', message({}))).toMatchObject({ ok: false, code: 'FORBIDDEN' })
  })

  it('ANSWER-7 lets the auctioneer enter a raised hand, and the entry says so', async () => {
    const conductor = await open(auction.auctioneer, 'auctioneer')
    const amount = wire.lot.base
    const reply = await conductor.bid({ amount, floorTeam: 't1' })
    expect(reply).toMatchObject({ ok: true })
    await wire.reaches(reply.seq)
    expect(wire.lot.bids.at(-1)).toMatchObject({ team: 't1', amount, floor: true })
    expect(await conductor.bid({ amount, floorTeam: 't9' })).toMatchObject({ code: 'UNKNOWN_TEAM' })
  })

  it('ANSWER-5 repeats an answer, and refuses a stolen command id', async () => {
    const commandId = 'the-id-of-my-bid'
    const amount = wire.lot.base
    const first = await wire.bid({ amount, commandId })
    expect(first).toMatchObject({ ok: true, commandId })
    expect(await wire.bid({ amount, commandId })).toMatchObject({ ok: true, seq: first.seq })
    expect(await wire.bid({ amount: amount + 5 * LAKH, commandId })).toMatchObject({ ok: false, code: 'ID_REUSED' })
    const thief = await bystander.bid({ amount, commandId })
    expect(thief).toMatchObject({ ok: false, code: 'ID_REUSED', seq: first.seq })
    await bystander.reaches(first.seq)
    expect(bystander.lot.bids).toHaveLength(1)
  })

  it('ANSWER-3 closes the socket of a message of 2 MB before reading it, and says why', async () => {
    const told = new Promise((resolve) => wire.socket.once('closing', resolve))
    const closed = new Promise<object>((resolve) =>
      wire.socket.once('disconnect', (_, details) =>
        resolve((details as { context?: object } | undefined)?.context ?? {}),
      ),
    )
    wire.socket.emit('bid', message({ floorTeam: 'x'.repeat(2_000_000) }) as never, () => {})
    expect(await closed).toMatchObject({ code: CLOSED_TOO_BIG, reason: EDGE_REFUSALS.TOO_BIG })
    expect(await told).toEqual({ code: 'TOO_BIG', words: EDGE_REFUSALS.TOO_BIG })
    await until('connected again', () => wire.socket.connected && wire.joins > 1)
  })

  it('ANSWER-4 refuses most of 1,000 messages in a second, each with an answer', async () => {
    const amount = bystander.lot.base
    const startedMs = performance.now()
    const sent = Array.from({ length: 1_000 }, (_, n) =>
      wire.send('bid', message({ commandId: `flood-${n}-x`, lot: 9 })),
    )
    // Meanwhile somebody else bids.
    expect(await bystander.bid({ amount })).toMatchObject({ ok: true })
    const replies = await Promise.all(sent)
    const seconds = Math.ceil((performance.now() - startedMs) / 1_000) + 1
    const read = replies.filter((reply: CommandReply) => reply.ok || reply.code !== 'TOO_MANY')
    expect(read.length).toBeLessThanOrEqual(seconds * MESSAGES_PER_SECOND)
    expect(read.length).toBeLessThan(500)
    expect(wire.socket.connected).toBe(true)
    const conductor = await open(auction.auctioneer, 'auctioneer')
    const leading = conductor.lot.bids.at(-1)?.seq ?? 0
    const undone = await conductor.command({ type: 'RetractBid', lot: 1, bid: leading })
    await bystander.reaches(undone.seq)
  })

  it('ANSWER-4, JOIN-5 closes a flood for good, with a word', async () => {
    const gone = new Promise((resolve) => wire.socket.once('disconnect', resolve))
    // Twice as many, since some are read in each second that the server takes for them.
    for (let n = 0; n < 2 * FLOOD_LIMIT; n += 1) wire.socket.emit('clock', () => {})
    expect(await gone).toBe('io server disconnect')
    expect(wire.closings).toEqual(['TOO_MANY'])
  })

  it('WIRE-1 turns away old pages and bad tokens, with a word', async () => {
    const refusal = (auth: Record<string, unknown>) =>
      new Promise<unknown>((resolve) => {
        const socket = io(`${gavel.url}/auction`, { transports: ['websocket'], forceNew: true, auth })
        socket.once('connect_error', (error) => {
          socket.disconnect()
          resolve((error as Error & { data?: unknown }).data)
        })
      })
    const protocol = PROTOCOL_VERSION
    expect(await refusal({ protocol: protocol + 1 })).toMatchObject({ code: 'OLD_CLIENT' })
    expect(await refusal({})).toMatchObject({ code: 'OLD_CLIENT' })
    expect(await refusal({ protocol, token: 'forged' })).toMatchObject({ code: 'SIGN_IN' })
    const old = await gavel.tokens.sign(
      { userId: 'u1', admin: true, operator: false, bot: false, creator: false },
      { nowMs: Date.now() - 3.6e6 },
    )
    expect(await refusal({ protocol, token: old.token })).toMatchObject({ code: 'SIGN_IN' })
  })

  it('WIRE-2 turns away other origins', async () => {
    const status = async (origin: string) => {
      const query = 'EIO=4&transport=polling'
      return (await fetch(`${gavel.url}/socket.io/?${query}`, { headers: { origin } })).status
    }
    expect(await status('https://elsewhere.example')).toBe(403)
    expect(await status('http://127.0.0.1:3000')).toBe(200)
  })

  it('JOIN-2 says that an auction never was', async () => {
    const nowhere = new Wire(gavel.url, { auctionId: 'never-was' }, null, 'public')
    await until('connected', () => nowhere.socket.connected)
    expect(await nowhere.join()).toMatchObject({ ok: false, code: 'NOT_FOUND' })
    nowhere.socket.disconnect()
  })
})
