import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { stateFor } from './audience.ts'
import type { Draft } from './entries.ts'
import { fold } from './evolve.ts'
import { entryOf, GENESIS_PUBLIC_HASH, isSecret, publicBody } from './public-log.ts'
import { ruleSet } from './rule-sets/index.ts'

const rules = ruleSet('ipl-2025')
if (!rules) throw new Error('no rule set')

/** A stored body, its keys in the order of LOG-3. */
const stored = ({ type, ...fields }: Draft, atMs: number): string =>
  JSON.stringify({ type, atMs, by: 'user-1', cmd: `command-${atMs}`, sum: 'abc', ...fields })

const bodies = [
  stored({ type: 'AuctionCreated', auction: 'a1', rules }, 1),
  stored({ type: 'TeamAdded', team: 't1', purse: 1_000 }, 2),
  stored({ type: 'TeamAdded', team: 't2', purse: 1_000 }, 3),
  stored({ type: 'PaddleGranted', user: 'user-2', team: 't1' }, 4),
  stored({ type: 'PlayerAdded', player: 'p1', base: 10, set: 'S', overseas: false }, 5),
  stored({ type: 'MaximaSet', team: 't1', maxima: [{ player: 'p1', max: 700 }] }, 6),
  stored({ type: 'AuctionStarted' }, 7),
  stored({ type: 'LotOpened', lot: 1, player: 'p1', base: 10 }, 8),
  stored({ type: 'ProxySet', lot: 1, team: 't1', max: 300 }, 9),
  stored({ type: 'BidPlaced', lot: 1, team: 't2', amount: 10, floor: true }, 10),
]
const chain = (lines: readonly string[]) =>
  lines.reduce(
    (hash, line) =>
      createHash('sha256')
        .update(hash + line)
        .digest('hex'),
    GENESIS_PUBLIC_HASH,
  )

test('VERIFY-3 the public body is the stored one without people and without what is hidden, its seq last', () => {
  expect(publicBody(10, bodies[9] ?? '')).toBe(
    '{"type":"BidPlaced","atMs":10,"by":"","cmd":"","sum":"","lot":1,"team":"t2","amount":10,"floor":true,"seq":10}',
  )
  expect(publicBody(9, bodies[8] ?? '')).toBe('{"type":"Hidden","seq":9,"atMs":9}')
  expect(publicBody(4, bodies[3] ?? '')).toBe('{"type":"Hidden","seq":4,"atMs":4}')
  const all = bodies.map((body, at) => publicBody(at + 1, body))
  expect(all.slice(1).join('')).not.toMatch(/user-|command-|700|300/)
})

test('VERIFY-3 the chain over known public bodies is this one for ever', () => {
  const known = bodies.slice(1, 5).map((body, at) => publicBody(at + 2, body))
  expect(chain(known)).toBe('fb85310a25ab7423cb8d629caf571ea9a5a69b9267c18bdd8ac8d8315833880c')
})

test('VERIFY-3, AUD-2 the public bodies fold to what the public is shown', () => {
  const whole = fold(bodies.map((body, at) => entryOf(at + 1, body)))
  const seen = fold(bodies.map((body, at) => entryOf(at + 1, publicBody(at + 1, body))))
  expect(seen).toEqual(whole && stateFor('public', whole))
})

test('VERIFY-7 hidden maxima are known as what nobody is given', () => {
  expect(bodies.flatMap((body, at) => (isSecret(at + 1, body) ? [at + 1] : []))).toEqual([6, 9])
})
