import { expect, it } from 'vitest'
import { frameOf, textFrame } from './frame.ts'

it.each([0, 1, 125, 126, 65_535, 65_536, 200_000])('SEND-2 frames %i bytes as RFC 6455 says', (length) => {
  const frame = textFrame('a'.repeat(length))
  expect(frame[0]).toBe(0x81)
  const [size, header] =
    length < 126 ? [frame[1], 2] : length < 65_536 ? [frame.readUInt16BE(2), 4] : [Number(frame.readBigUInt64BE(2)), 10]
  expect(size).toBe(length)
  expect(frame.subarray(header).toString()).toBe('a'.repeat(length))
})

it('SEND-2 counts bytes, not letters', () => {
  const frame = textFrame('₹1 करोड़')
  expect(frame[1]).toBe(Buffer.byteLength('₹1 करोड़'))
  expect(frame.subarray(2).toString()).toBe('₹1 करोड़')
})

it('SEND-2 writes an event of the auction namespace', () => {
  const frame = frameOf('live', { auctionId: 'a1', live: false })
  expect(frame.packet).toBe('2/auction,["live",{"auctionId":"a1","live":false}]')
  expect(frame.bytes.subarray(2).toString()).toBe(`4${frame.packet}`)
  expect(frame.snapshot).toBe(false)
})
