import { leadingBid } from '@gavel/auction'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { LiveLog, LogReply } from '../src/index.ts'
import { accepted, Room, refusalCode, smallRules } from './support.ts'

/** A long ladder and deep purses, so that bidding never ends by itself. */
const endless = smallRules({
  purse: 90_000_000_000_000,
  squad: { min: 1, max: 2_000 },
  overseasMax: null,
  ladder: [{ from: 0, step: 1 }],
  jumpGrid: null,
})
const PADDLES = 200

let first: LiveLog
let second: LiveLog
beforeAll(() => {
  first = Room.open()
  second = Room.open()
})
afterAll(async () => {
  await Promise.all([first.close(), second.close()])
})

for (const by of ['script', 'core'] as const)
  test(`RACE-1 200 paddles bidding the same price at once give exactly one acceptance (by ${by})`, async () => {
    const rules = { ...endless, bidsDecidedBy: by }
    const room = await Room.running({ teams: 20, paddles: PADDLES, rules, log: first })
    for (let round = 0; round < 5; round++) {
      const { lot, seq } = await room.state()
      const amount = round === 0 ? 10 : (lot?.bids.at(-1)?.amount ?? 0) + 1
      const replies = await Promise.all(
        Array.from({ length: PADDLES }, (_, i) =>
          (i % 2 === 0 ? first : second).bid(room.auctionId, {
            by: `u${i}`,
            commandId: `race-${round}-${i}`,
            epoch: 1,
            lot: 1,
            amount,
            floorTeam: null,
          }),
        ),
      )
      expect(replies.filter((r) => r.ok)).toHaveLength(1)
      const codes = new Set(replies.map(refusalCode))
      expect([...codes].filter((c) => c !== null && c !== 'BELOW_MINIMUM' && c !== 'ALREADY_LEADING')).toEqual([])
      expect((await room.state()).seq).toBe(seq + 1)
    }
  })

test('RACE-2 a bid and a hammer at the same instant give one winner', async () => {
  const rounds = 200
  const room = await Room.running({ players: rounds + 1, rules: endless, log: first })
  const won = { bid: 0, hammer: 0 }
  for (let round = 0; round < rounds; round++) {
    const { lot } = await room.state()
    if (!lot) throw new Error('no lot')
    const leading = leadingBid(lot) ?? { seq: accepted(await room.bid('u0', lot.lot, 10)).seq, amount: 10, team: 't0' }
    const rival = leading.team === 't0' ? 'u1' : 'u0'
    const bidding = (log: LiveLog) =>
      log.bid(room.auctionId, {
        by: rival,
        commandId: `rival-${round}`,
        epoch: 1,
        lot: lot.lot,
        amount: leading.amount + 1,
        floorTeam: null,
      })
    const hammering = (log: LiveLog) =>
      log.execute(
        room.auctionId,
        { by: 'auctioneer', type: 'Hammer', lot: lot.lot, bid: leading.seq },
        { commandId: `hammer-${round}` },
      )
    const [bid, hammer] = await (round % 2 === 0
      ? Promise.all([bidding(second), hammering(first)])
      : Promise.all([hammering(first), bidding(second)]).then(([h, b]) => [b, h] as const))

    expect(Number(bid.ok) + Number(hammer.ok)).toBe(1)
    if (bid.ok) {
      won.bid++
      expect(hammer).toMatchObject({
        refusal: { code: 'NEW_BID', detail: { bid: bid.seq, amount: leading.amount + 1 } },
      })
    } else {
      won.hammer++
      expect(['NO_LOT', 'WRONG_LOT', 'HELD']).toContain(refusalCode(bid))
      await room.must({ type: 'OpenLot', player: `p${lot.lot}` })
    }
  }
  process.stdout.write(`bid and hammer: ${won.bid} times the bid won, ${won.hammer} times the hammer\n`)
  expect(Math.min(won.bid, won.hammer)).toBeGreaterThan(0)
})

