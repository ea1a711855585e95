import { createHash } from 'node:crypto'
import type { Draft } from '@gavel/auction'
import { expect, test } from 'vitest'
import { bodyOf, canonicalJson, GENESIS_LINK, nextHash, nextLink, readEntry, restOfBody, sumOf } from './body.ts'

const stamp = { by: 'u1', cmd: 'command-1', sum: '0123456789ab' }
const bid: Draft = { type: 'BidPlaced', lot: 3, team: 't1', amount: 99_999_999_999_999, floor: false }

test('LOG-3 a body has its keys in order, and no seq', () => {
  const body = bodyOf(bid, 1_700_000_000_000, stamp)
  expect(body).toBe(
    '{"type":"BidPlaced","atMs":1700000000000,"by":"u1","cmd":"command-1","sum":"0123456789ab","lot":3,"team":"t1","amount":99999999999999,"floor":false}',
  )
  expect(body.endsWith(restOfBody(bid, stamp))).toBe(true)
  expect(readEntry(7, 'l', body)).toEqual({
    seq: 7,
    link: 'l',
    body,
    entry: { ...bid, ...stamp, atMs: 1_700_000_000_000, seq: 7 },
  })
})

test('LOG-3 text of any kind comes back as it was, on one line', () => {
  const message = 'tea \u2014 "quoted" \\ \n\u0000 \u{1f3cf} \ud800'
  const body = bodyOf({ type: 'AuctionPaused', message }, 1, stamp)
  expect(body).not.toMatch(/\p{Cc}/u)
  expect(readEntry(1, '', body).entry).toMatchObject({ message })
})

test('LOG-2 the link chains bodies by SHA-1, the hash by SHA-256', () => {
  const body = 'verl\u00e4sst'
  expect(nextLink(GENESIS_LINK, body)).toBe(
    createHash('sha1').update('0'.repeat(40)).update(body, 'utf8').digest('hex'),
  )
  expect(nextHash('00', body)).toBe(createHash('sha256').update('00').update(body, 'utf8').digest('hex'))
})

test('CMD-2 the sum tells commands and actors apart, and does not mind the order of keys', () => {
  const command = { by: 'u1', type: 'PlaceBid', lot: 1, amount: 10, floorTeam: null }
  expect(sumOf({ floorTeam: null, amount: 10, lot: 1, type: 'PlaceBid', by: 'u1' })).toBe(sumOf(command))
  expect(sumOf(command)).toMatch(/^[0-9a-f]{12}$/)
  for (const other of [{ by: 'u2' }, { lot: 2 }, { amount: 11 }, { floorTeam: 't1' }, { type: 'Other' }])
    expect(sumOf({ ...command, ...other })).not.toBe(sumOf(command))
  expect(canonicalJson({ b: [{ d: 1, c: undefined }], a: null })).toBe('{"a":null,"b":[{"d":1}]}')
})
