import { type AuctionState, type Audience, stateFor, type TeamId, type UserId } from '@gavel/auction'
import { metrics } from '@gavel/config'
import type { LogEntry } from '@gavel/livelog'
import type { JoinMessage, JoinReply, You } from '@gavel/protocol'
import type { Client } from '../sockets/client.ts'
import { FanOut, wireEntry } from './fan-out.ts'
import { type Frame, frameOf } from './frame.ts'
import { Member } from './member.ts'
import { type Crowd, Presence } from './presence.ts'
import { type Opened, type Source, standingStill } from './source.ts'
import { LotTimer } from './timers.ts'

type Ask = Pick<JoinMessage, 'as' | 'since' | 'link'>

/** Asks the store to close a lot whose time is up; resolves when it answered, whatever it said. */
export type CloseLot = (auctionId: string, lot: number, deadlineMs: number) => Promise<unknown>

/** One auction on this server: its log as it stands, and who watches. It decides nothing, and may be forgotten at any time. */
export class Room {
  readonly auctionId: string
  readonly #members = new Map<Client, Member>()
  readonly #fanOut: FanOut
  readonly #presence: Presence
  readonly #timer: LotTimer
  #opened: Opened
  #reachable = true
  #states: { seq: number; link: string; by: Map<Audience, AuctionState> } = { seq: 0, link: '', by: new Map() }

