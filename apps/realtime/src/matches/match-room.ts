import { metrics } from '@gavel/config'
import type { LogEntry, MatchLog } from '@gavel/livelog'
import type { MatchJoined, MatchJoinMessage, MatchYou, WireMatchEntry } from '@gavel/protocol'
import { type MatchAudience, type MatchState, matchEntryFor, matchStateFor } from '@gavel/scoring'
import { FanOut, type Reader } from '../rooms/fan-out.ts'
import { FollowedLog } from '../rooms/followed-log.ts'
import { type Frame, matchFrameOf } from '../rooms/frame.ts'
import type { Opened } from '../rooms/source.ts'
import type { MatchClient } from './match-client.ts'

type Ask = Pick<MatchJoinMessage, 'as' | 'since' | 'link'>

/** One client in one match room. */
export class MatchMember implements Reader<MatchAudience> {
  readonly client: MatchClient
  /** What the page is for; the person may be less. */
  readonly as: MatchJoinMessage['as']
  /** As last looked up. */
  mayScore: boolean
  audience: MatchAudience
  seq: number

  constructor(
    client: MatchClient,
    as: MatchJoinMessage['as'],
    mayScore: boolean,
    audience: MatchAudience,
    seq: number,
  ) {
    this.client = client
    this.as = as
    this.mayScore = mayScore
    this.audience = audience
    this.seq = seq
  }

  send(frame: Frame): void {
    this.client.send(frame)
  }
}

/** An entry as it travels to this audience (MATCHLIVE-3). */
const wireEntry = (audience: MatchAudience, { entry, link }: LogEntry<MatchLog>): WireMatchEntry => ({
  ...matchEntryFor(audience, entry),
  link,
})

/**
 * One match on this server, as it stands or as it stood some seconds ago, and who watches it so. It decides nothing, and may be forgotten
 * at any time.
 */
export class MatchRoom {
  readonly matchId: string
  readonly #members = new Map<MatchClient, MatchMember>()
  readonly #fanOut: FanOut<MatchLog, MatchAudience>
  readonly #onCrowd: () => void
  readonly #log: FollowedLog<MatchLog>
  #public: { state: MatchState; shown: MatchState } | null = null

  /** @param onCrowd called when somebody came or went */
  constructor(matchId: string, opened: Opened<MatchLog>, delayMs: number, onCrowd: () => void) {
    this.matchId = matchId
    this.#onCrowd = onCrowd
    this.#fanOut = new FanOut({
      prompt: ['scorer'],
      public: 'public',
      encode: (audience, entries) =>
        matchFrameOf('entries', { matchId, entries: entries.map((entry) => wireEntry(audience, entry)) }),
    })
    this.#log = new FollowedLog(opened, delayMs, {
      entries: (entries) => {
        this.#fanOut.entries(entries)
        metrics.entriesFannedOut.inc(entries.length)
      },
      rewind: () => this.#rewind(),
      live: () => this.#fanOut.tell(matchFrameOf('live', { matchId, live: this.live })),
    })
  }

  get state(): MatchState {
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

  get members(): readonly MatchMember[] {
    return [...this.#members.values()]
  }

  /** The moment that is shown, by the store's clock. */
  nowMs(): number {
    return this.#log.nowMs()
  }

  has(client: MatchClient): boolean {
    return this.#members.has(client)
  }

  /** Lets a client in, where it stands. Entries after the answer follow by fan-out (MATCHLIVE-5). */
  join(client: MatchClient, ask: Ask, mayScore: boolean): MatchJoined {
    const member = this.#admit(client, ask.as, mayScore)
    const { source } = this.#log
    const since = source.since(ask.since, ask.link)
    const standing = this.#standing(member)
    return 'state' in since
      ? { ok: true, state: this.#stateFor(member.audience), ...standing }
      : { ok: true, entries: since.entries.map((entry) => wireEntry(member.audience, entry)), ...standing }
  }

  /** Lets somebody in who was shown the match at another moment, and who starts anew here. */
  receive({ client, as, mayScore }: MatchMember): void {
    const member = this.#admit(client, as, mayScore)
    member.send(this.#rewindFrame(member))
  }

  leave(client: MatchClient): void {
    const member = this.#members.get(client)
    if (!member) return
    this.#members.delete(client)
    this.#fanOut.remove(member)
    this.#onCrowd()
  }

  /** Heeds whether somebody who is in may score now. The two audiences hold different states, so whoever changes starts anew. */
  readmit(member: MatchMember, mayScore: boolean): void {
    member.mayScore = mayScore
    const audience = this.#audienceOf(member)
    if (audience === member.audience || this.#members.get(member.client) !== member) return
    this.#fanOut.move(member, audience)
    member.seq = this.#log.source.seq
    member.send(this.#rewindFrame(member))
    this.#onCrowd()
  }

  tell(frame: Frame): void {
    this.#fanOut.tell(frame)
  }

  reachable(reachable: boolean): void {
    this.#log.reachable(reachable)
  }

  /** Nothing follows the log until {@link reopen}. */
  lost(): void {
    this.#log.lost()
  }

  reopen(opened: Opened<MatchLog>, delayMs: number): void {
    this.#log.reopen(opened, delayMs)
  }

  close(): void {
    this.#fanOut.close()
    this.#log.close()
  }

  #rewind(): void {
    for (const member of this.#members.values()) {
      const audience = this.#audienceOf(member)
      if (audience !== member.audience) this.#fanOut.move(member, audience)
    }
    const frames = new Map<string, Frame>()
    const frameFor = (member: MatchMember): Frame => {
      const key = JSON.stringify(this.#you(member))
      const frame = frames.get(key) ?? this.#rewindFrame(member)
      frames.set(key, frame)
      return frame
    }
    this.#fanOut.rewind((reader) => frameFor(reader as MatchMember), this.#log.source.seq)
  }

  #rewindFrame(member: MatchMember): Frame {
    return matchFrameOf('rewind', { state: this.#stateFor(member.audience), ...this.#standing(member) })
  }

  #admit(client: MatchClient, as: MatchJoinMessage['as'], mayScore: boolean): MatchMember {
    this.leave(client)
    const audience = this.#audienceOf({ as, mayScore })
    const member = new MatchMember(client, as, mayScore, audience, this.#log.source.seq)
    this.#members.set(client, member)
    this.#fanOut.add(member)
    this.#onCrowd()
    return member
  }

  /** Whoever scores sees the present. */
  #audienceOf({ as, mayScore }: Pick<MatchMember, 'as' | 'mayScore'>): MatchAudience {
    return as !== 'public' && mayScore && this.#log.delayMs === 0 ? 'scorer' : 'public'
  }

  #you({ client, audience }: MatchMember): MatchYou {
    return { userId: client.actor.userId, audience }
  }

  #standing(member: MatchMember) {
    return { matchId: this.matchId, ...this.#log.standing(), you: this.#you(member) }
  }

  /** The state as an audience sees it; the public's is made once for each state, however many ask. */
  #stateFor(audience: MatchAudience): MatchState {
    const { state } = this.#log.source
    if (audience === 'scorer') return state
    if (this.#public?.state !== state) this.#public = { state, shown: matchStateFor('public', state) }
    return this.#public.shown
  }
}
