import type { LogTypes } from '@gavel/livelog'
import type { Opened } from './source.ts'

/** A room that shows a log as it stands, or as it stood some seconds ago. */
type AnyRoom<K extends LogTypes, Client, Member> = {
  readonly members: readonly Member[]
  has(client: Client): boolean
  leave(client: Client): void
  /** Lets somebody in who was shown another moment, and who starts anew here. */
  receive(member: Member): void
  reachable(reachable: boolean): void
  lost(): void
  reopen(opened: Opened<K>, delayMs: number): void
  close(): void
}

type Parts<K extends LogTypes, Member, Room> = {
  /** What is read now. */
  opened: Opened<K>
  /** Opens the same as it was some milliseconds ago; null where there is nothing. Rejects when the stores cannot say. */
  openLate: (delayMs: number) => Promise<Opened<K> | null>
  roomFor: (opened: Opened<K>, delayMs: number) => Room
  /** Where somebody belongs; null where that room is not open. */
  seatFor: (member: Member) => Room | null
}

/**
 * The rooms of one log: that of the present, and, where an integrity delay holds the public back, the same log some seconds ago in a room of its
 * own (LATE-5).
 */
export class Moments<
  K extends LogTypes,
  Client,
  Member extends { client: Client },
  Room extends AnyRoom<K, Client, Member>,
> {
  readonly present: Room
  readonly #parts: Parts<K, Member, Room>
  #late: Room | null = null
  #delayMs: number | null = null
  #changing: Promise<void> = Promise.resolve()
  #reachable = true
  #closed = false

  constructor(parts: Parts<K, Member, Room>) {
    this.#parts = parts
    this.present = parts.roomFor(parts.opened, 0)
  }

  /** The room of the past; null where none is open. */
  get late(): Room | null {
    return this.#late
  }

  /** As last looked up; null while nobody knows. */
  get delayMs(): number | null {
    return this.#delayMs
  }

  get rooms(): readonly Room[] {
    return this.#late ? [this.present, this.#late] : [this.present]
  }

  get watching(): number {
    return this.rooms.reduce((sum, room) => sum + room.members.length, 0)
  }

  get clients(): readonly Client[] {
    return this.rooms.flatMap((room) => room.members.map(({ client }) => client))
  }

  /** The room that this client is in. */
  roomOf(client: Client): Room | undefined {
    return this.rooms.find((room) => room.has(client))
  }

  /** Where the log stands, as far as this client may know; undefined where that is not known (LATE-6). */
  standing(client: Client): Room | undefined {
    return this.roomOf(client) ?? (this.#delayMs === 0 ? this.present : undefined)
  }

  /** The same delay for everybody who is held back, from now on. Rejects where the past cannot be read. */
  delayBy(delayMs: number): Promise<void> {
    if (delayMs === this.#delayMs) return Promise.resolve()
    this.#changing = this.#changing.catch(() => {}).then(() => this.#delay(delayMs))
    return this.#changing
  }

  leave(client: Client): void {
    for (const room of this.rooms) room.leave(client)
  }

  reachable(reachable: boolean): void {
    this.#reachable = reachable
    for (const room of this.rooms) room.reachable(reachable)
  }

  lost(): void {
    for (const room of this.rooms) room.lost()
  }

  async reopen(opened: Opened<K>): Promise<void> {
    this.present.reopen(opened, 0)
    this.#changing = this.#changing
      .catch(() => {})
      .then(() => (this.#late && this.#delayMs ? this.#openLate(this.#delayMs) : undefined))
    await this.#changing
  }

  /** Moves everybody who sits where they do not belong. */
  reseat(): void {
    for (const room of this.rooms)
      for (const member of room.members) {
        const seat = this.#parts.seatFor(member)
        if (!seat || seat === room) continue
        room.leave(member.client)
        seat.receive(member)
      }
  }

  close(): void {
    this.#closed = true
    for (const room of this.rooms) room.close()
  }

  async #delay(delayMs: number): Promise<void> {
    if (delayMs === this.#delayMs || this.#closed) return
    if (delayMs > 0) return this.#openLate(delayMs)
    this.#delayMs = 0
    this.reseat()
    this.#late?.close()
    this.#late = null
  }

  /** Shows those who are held back what was so long ago. */
  async #openLate(delayMs: number): Promise<void> {
    const opened = await this.#parts.openLate(delayMs)
    if (!opened) throw new Error('there is no past to show')
    if (this.#closed) return opened.close()
    this.#delayMs = delayMs
    if (this.#late) return this.#late.reopen(opened, delayMs)
    this.#late = this.#parts.roomFor(opened, delayMs)
    this.#late.reachable(this.#reachable)
  }
}
