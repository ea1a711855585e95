import { type Connection, type WriteFrame, writeThroughEngine } from './outlet.ts'

/**
 * What this file touches of `ws` behind an Engine.IO connection. None of it is public, so engine.io and ws are pinned, and a connection
 * of another shape is written to through Engine.IO.
 */
type WebSocketInside = {
  readonly readyState: number
  readonly _sender: { readonly _state: number; readonly _queue: readonly unknown[] }
  readonly _socket: { readonly writableLength: number; write(data: Buffer): boolean }
}

const OPEN = 1
/** The sender is not compressing or reading a blob: what is written now goes out now. */
const IDLE = 0

/** How to write frames to this connection: straight to the transport where it has the known shape, else through Engine.IO. */
export function writerFor(connection: Connection): WriteFrame {
  return hasKnownShape(connection) ? writeDirectly : writeThroughEngine
}

/**
 * Writes the finished frame to the transport's socket, past Engine.IO's queue and ws's bookkeeping, which costs a third less for each
 * reader. Only while nothing else is on its way on this connection: otherwise the frame queues up like every other message, so that it
 * keeps its place (SEND-5).
 */
const writeDirectly: WriteFrame = (connection, frame) => {
  const inside = connection.transport.socket as WebSocketInside
  if (isIdle(connection, inside)) inside._socket.write(frame.bytes)
  else writeThroughEngine(connection, frame)
}

function isIdle({ readyState, upgrading, transport, writeBuffer }: Connection, inside: WebSocketInside): boolean {
  return (
    readyState === 'open' &&
    !upgrading &&
    transport.writable &&
    writeBuffer?.length === 0 &&
    inside.readyState === OPEN &&
    inside._sender._state === IDLE &&
    inside._sender._queue.length === 0 &&
    inside._socket.writableLength === 0
  )
}

/** Whether everything that {@link writeDirectly} relies on is there, and of the expected kind; and nothing compresses. */
export function hasKnownShape(connection: Connection): boolean {
  const { transport, writeBuffer, upgrading } = connection
  if (transport.name !== 'websocket' || !Array.isArray(writeBuffer) || typeof upgrading !== 'boolean') return false
  const { perMessageDeflate, socket } = transport as { perMessageDeflate?: unknown; socket?: unknown }
  if (perMessageDeflate || !isObject(socket)) return false
  const { _sender: sender, _socket: stream, readyState, extensions } = socket
  return (
    typeof readyState === 'number' &&
    extensions === '' &&
    isObject(sender) &&
    typeof sender._state === 'number' &&
    Array.isArray(sender._queue) &&
    isObject(stream) &&
    typeof stream.writableLength === 'number' &&
    typeof stream.write === 'function'
  )
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
