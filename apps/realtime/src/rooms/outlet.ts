import { MAX_READER_BYTES, MAX_READER_PACKETS } from '@gavel/protocol'
import type { Frame } from './frame.ts'

/** The few members of an Engine.IO connection that sending touches. Its `writeBuffer` is private in the types, so it is named here. */
export type Connection = {
  readonly readyState: string
  readonly upgrading: boolean
  readonly transport: { readonly name: string; readonly writable: boolean; readonly socket?: unknown }
  readonly writeBuffer?: readonly { data?: unknown }[]
  write(data: string, options: { compress: boolean; wsPreEncodedFrame: Buffer[] }): unknown
}

/** Puts a frame on a connection, behind everything that is already on its way. */
export type WriteFrame = (connection: Connection, frame: Frame) => void

/** Hands the frame to Engine.IO, which writes the finished bytes on a WebSocket and the text on other transports. */
export const writeThroughEngine: WriteFrame = (connection, { packet, bytes }) => {
  connection.write(packet, { compress: false, wsPreEncodedFrame: [bytes] })
}

/** What a connection has not taken yet: messages that wait in Engine.IO, and bytes there and in the WebSocket. */
function backlog({ transport, writeBuffer = [] }: Connection): { packets: number; bytes: number } {
  const { socket } = transport
  const inSocket =
    typeof socket === 'object' && socket !== null && 'bufferedAmount' in socket ? Number(socket.bufferedAmount) : 0
  const queued = writeBuffer.reduce((sum, { data }) => sum + (typeof data === 'string' ? data.length : 0), 0)
  return { packets: writeBuffer.length, bytes: inSocket + queued }
}

/**
 * One connection's way out for fan-out, with the limit for slow readers (SEND-3). Counted is what was written since the connection was last seen
 * idle, so that a large snapshot on its way does not make its reader slow; it counts only while the connection really holds as much.
 */
export class Outlet {
  readonly #connection: Connection
  readonly #write: WriteFrame
  #bytes = 0
  #packets = 0

  constructor(connection: Connection, write: WriteFrame) {
    this.#connection = connection
    this.#write = write
  }

  /** Writes the frame; false, with nothing written, when the reader is too far behind. */
  write(frame: Frame): boolean {
    if (this.#bytes > 0 && this.#idle()) this.#reset()
    if (this.#bytes > MAX_READER_BYTES || this.#packets > MAX_READER_PACKETS) {
      const held = backlog(this.#connection)
      if (this.#bytes > MAX_READER_BYTES && held.bytes > MAX_READER_BYTES) return false
      if (this.#packets > MAX_READER_PACKETS && held.packets > MAX_READER_PACKETS) return false
    }
    this.#write(this.#connection, frame)
    if (!frame.snapshot) {
      this.#bytes += frame.bytes.length
      this.#packets += 1
    }
    return true
  }

  #idle(): boolean {
    const { packets, bytes } = backlog(this.#connection)
    return packets === 0 && bytes === 0
  }

  #reset(): void {
    this.#bytes = 0
    this.#packets = 0
  }
}
