import type { Actor } from '@gavel/auth'
import {
  BOT_MESSAGES_PER_SECOND,
  type ClientToServer,
  EDGE_REFUSALS,
  type EdgeCode,
  MESSAGES_PER_SECOND,
  type ServerToClient,
} from '@gavel/protocol'
import type { Namespace, Socket } from 'socket.io'
import { writerFor } from '../rooms/direct-write.ts'
import type { Frame } from '../rooms/frame.ts'
import { type Connection, Outlet } from '../rooms/outlet.ts'
import type { Standing } from './answers.ts'
import { Budget } from './budget.ts'

type SocketData = { actor?: Actor }
export type AuctionSocket = Socket<ClientToServer, ServerToClient, Record<string, never>, SocketData>
export type AuctionNamespace = Namespace<ClientToServer, ServerToClient, Record<string, never>, SocketData>

/** A connection that has not closed by itself by then is torn down. */
const CLOSE_GRACE_MS = 2_003

/** One open socket: who is behind it, what it may still send, and how it is written to. */
export class Client {
  readonly socket: AuctionSocket
  readonly actor: Actor
  readonly budget: Budget
  /** The rooms that the client is in. */
  readonly rooms = new Set<Standing & { leave(client: Client): void }>()
  readonly #outlet: Outlet
  #closing: EdgeCode | null = null

  constructor(socket: AuctionSocket, actor: Actor) {
    this.socket = socket
    this.actor = actor
    this.budget = new Budget(actor.bot || actor.operator ? BOT_MESSAGES_PER_SECOND : MESSAGES_PER_SECOND)
    // The engine's own type hides `writeBuffer`; the writer checks what it touches.
    const connection = socket.conn as unknown as Connection
    this.#outlet = new Outlet(connection, writerFor(connection))
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

  /** Says why and breaks the connection, after which clients reconnect by themselves; a flood is disconnected for good (JOIN-5). */
  close(code: EdgeCode): void {
    if (this.#closing) return
    this.announce(code)
    if (code === 'TOO_MANY') this.socket.disconnect(true)
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
