import { type AuctionState, type DueCommand, openLot, type TeamId, type UserId, withoutPool } from '@gavel/auction'
import { metrics } from '@gavel/config'
import type { AuctionLog, LogEntry } from '@gavel/livelog'
import type { JoinMessage, JoinReply, Reaction, You } from '@gavel/protocol'
import { Fans, type GuessesOf } from '../fans/fans.ts'
import type { Client } from '../sockets/client.ts'
import { auctionFanOut, wireEntry } from './fan-out.ts'
import { FollowedLog } from './followed-log.ts'
import { type Frame, frameOf } from './frame.ts'
import { type Admission, Member } from './member.ts'
import { type Crowd, crowdOf, type Presence } from './presence.ts'
import { SeenStates } from './seen-states.ts'
import type { Opened, Source } from './source.ts'
import { RoomTimer } from './timers.ts'

/** Of a member who is given no entries. */
const VEILED_SEQ = Number.POSITIVE_INFINITY

type Ask = Pick<JoinMessage, 'as' | 'since' | 'link'>

/** Asks the store for what a clock that ran out calls for; resolves when it answered, whatever it said. */
export type AskDue = (auctionId: string, due: DueCommand) => Promise<unknown>

type Parts = {
  guessesOf: GuessesOf
  presence: Pick<Presence<Crowd>, 'came' | 'changed'>
  /** Who heeds the auction's clocks; null for a room that shows the past, whose clocks have run out already. */
  askDue: AskDue | null
  /** How late the room shows the auction, in milliseconds. */
  delayMs: number
  /** Called when somebody was given a paddle, or lost one. */
  onPaddles?: () => void
}

/**
 * One auction on this server, as it stands or as it stood some seconds ago, and who watches it so. It decides nothing, and may be forgotten
 * at any time.
 */
export class Room {
  readonly auctionId: string
  readonly #members = new Map<Client, Member>()
  readonly #fanOut: ReturnType<typeof auctionFanOut>
  readonly #presence: Parts['presence']
  readonly #timer: RoomTimer | null
  readonly #fans: Fans
  readonly #seen = new SeenStates()
  readonly #log: FollowedLog<AuctionLog>
  readonly #onPaddles: () => void

