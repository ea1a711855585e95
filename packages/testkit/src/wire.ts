import { type AuctionState, evolve } from '@gavel/auction'
import { newId } from '@gavel/db'
import {
  AUCTION_NAMESPACE,
  type BidMessage,
  type ClientToServer,
  type CommandReply,
  type ConsoleCommand,
  type JoinMessage,
  type JoinReply,
  type ServerToClient,
  type TeamAct,
  type WireEntry,
  type You,
} from '@gavel/protocol'
import type { Socket } from 'socket.io-client'
import type { SeededAuction } from './auction.ts'
import { ANSWER_MS, HeldLog, joinOnce, sendAnything, wireTo } from './held-log.ts'
import type { Person } from './people.ts'
import { until } from './program.ts'

/**
 * A socket of a test in the room of an auction. It resumes after each reconnect from where it stands, like the page does, but repeats no command
 * by itself.
 */
export class Wire {
  readonly socket: Socket<ServerToClient, ClientToServer>
  readonly #auction: Pick<SeededAuction, 'auctionId'>
  readonly #as: JoinMessage['as']
  readonly #held = new HeldLog<AuctionState, WireEntry>((state, entry) => evolve(state, entry))
  you: You | null = null
  live: boolean | null = null
  /** How late this socket is shown the auction. */
  delayMs: number | null = null
  /** When each entry arrived, by seq: milliseconds of this process's clock. */
  readonly arrivedAtMs = new Map<number, number>()
  joins = 0
  rewinds = 0
  readonly closings: string[] = []
  /** How many messages with entries came. */
  frames = 0

  constructor(url: string, auction: Pick<SeededAuction, 'auctionId'>, person: Person | null, as: JoinMessage['as']) {
    this.#auction = auction
    this.#as = as
    this.socket = wireTo(url, AUCTION_NAMESPACE, person)
    this.socket.on('connect', () => void this.join().catch(() => {}))
    this.socket.on('entries', ({ entries }) => {
      this.frames += 1
      this.#take(entries)
    })
    this.socket.on('rewind', ({ state, link, you, live, delayMs }) => {
      this.rewinds += 1
      this.delayMs = delayMs
      this.#held.stand(state, link)
      this.you = you
      this.live = live
    })
    this.socket.on('you', ({ you }) => {
      this.you = you
    })
    this.socket.on('live', ({ live }) => {
      this.live = live
    })
    this.socket.on('closing', ({ code }) => this.closings.push(code))
  }

  get state(): AuctionState | null {
    return this.#held.state
  }

  get link(): string | null {
    return this.#held.link
  }

  /** Every entry that was given since the last snapshot, in order. */
  get entries(): readonly WireEntry[] {
    return this.#held.entries
  }

  /** What must never happen: gaps, doubles, entries that do not fold. */
  get problems(): readonly string[] {
    return this.#held.problems
  }

  /** Connects, joins and waits for the state. */
  static async open(
    url: string,
    auction: Pick<SeededAuction, 'auctionId'>,
    person: Person | null,
    as: JoinMessage['as'] = 'paddle',
  ): Promise<Wire> {
    const wire = new Wire(url, auction, person, as)
    await until('joined', () => wire.state !== null && wire.joins > 0)
    return wire
  }

  /** Joins from where this socket stands. The room may say that the stores are away; then it is asked again. */
  async join(): Promise<JoinReply> {
    for (;;) {
      const reply = await this.#joinOnce()
      if (reply.ok || reply.code !== 'UNAVAILABLE' || !this.socket.connected) return reply
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }

  #joinOnce(): Promise<JoinReply> {
    const { auctionId } = this.#auction
    const message: JoinMessage = { auctionId, since: this.state?.seq ?? null, link: this.link, as: this.#as }
    return joinOnce<JoinReply>(this.socket, message, (reply) => reply.ok && this.#joined(reply))
  }

  #joined(reply: Extract<JoinReply, { ok: true }>): void {
    this.you = reply.you
    this.live = reply.live
    this.delayMs = reply.delayMs
    if ('state' in reply) this.#held.stand(reply.state, reply.link)
    // What came by fan-out while the answer was on its way is in it once more.
    else this.#take(reply.entries.filter(({ seq }) => seq > (this.state?.seq ?? 0)))
    this.joins += 1
  }

  /** The open lot. */
  get lot() {
    const lot = this.state?.lot
    if (!lot) throw new Error('no lot is open')
    return lot
  }

  /** Sends a bid and waits for the answer. @throws Error when none comes in time. */
  bid(bid: Partial<BidMessage> & Pick<BidMessage, 'amount'>): Promise<CommandReply> {
    const { auctionId } = this.#auction
    const message: BidMessage = {
      auctionId,
      commandId: newId(),
      epoch: this.state?.epoch ?? 1,
      lot: this.state?.lot?.lot ?? this.state?.lotCount ?? 1,
      floorTeam: null,
      ...bid,
    }
    return this.socket.timeout(ANSWER_MS).emitWithAck('bid', message)
  }

  /** Gives a command of the console and waits for the answer. */
  command(command: ConsoleCommand, commandId: string = newId()): Promise<CommandReply> {
    const { auctionId } = this.#auction
    return this.socket
      .timeout(ANSWER_MS)
      .emitWithAck('command', { auctionId, commandId, epoch: this.state?.epoch ?? 1, command })
  }

  act(act: TeamAct, commandId: string = newId()): Promise<CommandReply> {
    const { auctionId } = this.#auction
    return this.socket
      .timeout(ANSWER_MS)
      .emitWithAck('act', { auctionId, commandId, epoch: this.state?.epoch ?? 1, act })
  }

  /** Sends anything at all, and waits for the answer. */
  send(name: string, ...args: unknown[]): Promise<CommandReply> {
    return sendAnything<CommandReply>(this.socket, name, args)
  }

  /** Waits until this socket has the entry `seq`. */
  reaches(seq: number, timeoutMs?: number): Promise<true> {
    return this.#held.reaches(seq, timeoutMs)
  }

  [Symbol.dispose](): void {
    this.socket.disconnect()
  }

  #take(entries: readonly WireEntry[]): void {
    const atMs = performance.now()
    this.#held.take(entries, ({ seq }) => this.arrivedAtMs.set(seq, atMs))
  }
}
