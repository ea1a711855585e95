import { randomInt } from 'node:crypto'
import {
  type AuctionState,
  type Command,
  createAuction,
  type Draft,
  decide,
  ENTRY_TYPES,
  evolve,
  hotFields,
  hotTimes,
  REFUSAL_CODES,
} from '@gavel/auction'
import * as fc from 'fast-check'
import { Redis } from 'ioredis'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { AUCTIONS } from '../src/auctions.ts'
import { bodyOf, readEntry, sumOf } from '../src/body.ts'
import type { LiveLog, LogReply } from '../src/index.ts'
import { keysOf } from '../src/keys.ts'
import type { CommandStamp } from '../src/kind.ts'
import { preludeOf, type Scenario, scenarios, stepOf } from './random-commands.ts'
import { liveUrl, newId, Room } from './support.ts'

const LISTS = 1_000
/** Enough to keep the store busy; more would only wait for this process, and a store that is heard late counts as one that is away. */
const AT_ONCE = 8

let log: LiveLog
let redis: Redis
beforeAll(() => {
  log = Room.open()
  redis = new Redis(liveUrl())
})
afterAll(async () => {
  await log.close()
  redis.disconnect()
})

/** How often each entry type and refusal code came up; those of plain bids that the script decided apart. */
const counts = new Map<string, number>()
const count = (what: string) => counts.set(what, (counts.get(what) ?? 0) + 1)

test('BIDLUA-1, BIDLUA-5, COMMIT-1, LOG-4 random command lists give equal entries, refusals and hot fields from the core and from the scripts', {
  timeout: 180_000,
}, async () => {
  const seed = randomInt(2 ** 31)
  process.stdout.write(`differential: seed ${seed}\n`)
  const lists = fc.sample(scenarios, { numRuns: LISTS, seed })
  let next = 0
  const worker = async () => {
    for (let i = next++; i < lists.length; i = next++) {
      const list = lists[i]
      if (!list) return
      await new Twin(list).run().catch((cause) => {
        throw new Error(`seed ${seed}, list ${i}: ${cause instanceof Error ? cause.message : cause}`, { cause })
      })
    }
  }
  const beganAt = performance.now()
  await Promise.all(Array.from({ length: AT_ONCE }, worker))

  const expected = [
    ...ENTRY_TYPES,
    ...REFUSAL_CODES,
    ...BID_CODES.map((code) => `bid.lua ${code}`),
    'bid.lua accepted',
    'bid for a hidden maximum',
    'repeated',
  ]
  const lines = expected.map((what) => `  ${what} ${counts.get(what) ?? 0}`)
  process.stdout.write(
    `differential: ${LISTS} lists in ${Math.round(performance.now() - beganAt)} ms\n${lines.join('\n')}\n`,
  )
  expect(expected.filter((what) => !counts.get(what))).toEqual([])
})

const BID_CODES = [
  'NOT_LIVE',
  'ID_REUSED',
  'STALE_EPOCH',
  'BAD_AMOUNT',
  'NOT_STARTED',
  'PAUSED',
  'ENDED',
  'NO_LOT',
  'WRONG_LOT',
  'BIDDING_CLOSED',
  'HELD',
  'NOT_A_PADDLE',
  'UNKNOWN_TEAM',
  'TIME_UP',
  'ALREADY_LEADING',
  'SQUAD_FULL',
  'OVERSEAS_FULL',
  'CATEGORY_FULL',
  'PLACES_KEPT',
  'BELOW_MINIMUM',
  'OFF_GRID',
  'LIMIT_EXCEEDED',
]

/** One list, played on the store and on the core side by side. */
class Twin {
  readonly #list: Scenario
  readonly #auctionId = newId('d')
  readonly #bodies: string[] = []
  readonly #seen: Record<string, string> = {}
  #state: AuctionState | null = null
  #sent: { command: Command; commandId: string; reply: LogReply }[] = []

  constructor(list: Scenario) {
    this.#list = list
  }