  constructor(auctionId: string, opened: Opened, { askDue, guessesOf, presence, delayMs, onPaddles }: Parts) {
    this.auctionId = auctionId
    this.#fanOut = auctionFanOut(auctionId)
    this.#presence = presence
    this.#onPaddles = onPaddles ?? (() => {})
    this.#timer = askDue && new RoomTimer({ ask: (due) => askDue(auctionId, due), nowMs: () => this.nowMs() })
    this.#fans = new Fans(auctionId, guessesOf, () => [...this.#members.keys()])
    this.#log = new FollowedLog(opened, delayMs, {
      entries: (entries) => this.#onEntries(entries),
      rewind: () => this.#rewind(),
      live: () => this.#fanOut.tell(frameOf('live', { auctionId, live: this.live })),
    })
    if (opened.live) this.#timer?.follow(this.state)
  }

  get #source(): Source {
    return this.#log.source
  }

  get state(): AuctionState {
    return this.#log.state
  }

  /** Whether commands can be accepted now, as far as this server knows. */
  get live(): boolean {
    return this.#log.live
  }

  /** Read from the archive, because the log is not in the live store. */
  get archived(): boolean {
    return this.#log.archived
  }

  /** Nobody watches and no clock runs, so the room may be closed. */
  get idle(): boolean {
    return this.#members.size === 0 && this.#timer?.armed !== true
  }

  /** The moment that is shown, by the store's clock. */
  nowMs(): number {
    return this.#log.nowMs()
  }

  /** Everybody who is in. */
  get members(): readonly Member[] {
    return [...this.#members.values()]
  }

  /** The team that this person bids for. */
  teamOf(userId: UserId | null): TeamId | null {
    return userId === null ? null : (this.state.paddles[userId] ?? null)
  }

  /** Lets a client in, where it stands. Whoever was in already starts anew. Entries after the answer follow by fan-out (JOIN-1). */
  join(client: Client, ask: Ask, admission: Admission): Extract<JoinReply, { ok: true }> {
    const member = this.#admit(client, ask.as, admission)
    // What an outsider holds may lack the players, so no entry can follow it.
    const since = admission.outsider ? { state: this.state } : this.#source.since(ask.since, ask.link)
    const standing = this.#standing(member.you)
    return 'state' in since
      ? { ok: true, state: this.#stateOf(member), ...standing }
      : { ok: true, entries: since.entries.map((e) => wireEntry(member.audience, e)), ...standing }
  }

  /** Lets somebody in who was shown the auction at another moment, and who starts anew here (LATE-5). */
  receive({ client, as, admission }: Member): void {
    const member = this.#admit(client, as, admission)
    member.send(this.#rewindFrame(member))
  }

  leave(client: Client): void {
    const member = this.#members.get(client)
    if (!member) return
    this.#members.delete(client)
    this.#fanOut.remove(member)
    this.#presence.changed()
  }

  /** Whether the client is in this room. */
  has(client: Client): boolean {
    return this.#members.has(client)
  }

  /** Who watches this. */
  crowd(): Crowd {
    return crowdOf(this.members)
  }

  /** Tells how many watch, and the auctioneer which teams are among them (SEND-4). */
  tellCrowd({ watching, teams }: Crowd): void {
    const { auctionId } = this
    this.#fanOut.tell(frameOf('presence', { auctionId, watching, teams }), ['auctioneer'])
    this.#fanOut.tell(frameOf('presence', { auctionId, watching, teams: {} }), ['paddle', 'public'])
  }

  /** False where this client has reacted enough for now. */
  react(client: Client, kind: Reaction): boolean {
    return this.#fans.react(client, kind)
  }

  /** Whether fans may guess the price of this lot: while people bid on it and nobody has called it (FAN-2). */
  takesGuesses(n: number): boolean {
    return this.state.phase.is === 'running' && this.isUncalled(n)
  }

  /** Whether this lot is open and nobody has called it, though the auction may be paused. */
  isUncalled(n: number): boolean {
    const lot = openLot(this.state, n)
    return lot?.stage.is === 'bidding' && lot.going === 0
  }

  reachable(reachable: boolean): void {
    this.#log.reachable(reachable)
  }

  /** Nothing follows the log until {@link reopen}. */
  lost(): void {
    this.#timer?.stop()
    this.#log.lost()
  }

  reopen(opened: Opened, delayMs: number): void {
    this.#log.reopen(opened, delayMs)
  }

  /** Heeds what somebody who is in may now. */
  readmit(member: Member, admission: Admission): void {
    member.admission = admission
    if (this.#members.get(member.client) === member) this.#refresh(member)
  }

  close(): void {
    this.#timer?.stop()
    this.#fans.stop()
    this.#fanOut.close()
    this.#log.close()
  }

  #onEntries(entries: readonly LogEntry[]): void {
    this.#fanOut.entries(entries)
    this.#tellVeiled()
    metrics.entriesFannedOut.inc(entries.length)
    this.#timer?.follow(this.state)
    this.#fans.heed(entries)
    if (entries.some(({ entry }) => entry.type === 'PaddleGranted' || entry.type === 'PaddleRevoked')) {
      this.#onPaddles()
      for (const member of this.#members.values()) this.#refresh(member)
      this.#presence.changed()
    }
  }

  #rewind(): void {
    for (const member of this.#members.values()) {
      member.you = this.#you(member)
      if (member.you.audience !== member.audience) this.#fanOut.move(member, member.you.audience)
    }
    const frameFor = this.#rewindFrames()
    this.#fanOut.rewind((reader) => frameFor(reader as Member), this.#source.seq)
    for (const member of this.#members.values()) if (this.#isVeiled(member)) member.seq = VEILED_SEQ
    this.#timer?.follow(this.state)
  }

  /** Rewinds, encoded once for all who stand alike. */
  #rewindFrames(): (member: Member) => Frame {
    const frames = new Map<string, Frame>()
    return (member) => {
      const key = JSON.stringify([member.you, this.#isVeiled(member)])
      const frame = frames.get(key) ?? this.#rewindFrame(member)
      frames.set(key, frame)
      return frame
    }
  }

  #rewindFrame(member: Member): Frame {
    return frameOf('rewind', { state: this.#stateOf(member), ...this.#standing(member.you) })
  }

  /** Before the start an outsider is given no entries, for they name the players: what may be seen is sent whole, each time it changes. */
  #isVeiled({ admission, you }: Member): boolean {
    return admission.outsider && you.audience === 'public' && this.state.phase.is === 'scheduled'
  }

  #stateOf(member: Member): AuctionState {
    const state = this.#seen.of(this.#source, member.you.audience)
    return this.#isVeiled(member) ? withoutPool(state) : state
  }

  #tellVeiled(): void {
    const frameFor = this.#rewindFrames()
    for (const member of this.#members.values()) {
      if (member.seq !== VEILED_SEQ) continue
      if (!this.#isVeiled(member)) member.seq = this.#source.seq
      member.send(frameFor(member))
    }
  }

  /** Tells a member what it may be now, and gives it the state of its new audience where that holds something else (SIGHT-3). */
  #refresh(member: Member): void {
    const { you: before } = member
    const you = this.#you(member)
    if (you.audience === before.audience && you.team === before.team) return
    member.you = you
    if (you.audience !== before.audience) this.#fanOut.move(member, you.audience)
    member.send(frameOf('you', { auctionId: this.auctionId, you }))
    if (you.audience === before.audience) return
    if (you.audience === 'auctioneer' || before.audience === 'auctioneer' || member.seq === VEILED_SEQ) {
      member.seq = this.#isVeiled(member) ? VEILED_SEQ : this.#source.seq
      member.send(this.#rewindFrame(member))
    }
  }

  #admit(client: Client, as: JoinMessage['as'], admission: Admission): Member {
    this.leave(client)
    const you = this.#you({ client, as, admission })
    const member = new Member(client, as, admission, you, this.#source.seq)
    if (this.#isVeiled(member)) member.seq = VEILED_SEQ
    this.#members.set(client, member)
    this.#fanOut.add(member)
    this.#presence.came()
    return member
  }

  #you({ client, as, admission }: Pick<Member, 'client' | 'as' | 'admission'>): You {
    const { userId } = client.actor
    // Whoever acts in an auction sees the present.
    if (this.#log.delayMs > 0) return { userId, audience: 'public', team: null }
    const team = this.teamOf(userId)
    if (as === 'auctioneer' && admission.mayConduct) return { userId, audience: 'auctioneer', team }
    return { userId, audience: as !== 'public' && team !== null ? 'paddle' : 'public', team }
  }

  #standing(you: You) {
    return { auctionId: this.auctionId, ...this.#log.standing(), you }
  }
}
