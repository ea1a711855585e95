import type { UserId } from '@gavel/auction'
import type { AuctionLog } from '@gavel/livelog'
import type { JoinMessage, JoinReply } from '@gavel/protocol'
import type { GuessesOf } from '../fans/fans.ts'
import type { Client } from '../sockets/client.ts'
import type { Admission, Member } from './member.ts'
import { Moments } from './moments.ts'
import { type Crowd, Presence } from './presence.ts'
import { type AskDue, Room } from './room.ts'
import type { AnyHall } from './rooms.ts'
import type { Opened } from './source.ts'

type Parts = {
  askDue: AskDue
  guessesOf: GuessesOf
  /** Opens the auction as it was some milliseconds ago; null where there is none. Rejects when the stores cannot say. */
  openLate: (delayMs: number) => Promise<Opened | null>
}

type Ask = Pick<JoinMessage, 'as' | 'since' | 'link'>

/** Looks up again what a person may. Rejects when nobody knows. */
export type LookUp = (client: Client, as: JoinMessage['as']) => Promise<Pick<Admission, 'mayConduct' | 'seesPresent'>>

/** One auction with everybody who watches it on this server. Whoever may see the present sits in its room, the others in that of the past (LATE-5). */
export class Hall implements AnyHall<AuctionLog> {
  readonly id: string
  readonly #moments: Moments<AuctionLog, Client, Member, Room>
  readonly #presence: Presence<Crowd>

  constructor(id: string, opened: Opened, { askDue, guessesOf, openLate }: Parts) {
    this.id = id
    const presence = new Presence(
      () => ({ ...this.present.crowd(), watching: this.watching }),
      (crowd) => {
        for (const room of this.#moments.rooms) room.tellCrowd(crowd)
      },
    )
    this.#presence = presence
    this.#moments = new Moments({
      opened,
      openLate,
      roomFor: (from, delayMs) =>
        delayMs === 0
          ? new Room(id, from, { askDue, guessesOf, presence, delayMs, onPaddles: () => this.#moments.reseat() })
          : new Room(id, from, { askDue: null, guessesOf, presence, delayMs }),
      seatFor: (member) => this.#seatFor(member),
    })
  }

  get present(): Room {
    return this.#moments.present
  }

  get idle(): boolean {
    return this.#moments.rooms.every((room) => room.idle)
  }

  get watching(): number {
    return this.#moments.watching
  }

  get clients(): readonly Client[] {
    return this.#moments.clients
  }

  /** The room that this client is in. */
  roomOf(client: Client): Room | undefined {
    return this.#moments.roomOf(client)
  }

  /** Where the auction stands, as far as this client may know; undefined where that is not known (LATE-6). */
  standing(client: Client): Room | undefined {
    return this.#moments.standing(client)
  }

  /** Whether what the log answers this person would tell more than they may know: where the public is held back, whoever has no paddle. */
  isHeldBack(userId: UserId): boolean {
    return this.#moments.delayMs !== 0 && this.present.teamOf(userId) === null
  }

  /** The same delay for everybody who is held back, from now on. Rejects where the past cannot be read. */
  delayBy(delayMs: number): Promise<void> {
    return this.#moments.delayBy(delayMs)
  }

  /** Lets a client in; null where the past that it is to be shown cannot be read. */
  join(client: Client, ask: Ask, admission: Admission): Extract<JoinReply, { ok: true }> | null {
    const room = this.#seatFor({ client, admission })
    if (!room) return null
    this.leave(client)
    return room.join(client, ask, admission)
  }

  leave(client: Client): void {
    this.#moments.leave(client)
  }

  reachable(reachable: boolean): void {
    this.#moments.reachable(reachable)
  }

  lost(): void {
    this.#moments.lost()
  }

  reopen(opened: Opened): Promise<void> {
    return this.#moments.reopen(opened)
  }

  /**
   * Looks up again what people may: whoever came to conduct or bid, and, where the public is held back, whoever sees the present. What nobody
   * knows now stays as it was.
   */
  async refresh(lookUp: LookUp): Promise<void> {
    const delayed = this.#moments.delayMs !== 0
    const members = [
      ...this.present.members.filter(({ as }) => delayed || as === 'auctioneer'),
      ...(this.#moments.late?.members ?? []).filter(({ as }) => as !== 'public'),
    ]
    for (const member of members) {
      const found = await lookUp(member.client, member.as).catch(() => member.admission)
      const { mayConduct, seesPresent } = member.admission
      if (found.mayConduct === mayConduct && found.seesPresent === seesPresent) continue
      const admission = { ...member.admission, ...found }
      for (const room of this.#moments.rooms) room.readmit(member, admission)
    }
    this.#moments.reseat()
  }

  close(): void {
    this.#presence.stop()
    this.#moments.close()
  }

  /** Where this person belongs; null where that room is not open. */
  #seatFor({ client, admission }: Pick<Member, 'client' | 'admission'>): Room | null {
    if (this.#moments.delayMs === 0) return this.present
    if (admission.late) return this.#moments.late
    return admission.seesPresent || this.present.teamOf(client.actor.userId) !== null
      ? this.present
      : this.#moments.late
  }
}
