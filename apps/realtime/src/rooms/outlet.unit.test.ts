import { MAX_READER_BYTES, MAX_READER_PACKETS } from '@gavel/protocol'
import { expect, it } from 'vitest'
import { type Frame, textFrame } from './frame.ts'
import { Outlet } from './outlet.ts'

/** A connection that takes nothing until it drains. */
function stuck() {
  const queue: { data: string }[] = []
  const connection = {
    readyState: 'open',
    upgrading: false,
    transport: { name: 'websocket', writable: false, socket: { bufferedAmount: 0 } },
    writeBuffer: queue,
    write: (data: string) => queue.push({ data }),
  }
  return { connection, queue, outlet: new Outlet(connection, (to, frame) => to.write(frame.packet, options)) }
}
const options = { compress: false, wsPreEncodedFrame: [] }

function frame(bytes: number, snapshot = false): Frame {
  const packet = 'x'.repeat(bytes)
  return { packet, bytes: textFrame(packet), snapshot }
}

it('SEND-3 gives up on a reader too many messages behind, and not on one that drains', () => {
  const { outlet, queue } = stuck()
  let sent = 0
  while (sent < 1_000 && outlet.write(frame(10))) sent += 1
  expect(sent).toBe(MAX_READER_PACKETS + 1)
  queue.length = 0
  expect(outlet.write(frame(10))).toBe(true)
})

it('SEND-3 gives up on a reader too many bytes behind', () => {
  const { outlet } = stuck()
  let sent = 0
  while (sent < 1_000 && outlet.write(frame(10_000))) sent += 1
  expect(sent).toBe(Math.ceil(MAX_READER_BYTES / 10_000))
})

it('SEND-3 does not count the snapshot that a reader was given', () => {
  const { outlet, connection } = stuck()
  connection.transport.socket.bufferedAmount = 10 * MAX_READER_BYTES
  for (let n = 0; n < 50; n += 1) expect(outlet.write(frame(100))).toBe(true)
  expect(outlet.write(frame(MAX_READER_BYTES * 2, true))).toBe(true)
  expect(outlet.write(frame(100))).toBe(true)
})