test('STARVE-1, STARVE-2 against 200 paddles in a closed loop the auctioneer pauses, takes back and hammers within 3 tries', {
  timeout: 120_000,
}, async () => {
  await using room = await Room.running({ teams: 20, paddles: PADDLES, players: 12, rules: endless })
  const tail = await room.log.watch(room.auctionId)
  const crowd = new Crowd(room.auctionId, [first, second])
  const tries: Record<string, number[]> = {}
  /** Asks until it is granted, naming the bid that the screen shows, or that the last answer named. */
  const insist = async (what: string, ask: (bid: number) => Promise<LogReply>) => {
    let shown = tail.state.lot && leadingBid(tail.state.lot)?.seq
    for (let n = 1; n <= 50; n++) {
      const reply = await ask(shown ?? 0)
      if (reply.ok) {
        tries[what] = [...(tries[what] ?? []), n]
        return
      }
      const { refusal } = reply
      if (refusal.code !== 'NEW_BID') throw new Error(`${what}: ${JSON.stringify(reply)}`)
      shown = refusal.detail?.bid
    }
    throw new Error(`${what} starved`)
  }
  crowd.begin(1)
  try {
    for (let lot = 1; lot <= 10; lot++) {
      await crowd.accepts(10)
      await insist('take back', (bid) => room.do({ type: 'RetractBid', lot, bid }))
      await crowd.accepts(5)
      await insist('pause', () => room.do({ type: 'PauseAuction', message: '' }))
      await insist('resume', () => room.do({ type: 'ResumeAuction' }))
      await crowd.accepts(5)
      await insist('call', (bid) => room.do({ type: 'CallGoing', lot, call: 1, bid }))
      await crowd.accepts(5)
      await insist('hammer', (bid) => room.do({ type: 'Hammer', lot, bid }))
      crowd.begin(lot + 1)
      await room.must({ type: 'OpenLot', player: `p${lot}` })
    }
  } finally {
    await crowd.end()
    tail.close()
  }
  const most = Object.fromEntries(Object.entries(tries).map(([what, all]) => [what, Math.max(...all)]))
  process.stdout.write(`tries against ${PADDLES} paddles (${crowd.accepted} bids taken): ${JSON.stringify(tries)}\n`)
  expect(Math.max(...Object.values(most))).toBeLessThanOrEqual(3)
})

/** Paddles that bid the next price again and again, each as soon as its last bid is answered. */
class Crowd {
  readonly #auctionId: string
  readonly #logs: readonly LiveLog[]
  #lot = 0
  #price = 10
  #going = true
  #running: Promise<void>[] = []
  #waiting: { at: number; go: () => void } | null = null
  accepted = 0

  constructor(auctionId: string, logs: readonly LiveLog[]) {
    this.#auctionId = auctionId
    this.#logs = logs
  }

  begin(lot: number): void {
    this.#lot = lot
    this.#price = 10
    if (this.#running.length === 0) this.#running = Array.from({ length: PADDLES }, (_, i) => this.#paddle(i))
  }

  /** Resolves once so many more bids were taken. */
  accepts(more: number): Promise<void> {
    return new Promise((go) => {
      this.#waiting = { at: this.accepted + more, go }
    })
  }

  async end(): Promise<void> {
    this.#going = false
    await Promise.all(this.#running)
  }

  async #paddle(i: number): Promise<void> {
    const log = this.#logs[i % this.#logs.length]
    for (let n = 0; log && this.#going; n++) {
      const lot = this.#lot
      const bid = { by: `u${i}`, commandId: `crowd-${i}-${n}`, epoch: 1, lot, amount: this.#price, floorTeam: null }
      const reply = await log.bid(this.#auctionId, bid)
      if (lot !== this.#lot) continue
      if (reply.ok) {
        this.accepted++
        this.#price = Math.max(this.#price, bid.amount + 1)
        if (this.#waiting && this.accepted >= this.#waiting.at) this.#waiting.go()
      } else if (reply.refusal.code === 'BELOW_MINIMUM') {
        this.#price = Math.max(this.#price, reply.refusal.detail?.minimum ?? 0)
      } else if (reply.refusal.code === 'OFF_GRID') this.#price = reply.refusal.detail?.minimum ?? this.#price
    }
  }
}
