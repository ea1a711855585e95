import type { Actor } from '@gavel/auth'
import {
  BOT_MESSAGES_PER_SECOND,
  type ClientToServer,
  EDGE_REFUSALS,
  type EdgeCode,
  MESSAGES_PER_SECOND,
  type ServerToClient,
} from '@gavel/protocol'
import type { Socket } from 'socket.io'
import { writerFor } from '../rooms/direct-write.ts'
import type { Frame } from '../rooms/frame.ts'
import { type Connection, Outlet } from '../rooms/outlet.ts'
import type { Standing } from './answers.ts'
import { Budget } from './budget.ts'

/** Who connected. `sid`: the session that the token belongs to; null for guests, bots, seats of the demo and the operator. */
export type Identity = { actor: Actor; sid: string | null; expiresAtMs: number }
export type SocketData = { identity?: Identity }
export type AuctionSocket = Socket<ClientToServer, ServerToClient, Record<string, never>, SocketData>

/** What a client uses of its socket, whatever the namespace. */
type AnySocket = Pick<Socket, 'id' | 'connected' | 'conn' | 'onAny'> & {
  emit(name: 'closing', message: { code: EdgeCode; words: string }): unknown
  disconnect(close: boolean): unknown
}

/** A room that a client may be in. */
type AnyHall<C> = { leave(client: C): void }
/** The hall of an auction, as its clients see it. */
type AuctionHall = AnyHall<Client> & { standing(client: Client): Standing | undefined }

/** Disconnected for good: a flood, and people who are signed out (JOIN-5, REACH-1). */
const FOR_GOOD: ReadonlySet<EdgeCode> = new Set(['TOO_MANY', 'SESSION_ENDED', 'BANNED'])
/** A connection that has not closed by itself by then is torn down. */
const CLOSE_GRACE_MS = 2_003

/** One open socket: who is behind it, what it may still send, and how it is written to. */
export class Client<Hall extends AnyHall<never> = AuctionHall> {
  readonly socket: AnySocket
  readonly sid: string | null
  /** When the token that it came with runs out; never for a guest. */
  readonly expiresAtMs: number
  readonly budget: Budget
  /** The auctions or matches that the client watches. */
  readonly halls = new Set<Hall>()
  readonly #outlet: Outlet
  #actor: Actor
  #closing: EdgeCode | null = null

  constructor(socket: AnySocket, { actor, sid, expiresAtMs }: Identity) {
    this.socket = socket
    this.#actor = actor
    this.sid = sid
    this.expiresAtMs = expiresAtMs
    this.budget = new Budget(actor.bot || actor.operator ? BOT_MESSAGES_PER_SECOND : MESSAGES_PER_SECOND)
    // The engine's own type hides `writeBuffer`; the writer checks what it touches.
    const connection = socket.conn as unknown as Connection
    this.#outlet = new Outlet(connection, writerFor(connection))
  }

  /** Who this is, with the rights that the account has now. */
  get actor(): Actor {
    return this.#actor
  }

  /** The account's rights have changed. */
  become(actor: Actor): void {
    this.#actor = actor
  }

  /** Whose guesses these are: a person's on every device, a guest's on this connection. */
  get who(): string {
    return this.actor.userId ?? `guest:${this.socket.id}`
  }

  /** Why this client is being closed; null while it is not. */
  get closing(): EdgeCode | null {
    return this.#closing
  }

  /** Sends a fan-out frame; a reader too far behind is closed instead (SEND-3). */
  send(frame: Frame): void {
    if (!this.#closing && !this.#outlet.write(frame)) this.close('SLOW_READER')
  }

  /** Says why the connection is about to break; from now on nothing else is sent but answers. */
  announce(code: EdgeCode): void {
    if (this.#closing) return
    this.#closing = code
    this.socket.emit('closing', { code, words: EDGE_REFUSALS[code] })
  }

  /** Says why and breaks the connection, after which clients reconnect by themselves, but for {@link FOR_GOOD}. */
  close(code: EdgeCode): void {
    if (this.#closing) return
    this.announce(code)
    if (FOR_GOOD.has(code)) this.socket.disconnect(true)
    else this.hangUp()
  }

  /** Breaks the connection once what was written has left, or after {@link CLOSE_GRACE_MS} for a reader that takes nothing more. */
  hangUp(): void {
    const { conn } = this.socket
    conn.close()
    const { socket } = conn.transport as { socket?: { terminate?: () => void } }
    setTimeout(() => socket?.terminate?.(), CLOSE_GRACE_MS).unref()
  }
}
