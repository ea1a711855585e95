import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { AUCTION_NAMESPACE } from '@gavel/protocol'
import { Server, type Socket } from 'socket.io'
import { type Socket as ClientSocket, io } from 'socket.io-client'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { hasKnownShape, writerFor } from './direct-write.ts'
import { type Frame, textFrame } from './frame.ts'
import type { Connection } from './outlet.ts'

let server: Server
let url: string
const clients: ClientSocket[] = []

beforeEach(async () => {
  const http = createServer()
  server = new Server(http, { perMessageDeflate: false })
  await new Promise<void>((resolve) => http.listen(0, resolve))
  url = `http://127.0.0.1:${(http.address() as AddressInfo).port}${AUCTION_NAMESPACE}`
})

afterEach(async () => {
  for (const client of clients.splice(0)) client.disconnect()
  await server.close()
})

/** A connected pair, the numbers that the client hears, and how many messages went through Engine.IO. */
async function pair(transport: 'websocket' | 'polling') {
  const heard: number[] = []
  const connected = new Promise<Socket>((resolve) => server.of(AUCTION_NAMESPACE).once('connection', resolve))
  const client = io(url, { transports: [transport], forceNew: true })
  clients.push(client)
  client.on('n', (n: number) => heard.push(n))
  const socket = await connected
  await new Promise<void>((resolve) => (client.connected ? resolve() : client.once('connect', resolve)))
  let throughEngine = 0
  socket.conn.on('packetCreate', () => {
    throughEngine += 1
  })
  const connection = socket.conn as unknown as Connection
  return { socket, client, connection, heard, throughEngine: () => throughEngine }
}

function numbered(n: number, padding = 0): Frame {
  const packet = `2${AUCTION_NAMESPACE},${JSON.stringify(['n', n, 'x'.repeat(padding)])}`
  return { packet, bytes: textFrame(`4${packet}`), snapshot: false }
}

/** mulberry32: the same numbers for the same seed. */
function random(seed: number) {
  let a = seed
  return () => {
    a = (a + 0x6d2b79f5) | 0
    let t = Math.imul(a ^ (a >>> 15), 1 | a)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

const tick = () => new Promise((resolve) => setImmediate(resolve))
const all = async (heard: number[], count: number) => {
  while (heard.length < count) await tick()
}

describe('writerFor', () => {
  it.each([1, 2, 3, Math.floor(Math.random() * 1e9)])(
    'SEND-5 keeps the order among other messages (seed %i)',
    async (seed) => {
      const { socket, connection, heard, throughEngine } = await pair('websocket')
      const write = writerFor(connection)
      const next = random(seed)
      const count = 2_000
      for (let n = 0; n < count; n += 1) {
        if (next() < 0.4) socket.emit('n', n)
        else write(connection, numbered(n, next() < 0.02 ? 100_000 : 0))
        if (next() < 0.5) await tick()
      }
      await all(heard, count)
      expect(heard).toEqual(Array.from({ length: count }, (_, n) => n))
      // Some of the frames did take the short way.
      expect(throughEngine()).toBeLessThan(count * 0.9)
    },
  )

  it('SEND-5 queues behind what a reader has not taken', async () => {
    const { connection, heard, throughEngine } = await pair('websocket')
    const write = writerFor(connection)
    const count = 300
    // Far more than the kernel takes in one go, in one tick.
    for (let n = 0; n < count; n += 1) write(connection, numbered(n, 100_000))
    expect(throughEngine()).toBeGreaterThan(0)
    await all(heard, count)
    expect(heard).toEqual(Array.from({ length: count }, (_, n) => n))
  })

  it('SEND-5 goes through Engine.IO where the transport is another, or of another shape', async () => {
    const { connection, heard, throughEngine } = await pair('polling')
    expect(hasKnownShape(connection)).toBe(false)
    const write = writerFor(connection)
    for (let n = 0; n < 10; n += 1) write(connection, numbered(n))
    await all(heard, 10)
    expect(throughEngine()).toBe(10)
    const socket = await pair('websocket')
    expect(hasKnownShape(socket.connection)).toBe(true)
    const inside = socket.connection.transport.socket as Record<string, unknown>
    for (const missing of ['_sender', '_socket', 'readyState', 'extensions']) {
      const stripped = { [missing]: undefined, __proto__: inside }
      const { name, writable } = socket.connection.transport
      const { readyState, upgrading, writeBuffer } = socket.connection
      const odd = { readyState, upgrading, writeBuffer, transport: { name, writable, socket: stripped } }
      expect(hasKnownShape({ ...odd, write: () => {} })).toBe(false)
    }
  })

  it('SEND-5 writes nothing to a connection that closed', async () => {
    const { socket, client, connection, heard } = await pair('websocket')
    const write = writerFor(connection)
    const gone = new Promise((resolve) => socket.once('disconnect', resolve))
    client.disconnect()
    await gone
    write(connection, numbered(1))
    await tick()
    expect(heard).toEqual([])
  })
})
