import type { MatchLog } from '@gavel/livelog'
import type { MatchJoined, MatchJoinMessage } from '@gavel/protocol'
import { matchFrameOf } from '../rooms/frame.ts'
import { Moments } from '../rooms/moments.ts'
import { Presence } from '../rooms/presence.ts'
import type { AnyHall } from '../rooms/rooms.ts'
import type { Opened } from '../rooms/source.ts'
import type { MatchClient } from './match-client.ts'
import { type MatchMember, MatchRoom } from './match-room.ts'

type Crowd = { watching: number; scoring: number }
type Ask = Pick<MatchJoinMessage, 'as' | 'since' | 'link'>
/** Opens the match as it was some milliseconds ago; null where there is none. Rejects when the stores cannot say. */
type OpenLate = (delayMs: number) => Promise<Opened<MatchLog> | null>

/** One match with everybody who watches it on this server. Whoever scores sits in the room of the present, the others in that of the past (MATCHLIVE-7). */
export class MatchHall implements AnyHall<MatchLog> {
  readonly id: string
  readonly #moments: Moments<MatchLog, MatchClient, MatchMember, MatchRoom>
  readonly #presence: Presence<Crowd>

  constructor(id: string, opened: Opened<MatchLog>, openLate: OpenLate) {
    this.id = id
    const presence = new Presence(
      () => this.#crowd(),
      (crowd) => {
        const frame = matchFrameOf('presence', { matchId: id, ...crowd })
        for (const room of this.#moments.rooms) room.tell(frame)
      },
    )
    this.#presence = presence
    this.#moments = new Moments({
      opened,
      openLate,
      roomFor: (from, delayMs) => new MatchRoom(id, from, delayMs, () => presence.came()),
      seatFor: (member) => this.#seatFor(member),
    })
  }

  get present(): MatchRoom {
    return this.#moments.present
  }

  get idle(): boolean {
    return this.watching === 0
  }

  get watching(): number {
    return this.#moments.watching
  }

  get clients(): readonly MatchClient[] {
    return this.#moments.clients
  }

  /** Where the match stands, as far as this client may know; undefined where that is not known. */
  standing(client: MatchClient): MatchRoom | undefined {
    return this.#moments.standing(client)
  }

  /** The same delay for everybody who is held back, from now on. Rejects where the past cannot be read. */
  delayBy(delayMs: number): Promise<void> {
    return this.#moments.delayBy(delayMs)
  }

  /** Lets a client in; null where the past that it is to be shown cannot be read. */
  join(client: MatchClient, ask: Ask, mayScore: boolean): MatchJoined | null {
    const room = this.#seatFor({ as: ask.as, mayScore })
    if (!room) return null
    this.leave(client)
    return room.join(client, ask, mayScore)
  }

  leave(client: MatchClient): void {
    this.#moments.leave(client)
  }

  reachable(reachable: boolean): void {
    this.#moments.reachable(reachable)
  }

  lost(): void {
    this.#moments.lost()
  }

  reopen(opened: Opened<MatchLog>): Promise<void> {
    return this.#moments.reopen(opened)
  }

  /** Looks up again who may score, of those who came for it. What nobody knows now stays as it was. */
  async refresh(mayScore: (client: MatchClient) => Promise<boolean>): Promise<void> {
    for (const room of this.#moments.rooms)
      for (const member of room.members) {
        if (member.as === 'public') continue
        const may = await mayScore(member.client).catch(() => member.mayScore)
        if (may !== member.mayScore) room.readmit(member, may)
      }
    this.#moments.reseat()
  }

  close(): void {
    this.#presence.stop()
    this.#moments.close()
  }

  #crowd(): Crowd {
    const scoring = this.present.members.filter(({ audience }) => audience === 'scorer').length
    return { watching: this.watching, scoring }
  }

  /** Where this person belongs; null where that room is not open. */
  #seatFor({ as, mayScore }: Pick<MatchMember, 'as' | 'mayScore'>): MatchRoom | null {
    const { delayMs, present, late } = this.#moments
    return delayMs === 0 || (as !== 'public' && mayScore) ? present : late
  }
}
