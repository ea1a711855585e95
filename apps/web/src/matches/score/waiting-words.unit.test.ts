import type { Ask, Kept } from '@gavel/room'
import { expect, test } from 'vitest'
import { asideOf, countWords, savedWords } from './waiting-words.ts'

const ball: Ask = {
  type: 'Play',
  play: { type: 'Delivery', striker: 's', nonStriker: 'n', bowler: 'b', runs: { bat: 0 } },
}
const kept = (more: Partial<Kept> = {}): Kept => ({
  ...{ matchId: 'm', n: 1, commandId: 'c', atMs: 0, ask: ball, follows: null, sent: null, acked: null, refused: null },
  asideAtMs: null,
  ...more,
})

test('PAD-11 the strip says where what was scored is, and how much is to send', () => {
  const four = [kept(), kept(), kept(), kept(), kept({ acked: 7 }), kept({ asideAtMs: 1 })]
  expect(savedWords(four, false, false)).toBe('Saved on this phone, 4 balls to send')
  expect(savedWords([kept()], true, false)).toBe('Saved on this phone, 1 ball to send')
  expect(savedWords([], true, false)).toBe('Everything is sent')
  expect(savedWords([], false, false)).toBe('No network. What you score is saved on this phone')
  expect(savedWords([kept()], false, true)).toBe('Only in this page, do not close it, 1 ball to send')
  const remove: Ask = { type: 'Remove', of: { seq: 3 }, shown: [] }
  expect(countWords([kept(), kept({ ask: remove })])).toBe('2 entries')
  expect(asideOf(four)).toHaveLength(1)
})
