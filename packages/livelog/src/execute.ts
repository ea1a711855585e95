import { randomBytes } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import { bodyOf, nextLink, readEntry, sumOf } from './body.ts'
import { type Commit, runCommit } from './commit.ts'
import { LogUnavailableError } from './errors.ts'
import { advance, type Head } from './head.ts'
import { keysOf, type LogKeys } from './keys.ts'
import type { CommandStamp, LogKind, LogTypes } from './kind.ts'
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
export async function execute<K extends LogTypes>(
  store: Store<K>,
  id: string,
  command: K['Command'],
  { commandId, epoch }: CommandOptions,
): Promise<LogReply<K>> {
  const attempt = new Attempt(store, id, command, commandId, epoch ?? null)
  try {
    const reply = await store.turns.take(id, TURN_PATIENCE_MS, () => attempt.run())
    return reply ?? unavailable(store, 'the commands before it took too long')
  } catch (error) {
    if (error instanceof LogUnavailableError) return unavailable(store, error.message)
    throw error
  }
}

class Attempt<K extends LogTypes> {
  readonly #store: Store<K>
  readonly #id: string
  readonly #keys: LogKeys
  readonly #command: K['Command']
  readonly #stamp: CommandStamp
  readonly #epoch: number | null
  #holds = 0

  constructor(store: Store<K>, id: string, command: K['Command'], commandId: string, epoch: number | null) {
    this.#store = store
    this.#id = id
    this.#keys = keysOf(store.kind, id)
    this.#command = command
    this.#stamp = { by: command.by, cmd: commandId, sum: sumOf(command) }
    this.#epoch = epoch
  }

  async run(): Promise<LogReply<K>> {
    const { kind } = this.#store
    let view = this.#cached() ?? (await this.#look())
    let conflicts = 0
    while (conflicts < MAX_CONFLICTS) {
      if (!view) return { ok: false, refusal: kind.refuse('NOT_LIVE'), seq: 0, nowMs: this.#store.clock.nowMs() }
      const settled = view.fresh ? this.#settled(view) : null
      if (settled) return settled

      const { state } = view.head
      const decision = kind.decide(state, this.#command, view.nowMs)
      if ('refusal' in decision) {
        if (kind.hold?.isLostRace(decision.refusal) && this.#holds < MAX_HOLDS) {
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

  #known(): Head<K> | null {
    const [mine, followed] = [this.#store.heads.get(this.#id), this.#store.followed(this.#id)]
    return followed && (!mine || followed.state.seq > mine.state.seq) ? followed : mine
  }

  /** The state held here; whether it is still the log's, the script says. */
  #cached(): View<K> | null {
    const head = this.#known()
    return head && { head, nowMs: this.#store.clock.nowMs(), seen: null, fresh: false }
  }

  async #look(): Promise<View<K> | null> {
    const { heads, clock, snapshots } = this.#store
    const view = await readView(this.#store, this.#id, this.#keys, this.#known(), this.#stamp.cmd)
    if (!view) {
      heads.delete(this.#id)
      return null
    }
    heads.set(this.#id, view.head)
    clock.observe(view.nowMs)
    snapshots.offer(this.#id, this.#keys, view.head)
    return view
  }

  /** What a view that was just read says of the command before the core is asked; the script says the same of a cached one. */
  #settled(view: View<K>): LogReply<K> | null {
    const { seen, head, nowMs } = view
    if (seen !== null) {
      const [sum, seq, count] = seen.split(':')
      if (sum !== this.#stamp.sum) return refused(this.#store.kind.refuse('ID_REUSED'), view)
      return { ok: true, seq: Number(seq), count: Number(count), nowMs, repeated: true }
    }
    if (this.#epoch !== null && this.#epoch < head.state.epoch)
      return refused(this.#store.kind.refuse('STALE_EPOCH'), view)
    return null
  }

  #commit({ head, nowMs }: View<K>, drafts: readonly K['Draft'][]): Promise<ScriptReply<K>> {
    const { kind } = this.#store
    return this.#send({
      expected: { mode: 'at', seq: head.state.seq, link: head.link },
      window: windowOf(kind, head, nowMs),
      drafts,
      stamp: this.#stamp,
      change: kind.changeBy(head.state, drafts, this.#stamp),
    })
  }

  async #send(commit: Pick<Commit, 'expected' | 'window' | 'drafts' | 'stamp' | 'change'>): Promise<ScriptReply<K>> {
    const { redis, clock } = this.#store
    const { cmd: commandId, sum } = this.#stamp
    const reply = await runCommit<K>(redis, this.#keys, { ...commit, epoch: this.#epoch, commandId, sum })
    if ('nowMs' in reply) clock.observe(reply.nowMs)
    return reply
  }

  #mayHold({ head, nowMs }: View<K>): boolean {
    return this.#store.kind.hold?.holdFor(head.state, this.#command, nowMs) != null
  }

  /** Keeps bids out, whatever the log's seq. An answer means that the command is settled, or that nothing can be done now. */
  async #hold({ head, nowMs }: View<K>): Promise<LogReply<K> | null> {
    const { kind } = this.#store
    const held = kind.hold?.holdFor(head.state, this.#command, nowMs)
    if (!held) {
      this.#holds = MAX_HOLDS
      return null
    }
    const { lot, draft, asked } = held
    const stamp = { by: this.#command.by, cmd: `store.hold.${randomBytes(6).toString('hex')}`, sum: sumOf(asked) }
    const reply = await this.#send({
      expected: { mode: 'hold', lot },
      window: { fromMs: null, untilMs: null },
      drafts: [draft],
      stamp,
      change: kind.changeBy(head.state, [draft], stamp),
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

  #accepted(from: Head<K>, drafts: readonly K['Draft'][], reply: ScriptReply<K> & { tag: 'OK' }): LogReply<K> {
    let { link } = from
    const entries = drafts.map((draft, i) => {
      const body = bodyOf(draft, reply.nowMs, this.#stamp)
      link = nextLink(link, body)
      return readEntry<K>(from.state.seq + 1 + i, link, body)
    })
    const head = link === reply.link ? advance(this.#store.kind, this.#id, from, entries) : null
    if (head) {
      this.#store.heads.set(this.#id, head)
      this.#store.snapshots.offer(this.#id, this.#keys, head)
    } else this.#store.heads.delete(this.#id)
    return asLogReply(reply, reply.nowMs)
  }
}

function refused<K extends LogTypes>(refusal: K['Refusal'], { head, nowMs }: View<K>): LogReply<K> {
  return { ok: false, refusal, seq: head.state.seq, nowMs }
}

/** Between which moments of the store's clock a decision made at `nowMs` stays the same (COMMIT-4). */
function windowOf<K extends LogTypes>(kind: LogKind<K>, { state }: Head<K>, nowMs: number): Commit['window'] {
  const turns = kind.turningTimes(state)
  const past = turns.filter((ms) => ms <= nowMs)
  const coming = turns.filter((ms) => ms > nowMs)
  return {
    fromMs: past.length > 0 ? Math.max(...past) : null,
    untilMs: coming.length > 0 ? Math.min(...coming) : null,
  }
}

function unavailable<K extends LogTypes>(store: Store<K>, why: string): LogReply<K> {
  return { ok: false, refusal: { code: 'UNAVAILABLE', why }, seq: 0, nowMs: store.clock.nowMs() }
}
