import { randomBytes } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import { type Command, type Draft, decide, HOLD_MS, hotTimes, type Refusal } from '@gavel/auction'
import { bodyOf, type CommandStamp, nextLink, readEntry, sumOf } from './body.ts'
import { changeBy } from './change.ts'
import { type Commit, runCommit } from './commit.ts'
import { LogUnavailableError } from './errors.ts'
import { advance, type Head } from './head.ts'
import { keysOf, type LogKeys } from './keys.ts'
import { readView, type View } from './read.ts'
import { asLogReply, type LogReply, type ScriptReply } from './reply.ts'
import type { Store } from './store.ts'

/** A commit that loses so many races is given up. Turns and holds make more than three unlikely, unless instances commit without a pause. */
const MAX_CONFLICTS = 10
/** Conflicts after which the auctioneer's command holds the lot (STARVE-1). */
const CONFLICTS_BEFORE_HOLD = 2
/** Holds one command may try: the second is for a lot that closed under the first. */
const MAX_HOLDS = 2
/** A command that waits this long behind others of its log is refused, so that nothing hangs behind a store that does. */
const TURN_PATIENCE_MS = 2_000

export type CommandOptions = {
  commandId: string
  /** The log's epoch as the asker knows it; omitted: of now. */
  epoch?: number
}

/**
 * Decides a command by the core and appends what it decided, at exactly the state it was decided on: one round trip where this
 * instance knows the log's head (EXEC-2). After two conflicts it holds the lot (STARVE-1).
 */
export async function execute(
  store: Store,
  auctionId: string,
  command: Command,
  { commandId, epoch }: CommandOptions,
): Promise<LogReply> {
  const attempt = new Attempt(store, auctionId, command, commandId, epoch ?? null)
  try {
    const reply = await store.turns.take(auctionId, TURN_PATIENCE_MS, () => attempt.run())
    return reply ?? unavailable(store, 'the commands before it took too long')
  } catch (error) {
    if (error instanceof LogUnavailableError) return unavailable(store, error.message)
    throw error
  }
}

class Attempt {
  readonly #store: Store
  readonly #auctionId: string
  readonly #keys: LogKeys
  readonly #command: Command
  readonly #stamp: CommandStamp
  readonly #epoch: number | null
  #holds = 0

  constructor(store: Store, auctionId: string, command: Command, commandId: string, epoch: number | null) {
    this.#store = store
    this.#auctionId = auctionId
    this.#keys = keysOf(auctionId)
    this.#command = command
    this.#stamp = { by: command.by, cmd: commandId, sum: sumOf(command) }
    this.#epoch = epoch
  }