  async run(): Promise<void> {
    await this.#beforeCreation()
    await this.#create()
    for (const command of preludeOf(this.#list)) await this.#send({ by: 'auctioneer', ...command } as Command, {})
    for (const intent of this.#list.intents) {
      const state = this.#known()
      const step = stepOf(state, intent)
      if (step.is === 'recover') await this.#recover()
      else {
        const command = { by: step.by, ...step.command } as Command
        const last = this.#sent.findLast(({ reply }) => reply.ok && reply.count > 0)
        if (step.delivery === 'stale') await this.#send(command, { epoch: state.epoch - 1 })
        else if (step.delivery === 'twice' && last) await this.#repeat(last)
        else if (step.delivery === 'other-actor' && last)
          await this.#reuse({ ...last.command, by: 'thief' }, last.commandId)
        else if (step.delivery === 'other-payload' && last) await this.#reuse(command, last.commandId)
        else await this.#send(command, {})
      }
    }
    await this.#compareStored()
  }

  async #beforeCreation(): Promise<void> {
    const command: Command = { by: 'u0', type: 'PlaceBid', lot: 1, amount: 10, floorTeam: null }
    for (const reply of [
      await this.#deliver(command, newId('c'), 1),
      await log.execute(this.#auctionId, { by: 'a', type: 'StartAuction' }, { commandId: newId('c') }),
    ])
      this.#expectRefusal(reply, { code: 'NOT_LIVE' }, command)
  }

  async #create(): Promise<void> {
    const { rules } = this.#list
    const reply = await log.create(this.#auctionId, rules, 'organiser')
    const sum = sumOf({ type: 'CreateAuction', auctionId: this.#auctionId, rules })
    this.#accept(reply, [createAuction(this.#auctionId, rules)], { by: 'organiser', cmd: 'store.create', sum })
    const again = await log.create(this.#auctionId, rules, 'someone-else')
    expect(again).toMatchObject({ ok: true, seq: 1, repeated: true })
  }

  async #recover(): Promise<void> {
    const epoch = this.#known().epoch + 1
    const reply = await log.recover(this.#auctionId, epoch)
    const sum = sumOf({ type: 'Recover', by: 'system', epoch })
    this.#accept(reply, [{ type: 'Recovered', epoch }], { by: 'system', cmd: `store.recover.${epoch}`, sum })
  }

  /** Plain bids go to `bid.lua` wherever the rule set lets it decide. */
  #deliver(command: Command, commandId: string, epoch: number): Promise<LogReply> {
    if (command.type !== 'PlaceBid') return log.execute(this.#auctionId, command, { commandId, epoch })
    const { by, lot, amount, floorTeam } = command
    return log.bid(this.#auctionId, { by, commandId, epoch, lot, amount, floorTeam })
  }

  async #send(command: Command, options: { epoch?: number }): Promise<void> {
    const commandId = newId('c')
    const state = this.#known()
    const epoch = options.epoch ?? state.epoch
    const reply = await this.#deliver(command, commandId, epoch)
    this.#sent.push({ command, commandId, reply })
    if (epoch < state.epoch) return this.#expectRefusal(reply, { code: 'STALE_EPOCH' }, command)

    const decision = decide(state, command, reply.nowMs)
    if ('entries' in decision) {
      if (!reply.ok) throw new Error(`${said(command)}: the core accepts, the store says ${JSON.stringify(reply)}`)
      if (this.#byScript(command)) count('bid.lua accepted')
      this.#accept(reply, decision.entries, { by: command.by, cmd: commandId, sum: sumOf(command) })
      return
    }
    await this.#takeHold(reply)
    this.#expectRefusal(reply, decision.refusal, command)
  }

  /** A NEW_BID leaves the lot held; the entry is the store's own. */
  async #takeHold(reply: LogReply): Promise<void> {
    const state = this.#known()
    if (reply.ok || reply.refusal.code !== 'NEW_BID' || reply.seq === state.seq) return
    const [held] = await log.read(this.#auctionId, state.seq + 1, 10)
    if (held?.entry.type !== 'LotHeld' || held.seq !== reply.seq)
      throw new Error('NEW_BID left something else than a hold')
    expect(held.entry.cmd).toMatch(/^store\.hold\./)
    this.#bodies.push(held.body)
    this.#state = evolve(state, held.entry)
    count('LotHeld')
  }

  async #repeat({
    command,
    commandId,
    reply,
  }: {
    command: Command
    commandId: string
    reply: LogReply
  }): Promise<void> {
    const again = await this.#deliver(command, commandId, this.#known().epoch)
    if (!reply.ok || !again.ok) throw new Error(`${said(command)} repeated: ${JSON.stringify(again)}`)
    expect(again).toMatchObject({ seq: reply.seq, count: reply.count, repeated: true })
    count('repeated')
  }

  async #reuse(command: Command, commandId: string): Promise<void> {
    if (sumOf(command) === this.#seen[commandId]?.split(':')[0]) return
    this.#expectRefusal(await this.#deliver(command, commandId, this.#known().epoch), { code: 'ID_REUSED' }, command)
  }

  #accept(reply: LogReply, drafts: readonly Draft[], stamp: CommandStamp): void {
    if (!reply.ok) throw new Error(`refused: ${JSON.stringify(reply)}`)
    expect({ seq: reply.seq, count: reply.count, repeated: reply.repeated }).toEqual({
      seq: (this.#state?.seq ?? 0) + drafts.length,
      count: drafts.length,
      repeated: false,
    })
    for (const draft of drafts) {
      const body = bodyOf(draft, reply.nowMs, stamp)
      this.#bodies.push(body)
      this.#state = evolve(this.#state, readEntry(this.#bodies.length, '', body).entry)
      count(draft.type)
      if (draft.type === 'BidPlaced' && draft.auto) count('bid for a hidden maximum')
    }
    if (drafts.length > 0) this.#seen[stamp.cmd] = `${stamp.sum}:${reply.seq}:${drafts.length}`
  }

  #expectRefusal(reply: LogReply, refusal: { code: string }, command: Command): void {
    const got = reply.ok ? reply : reply.refusal
    if (JSON.stringify(got) !== JSON.stringify(refusal))
      throw new Error(`${said(command)}: the core says ${JSON.stringify(refusal)}, the store ${JSON.stringify(reply)}`)
    expect(reply.seq).toBe(this.#state?.seq ?? 0)
    count(refusal.code)
    if (this.#byScript(command)) count(`bid.lua ${refusal.code}`)
  }

  #byScript(command: Command): boolean {
    return command.type === 'PlaceBid' && (this.#state ? hotFields(this.#state).path === 'script' : true)
  }

  async #compareStored(): Promise<void> {
    const state = this.#known()
    const keys = keysOf(AUCTIONS, this.#auctionId)
    const [entries, hash, seen, loaded] = await Promise.all([
      log.read(this.#auctionId, 1, 10_000),
      redis.hgetall(keys.state),
      redis.hgetall(keys.seen),
      log.load(this.#auctionId),
    ])
    expect(entries.map(({ body }) => body)).toEqual(this.#bodies)
    const { deadlineMs, heldUntilMs } = hotTimes(state)
    expect(hash).toEqual({
      ...hotFields(state),
      seq: String(state.seq),
      link: entries.at(-1)?.link,
      epoch: String(state.epoch),
      deadlineMs: deadlineMs === null ? '' : String(deadlineMs),
      heldUntilMs: heldUntilMs === null ? '' : String(heldUntilMs),
    })
    expect(seen).toEqual(this.#seen)
    expect(loaded?.state).toEqual(state)
    await redis.del(...Object.values(keys))
  }

  #known(): AuctionState {
    if (!this.#state) throw new Error('nothing was created')
    return this.#state
  }
}

const said = (command: Command) => JSON.stringify(command).slice(0, 200)
