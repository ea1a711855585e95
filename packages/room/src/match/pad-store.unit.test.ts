import 'fake-indexeddb/auto'
import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { Kept } from './asks.ts'
import { logAtHand, nextBall } from './log-at-hand.ts'
import { openPadStore } from './pad-store.ts'

const { state } = logAtHand()
const kept = (n: number, more: Partial<Kept> = {}): Kept => ({
  ...{ matchId: 'm1', n, commandId: `command-${n}`, atMs: n, ask: { type: 'Play', play: nextBall(state(), `${n}`) } },
  ...{ follows: null, sent: null, acked: null, refused: null, asideAtMs: null },
  ...more,
})

test('PAD-1 what is kept is there after the page was closed, in its order, and each match has its own', async () => {
  const name = randomUUID()
  const first = await openPadStore(name)
  await first.saveAsks('m1', [kept(10), kept(2), kept(9)])
  await first.saveAsks('m2', [kept(1, { matchId: 'm2' })])
  first.close()
  const second = await openPadStore(name)
  expect((await second.asks('m1')).map(({ n }) => n)).toEqual([2, 9, 10])
  await second.saveAsks('m1', [kept(9, { acked: 7 })])
  expect(await second.asks('m1')).toEqual([kept(9, { acked: 7 })])
  expect(await second.asks('m2')).toHaveLength(1)
  second.close()
})

test('PAD-1 the browser keeps its name and the match as it was known last', async () => {
  const name = randomUUID()
  const first = await openPadStore(name)
  expect(await first.device(() => 'phone-1')).toBe('phone-1')
  expect(await first.match('m1')).toBeNull()
  const held = { matchId: 'm1', match: state(), link: 'a'.repeat(40), savedAtMs: 5 }
  await first.saveMatch(held)
  first.close()
  const second = await openPadStore(name)
  expect(await second.device(() => 'phone-2')).toBe('phone-1')
  expect(await second.match('m1')).toEqual(held)
  second.close()
})
