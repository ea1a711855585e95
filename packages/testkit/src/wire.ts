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
  PROTOCOL_VERSION,
  type ServerToClient,
  type WireEntry,
  type You,
} from '@gavel/protocol'
import { io, type Socket } from 'socket.io-client'
import type { SeededAuction } from './auction.ts'
import type { Person } from './people.ts'
import { until } from './program.ts'

const ANSWER_MS = 10_000

/**
 * A socket of a test. It takes nothing for granted: every entry must follow the one before, or `problems` tells so. It resumes after each
 * reconnect from where it stands, like the page does, but repeats no command by itself.
 */
export class Wire {
  readonly socket: Socket<ServerToClient, ClientToServer>
  readonly #auction: Pick<SeededAuction, 'auctionId'>
  readonly #as: JoinMessage['as']
  state: AuctionState | null = null
  link: string | null = null
  you: You | null = null
  live: boolean | null = null
  /** Every entry that was given since the last snapshot, in order. */
  entries: WireEntry[] = []
  /** When each entry arrived, by seq: milliseconds of this process's clock. */
  readonly arrivedAtMs = new Map<number, number>()
  /** What must never happen: gaps, doubles, entries that do not fold. */
  readonly problems: string[] = []
  joins = 0
  rewinds = 0
  readonly closings: string[] = []
  /** How many messages with entries came. */
  frames = 0

  constructor(url: string, auction: Pick<SeededAuction, 'auctionId'>, person: Person | null, as: JoinMessage['as']) {
    this.#auction = auction
    this.#as = as
    this.socket = io(`${url}${AUCTION_NAMESPACE}`, {
      transports: ['websocket'],
      forceNew: true,
      reconnectionDelay: 50,
      reconnectionDelayMax: 250,
      auth: { protocol: PROTOCOL_VERSION, token: person?.token },
    })
    this.socket.on('connect', () => void this.join().catch(() => {}))
    this.socket.on('entries', ({ entries }) => {
      this.frames += 1
      this.#take(entries)
    })
    this.socket.on('rewind', ({ state, link, you, live }) => {
      this.rewinds += 1
      this.#stand(state, link)
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
    return new Promise((resolve, reject) => {
      this.socket.timeout(ANSWER_MS).emit('join', message, (error: Error | null, reply: JoinReply) => {
        if (error) return reject(error)
        // Here and now: the entries that follow may already wait in the same chunk of bytes.
        if (reply.ok) this.#joined(reply)
        resolve(reply)
      })
    })
  }

  #joined(reply: Extract<JoinReply, { ok: true }>): void {
    this.you = reply.you
    this.live = reply.live
    if ('state' in reply) this.#stand(reply.state, reply.link)
    else this.#take(reply.entries)
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

  /** Sends anything at all, and waits for the answer. */
  send(name: string, ...args: unknown[]): Promise<CommandReply> {
    const { socket } = this
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`${name} was not answered`)), ANSWER_MS)
      // What tests send here is on purpose none of the messages that the types allow.
      const emit = socket.emit as (this: typeof socket, name: string, ...args: unknown[]) => unknown
      emit.call(socket, name, ...args, (reply: CommandReply) => {
        clearTimeout(timer)
        resolve(reply)
      })
    })
  }

  /** Waits until this socket has the entry `seq`. */
  reaches(seq: number, timeoutMs?: number): Promise<true> {
    return until(`entry ${seq} at a client`, () => (this.state?.seq ?? 0) >= seq || false, timeoutMs)
  }

  [Symbol.dispose](): void {
    this.socket.disconnect()
  }

  #stand(state: AuctionState, link: string): void {
    this.state = state
    this.link = link
    this.entries = []
  }

  #take(entries: readonly WireEntry[]): void {
    const atMs = performance.now()
    for (const entry of entries) {
      if (!this.state) {
        this.problems.push(`entry ${entry.seq} before a state`)
        return
      }
      if (entry.seq !== this.state.seq + 1) this.problems.push(`entry ${entry.seq} after ${this.state.seq}`)
      if (entry.seq <= this.state.seq) continue
      try {
        this.state = evolve(this.state, entry)
      } catch (error) {
        this.problems.push(String(error))
        return
      }
      this.link = entry.link
      this.entries.push(entry)
      this.arrivedAtMs.set(entry.seq, atMs)
    }
  }
}