  constructor(auctionId: string, opened: Opened, closeLot: CloseLot) {
    this.auctionId = auctionId
    this.#opened = opened
    this.#fanOut = new FanOut(auctionId)
    this.#presence = new Presence(
      () => this.#crowd(),
      (crowd) => this.#tellCrowd(crowd),
    )
    this.#timer = new LotTimer({
      close: (lot, deadlineMs) => closeLot(auctionId, lot, deadlineMs),
      nowMs: () => this.#source.nowMs(),
    })
    this.#follow()
  }

  get #source(): Source {
    return this.#opened.source
  }

  get state(): AuctionState {
    return this.#source.state
  }

  /** Whether commands can be accepted now, as far as this server knows. */
  get live(): boolean {
    return this.#opened.tail !== null && this.#reachable
  }

  /** Read from the archive, because the log is not in the live store. */
  get archived(): boolean {
    return this.#opened.tail === null
  }

  /** Nobody watches and no clock runs, so the room may be closed. */
  get idle(): boolean {
    return this.#members.size === 0 && !this.#timer.armed
  }

  nowMs(): number {
    return this.#source.nowMs()
  }

  /** The team that this person bids for. */
  teamOf(userId: UserId | null): TeamId | null {
    return userId === null ? null : (this.state.paddles[userId] ?? null)
  }

  /** Lets a client in, where it stands. Whoever was in already starts anew. Entries after the answer follow by fan-out (JOIN-1). */
  join(client: Client, ask: Ask, mayConduct: boolean): Extract<JoinReply, { ok: true }> {
    this.leave(client)
    const { seq } = this.#source
    const member = new Member(client, ask.as, mayConduct, this.#you(client, ask.as, mayConduct), seq)
    this.#members.set(client, member)
    this.#fanOut.add(member)
    this.#presence.came()
    const since = this.#source.since(ask.since, ask.link)
    const standing = this.#standing(member.you)
    return 'state' in since
      ? { ok: true, state: this.#stateFor(member.audience), ...standing }
      : { ok: true, entries: since.entries.map((e) => wireEntry(member.audience, e)), ...standing }
  }

  leave(client: Client): void {
    const member = this.#members.get(client)
    if (!member) return
    this.#members.delete(client)
    this.#fanOut.remove(member)
    this.#presence.changed()
  }

  /** The store was lost, or is back. */
  reachable(reachable: boolean): void {
    const before = this.live
    this.#reachable = reachable
    if (this.live !== before) this.#tellLive()
  }

  /** The log is not live any more: nothing follows it until {@link reopen}. What is known of it stays. */
  lost(): void {
    const { state, link } = this.#source
    this.#opened.tail?.close()
    this.#timer.stop()
    this.#opened = { source: standingStill(state, link), tail: null }
    this.#tellLive()
  }

  /** The auction is read from elsewhere from now on: from the archive, or live again. */
  reopen(opened: Opened): void {
    this.#opened.tail?.close()
    this.#opened = opened
    this.#follow()
    this.#rewind()
  }

  /** Looks up again who may conduct, for those who came to. `mayConduct` rejects when nobody knows; then nothing changes. */
  async refreshConduct(mayConduct: (client: Client) => Promise<boolean>): Promise<void> {
    for (const member of [...this.#members.values()].filter((m) => m.as === 'auctioneer')) {
      const may = await mayConduct(member.client).catch(() => member.mayConduct)
      if (may === member.mayConduct || !this.#members.has(member.client)) continue
      member.mayConduct = may
      this.#refresh(member)
    }
  }

  close(): void {
    this.#timer.stop()
    this.#presence.stop()
    this.#fanOut.close()
    this.#opened.tail?.close()
  }

  #follow(): void {
    const { tail } = this.#opened
    tail?.on('entries', (entries) => this.#onEntries(entries))
    tail?.on('rewind', () => this.#rewind())
    if (tail) this.#timer.follow(this.state)
  }

  #onEntries(entries: readonly LogEntry[]): void {
    this.#fanOut.entries(entries)
    metrics.entriesFannedOut.inc(entries.length)
    this.#timer.follow(this.state)
    if (entries.some(({ entry }) => entry.type === 'PaddleGranted' || entry.type === 'PaddleRevoked')) {
      for (const member of this.#members.values()) this.#refresh(member)
      this.#presence.changed()
    }
  }

  #rewind(): void {
    const frames = new Map<string, Frame>()
    for (const member of this.#members.values()) {
      member.you = this.#you(member.client, member.as, member.mayConduct)
      if (member.you.audience !== member.audience) this.#fanOut.move(member, member.you.audience)
    }
    this.#fanOut.rewind((reader) => {
      const { you } = reader as Member
      const key = JSON.stringify(you)
      const frame = frames.get(key) ?? this.#rewindFrame(you)
      frames.set(key, frame)
      return frame
    }, this.#source.seq)
    this.#timer.follow(this.state)
  }

  #rewindFrame(you: You): Frame {
    return frameOf('rewind', { state: this.#stateFor(you.audience), ...this.#standing(you) })
  }

  /** Tells a member what it may be now, and gives it the state of its new audience where that holds something else (SIGHT-3). */
  #refresh(member: Member): void {
    const { you: before } = member
    const you = this.#you(member.client, member.as, member.mayConduct)
    if (you.audience === before.audience && you.team === before.team) return
    member.you = you
    if (you.audience !== before.audience) this.#fanOut.move(member, you.audience)
    member.send(frameOf('you', { auctionId: this.auctionId, you }))
    if (you.audience === before.audience) return
    if (you.audience === 'auctioneer' || before.audience === 'auctioneer') {
      member.seq = this.#source.seq
      member.send(this.#rewindFrame(you))
    }
  }

  #you(client: Client, as: JoinMessage['as'], mayConduct: boolean): You {
    const { userId } = client.actor
    const team = this.teamOf(userId)
    if (as === 'auctioneer' && mayConduct) return { userId, audience: 'auctioneer', team }
    return { userId, audience: as !== 'public' && team !== null ? 'paddle' : 'public', team }
  }

  #standing(you: You) {
    const { seq, link, state } = this.#source
    return { auctionId: this.auctionId, seq, link, epoch: state.epoch, nowMs: this.nowMs(), you, live: this.live }
  }

  /** The state as an audience sees it, made once for each seq however many ask. */
  #stateFor(audience: Audience): AuctionState {
    const { seq, link, state } = this.#source
    if (this.#states.seq !== seq || this.#states.link !== link) this.#states = { seq, link, by: new Map() }
    const seen = this.#states.by.get(audience) ?? stateFor(audience, state)
    this.#states.by.set(audience, seen)
    return seen
  }

  #crowd(): Crowd {
    const teams: Record<TeamId, number> = {}
    for (const { you } of this.#members.values()) {
      if (you.audience === 'paddle' && you.team !== null) teams[you.team] = (teams[you.team] ?? 0) + 1
    }
    return { watching: this.#members.size, teams }
  }

  #tellCrowd({ watching, teams }: Crowd): void {
    const { auctionId } = this
    this.#fanOut.tell(frameOf('presence', { auctionId, watching, teams }), ['auctioneer'])
    this.#fanOut.tell(frameOf('presence', { auctionId, watching, teams: {} }), ['paddle', 'public'])
  }

  #tellLive(): void {
    this.#fanOut.tell(frameOf('live', { auctionId: this.auctionId, live: this.live }))
  }
}