  async run(): Promise<LogReply> {
    let view = this.#cached() ?? (await this.#look())
    let conflicts = 0
    while (conflicts < MAX_CONFLICTS) {
      if (!view) return { ok: false, refusal: { code: 'NOT_LIVE' }, seq: 0, nowMs: this.#store.clock.nowMs() }
      const settled = view.fresh ? this.#settled(view) : null
      if (settled) return settled

      const { state } = view.head
      const decision = decide(state, this.#command, view.nowMs)
      if ('refusal' in decision) {
        if (decision.refusal.code === 'NEW_BID' && this.#holds < MAX_HOLDS) {
          // Left held, so that the same person's next try stands still (STARVE-2); not on the word of an old state.
          const stopped = view.fresh ? await this.#hold(view) : null
          if (stopped) return stopped
          view = await this.#look()
          continue
        }
        if (view.fresh) return refused(decision.refusal, view)
      }

      const drafts = 'refusal' in decision ? [] : decision.entries
      const reply = await this.#commit(view, drafts)
      switch (reply.tag) {
        case 'OK':
          if (!('refusal' in decision)) return this.#accepted(view.head, drafts, reply)
          view = { ...view, nowMs: reply.nowMs, fresh: true }
          break
        case 'CONFLICT': {
          conflicts++
          this.#store.metrics?.commitConflicts.inc()
          // Instances that keep losing to each other stop keeping step.
          if (conflicts > CONFLICTS_BEFORE_HOLD) await delay(Math.random() * conflicts * 2)
          view = await this.#look()
          if (conflicts === CONFLICTS_BEFORE_HOLD && view && this.#mayHold(view)) {
            const stopped = await this.#hold(view)
            if (stopped) return stopped
            view = await this.#look()
          }
          break
        }
        case 'TOO_EARLY':
        case 'TOO_LATE':
          view = { ...view, nowMs: reply.nowMs, fresh: true }
          break
        case 'USE_COMMIT':
          throw new Error('commit.lua cannot answer USE_COMMIT')
        default:
          return asLogReply(reply, this.#store.clock.nowMs())
      }
    }
    return unavailable(this.#store, `${this.#command.type} lost ${MAX_CONFLICTS} races for the end of the log`)
  }

  #known(): Head | null {
    const [mine, followed] = [this.#store.heads.get(this.#auctionId), this.#store.followed(this.#auctionId)]
    return followed && (!mine || followed.state.seq > mine.state.seq) ? followed : mine
  }

  /** The state held here; whether it is still the log's, the script says. */
  #cached(): View | null {
    const head = this.#known()
    return head && { head, nowMs: this.#store.clock.nowMs(), seen: null, fresh: false }
  }

  async #look(): Promise<View | null> {
    const { redis, heads, clock, snapshots } = this.#store
    const view = await readView(redis, this.#auctionId, this.#keys, this.#known(), this.#stamp.cmd)
    if (!view) {
      heads.delete(this.#auctionId)
      return null
    }
    heads.set(this.#auctionId, view.head)
    clock.observe(view.nowMs)
    snapshots.offer(this.#auctionId, this.#keys, view.head)
    return view
  }

  /** What a view that was just read says of the command before the core is asked; the script says the same of a cached one. */
  #settled(view: View): LogReply | null {
    const { seen, head, nowMs } = view
    if (seen !== null) {
      const [sum, seq, count] = seen.split(':')
      if (sum !== this.#stamp.sum) return refused({ code: 'ID_REUSED' }, view)
      return { ok: true, seq: Number(seq), count: Number(count), nowMs, repeated: true }
    }
    if (this.#epoch !== null && this.#epoch < head.state.epoch) return refused({ code: 'STALE_EPOCH' }, view)
    return null
  }

  #commit({ head, nowMs }: View, drafts: readonly Draft[]): Promise<ScriptReply> {
    return this.#send({
      expected: { mode: 'at', seq: head.state.seq, link: head.link },
      window: windowOf(this.#command, head, nowMs),
      drafts,
      stamp: this.#stamp,
      change: changeBy(head.state, drafts, this.#stamp),
    })
  }

  async #send(commit: Pick<Commit, 'expected' | 'window' | 'drafts' | 'stamp' | 'change'>): Promise<ScriptReply> {
    const { redis, clock } = this.#store
    const { cmd: commandId, sum } = this.#stamp
    const reply = await runCommit(redis, this.#keys, { ...commit, epoch: this.#epoch, commandId, sum })
    if ('nowMs' in reply) clock.observe(reply.nowMs)
    return reply
  }

  #mayHold({ head, nowMs }: View): boolean {
    const { lot } = head.state
    if (!lot || this.#command.type === 'PlaceBid' || this.#command.type === 'HoldLot') return false
    return lot.heldUntilMs === null || lot.heldUntilMs <= nowMs
  }

  /** Keeps bids out, whatever the log's seq. An answer means that the command is settled, or that nothing can be done now. */
  async #hold(view: View): Promise<LogReply | null> {
    const { lot } = view.head.state
    if (!lot || !this.#mayHold(view)) {
      this.#holds = MAX_HOLDS
      return null
    }
    const drafts: Draft[] = [{ type: 'LotHeld', lot: lot.lot, forMs: HOLD_MS }]
    const { by } = this.#command
    const sum = sumOf({ type: 'HoldLot', by, lot: lot.lot })
    const stamp = { by, cmd: `store.hold.${randomBytes(6).toString('hex')}`, sum }
    const reply = await this.#send({
      expected: { mode: 'hold', lot: lot.lot },
      window: { fromMs: null, untilMs: null },
      drafts,
      stamp,
      change: changeBy(view.head.state, drafts, stamp),
    })
    switch (reply.tag) {
      case 'OK':
        this.#holds = MAX_HOLDS
        return null
      // The lot is gone, and with it the race.
      case 'CONFLICT':
        this.#holds++
        return null
      case 'REPEATED':
      case 'REFUSED':
        return asLogReply(reply, reply.nowMs)
      default:
        return unavailable(this.#store, `the lot could not be held: ${reply.tag}`)
    }
  }

  #accepted(from: Head, drafts: readonly Draft[], reply: ScriptReply & { tag: 'OK' }): LogReply {
    let { link } = from
    const entries = drafts.map((draft, i) => {
      const body = bodyOf(draft, reply.nowMs, this.#stamp)
      link = nextLink(link, body)
      return readEntry(from.state.seq + 1 + i, link, body)
    })
    const head = link === reply.link ? advance(this.#auctionId, from, entries) : null
    if (head) {
      this.#store.heads.set(this.#auctionId, head)
      this.#store.snapshots.offer(this.#auctionId, this.#keys, head)
    } else this.#store.heads.delete(this.#auctionId)
    return asLogReply(reply, reply.nowMs)
  }
}

function refused(refusal: Refusal, { head, nowMs }: View): LogReply {
  return { ok: false, refusal, seq: head.state.seq, nowMs }
}

/** Between which moments of the store's clock a decision made at `nowMs` stays the same: only these commands look at the time. */
function windowOf(command: Command, head: Head, nowMs: number): Commit['window'] {
  const { deadlineMs, heldUntilMs } = hotTimes(head.state)
  const turns: number[] = []
  if (command.type === 'PlaceBid' && heldUntilMs !== null) turns.push(heldUntilMs)
  if ((command.type === 'PlaceBid' || command.type === 'CloseLot') && deadlineMs !== null) turns.push(deadlineMs)
  const past = turns.filter((ms) => ms <= nowMs)
  const coming = turns.filter((ms) => ms > nowMs)
  return {
    fromMs: past.length > 0 ? Math.max(...past) : null,
    untilMs: coming.length > 0 ? Math.min(...coming) : null,
  }
}

function unavailable(store: Store, why: string): LogReply {
  store.logger.warn({ why }, 'a live log command could not be answered')
  return { ok: false, refusal: { code: 'UNAVAILABLE', why }, seq: 0, nowMs: store.clock.nowMs() }
}
