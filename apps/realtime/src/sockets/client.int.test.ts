import { createServer } from 'node:http'
import type { AddressInfo, Socket as TcpSocket } from 'node:net'
import { AUCTION_NAMESPACE, MAX_READER_BYTES } from '@gavel/protocol'
import { Server } from 'socket.io'
import { io } from 'socket.io-client'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { frameOf } from '../rooms/frame.ts'
import { type AuctionSocket, Client } from './client.ts'
import { NOBODY } from './connect.ts'

let server: Server
let url: string

beforeEach(async () => {
  const http = createServer()
  server = new Server(http, { perMessageDeflate: false })
  await new Promise<void>((resolve) => http.listen(0, resolve))
  url = `http://127.0.0.1:${(http.address() as AddressInfo).port}${AUCTION_NAMESPACE}`
})
afterEach(() => server.close())

it('SEND-3 drops a reader that takes nothing more, and holds little for it meanwhile', async () => {
  const connected = new Promise<AuctionSocket>((resolve) => server.of(AUCTION_NAMESPACE).once('connection', resolve))
  const reader = io(url, { transports: ['websocket'], forceNew: true, reconnection: false })
  const closings: unknown[] = []
  reader.on('closing', (message) => closings.push(message))
  const client = new Client(await connected, NOBODY)
  await new Promise<void>((resolve) => (reader.connected ? resolve() : reader.once('connect', resolve)))
  const { ws } = reader.io.engine.transport as unknown as { ws: { _socket: TcpSocket } }
  ws._socket.pause()
  // What the kernel takes is not held here; after that the limit is reached soon.
  const frame = frameOf('live', { auctionId: 'x'.repeat(20_000), live: true })
  let sent = 0
  while (!client.closing && sent < 10_000) {
    client.send(frame)
    sent += 1
    await new Promise((resolve) => setImmediate(resolve))
  }
  expect(client.closing).toBe('SLOW_READER')
  const { writeBuffer, transport } = client.socket.conn as unknown as {
    writeBuffer: { data?: string }[]
    transport: { socket: { bufferedAmount: number } }
  }
  const held = writeBuffer.reduce((sum, { data = '' }) => sum + data.length, transport.socket.bufferedAmount)
  expect(held).toBeLessThan(MAX_READER_BYTES + 4 * frame.bytes.length)
  // It wakes up, takes what was on its way, hears why, and finds the connection broken, so that it reconnects by itself.
  const gone = new Promise((resolve) => reader.once('disconnect', resolve))
  ws._socket.resume()
  expect(await gone).toBe('transport close')
  expect(closings).toMatchObject([{ code: 'SLOW_READER' }])
})

it('SEND-3 tears down a reader that never takes anything again', async () => {
  const connected = new Promise<AuctionSocket>((resolve) => server.of(AUCTION_NAMESPACE).once('connection', resolve))
  const reader = io(url, { transports: ['websocket'], forceNew: true, reconnection: false })
  const socket = await connected
  const client = new Client(socket, NOBODY)
  await new Promise<void>((resolve) => (reader.connected ? resolve() : reader.once('connect', resolve)))
  const { ws } = reader.io.engine.transport as unknown as { ws: { _socket: TcpSocket } }
  ws._socket.pause()
  const gone = new Promise((resolve) => socket.once('disconnect', resolve))
  const frame = frameOf('live', { auctionId: 'x'.repeat(20_000), live: true })
  while (!client.closing) {
    client.send(frame)
    await new Promise((resolve) => setImmediate(resolve))
  }
  await gone
  expect(client.socket.connected).toBe(false)
  reader.disconnect()
  ws._socket.destroy()
})
