import { CLOSED_TOO_BIG, EDGE_REFUSALS } from '@gavel/protocol'
import type { Client } from './client.ts'

type Closing = (code?: number, reason?: string) => void

/**
 * Says why before a message above the limit breaks the connection (ANSWER-3). The WebSocket closes itself while it still reads the
 * message's head, so its `close` is where words can be said.
 */
export function sayTooBig(client: Pick<Client, 'socket' | 'announce'>): void {
  const { socket } = client.socket.conn.transport as { socket?: { close?: Closing } }
  const close = socket?.close?.bind(socket)
  if (!socket || !close) return
  socket.close = (code, reason) => {
    if (code !== CLOSED_TOO_BIG) return close(code, reason)
    client.announce('TOO_BIG')
    close(code, EDGE_REFUSALS.TOO_BIG)
  }
}
