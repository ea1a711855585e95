import { createHash } from 'node:crypto'
import { createAuction, ruleSet } from '@gavel/auction'
import { expect, test } from 'vitest'
import {
  type ArchivedLine,
  NOTHING_VERIFIED,
  proofDifference,
  stateDifference,
  type Verified,
  verifyLine,
} from './chain.ts'

const rules = ruleSet('ipl-2025')
if (!rules) throw new Error('no rules')

const stamp = { atMs: 1, by: 'u', cmd: 'c', sum: 's' }
const bodies = [
  { ...createAuction('a', rules), ...stamp },
  { type: 'TeamAdded', ...stamp, team: 't1', purse: 100 },
  { type: 'TeamAdded', ...stamp, team: 't2', purse: 100 },
].map((body) => JSON.stringify(body))

/** A log with a right chain, whatever its bodies are. */
function chained(texts: readonly string[]): ArchivedLine[] {
  let [link, hash] = [NOTHING_VERIFIED.link, NOTHING_VERIFIED.hash]
  return texts.map((body, i) => {
    link = createHash('sha1')
      .update(link + body)
      .digest('hex')
    hash = createHash('sha256')
      .update(hash + body)
      .digest('hex')
    return { seq: i + 1, link, body, hash }
  })
}

function verified(lines: readonly ArchivedLine[]): Verified | { difference: { seq: number; what: string } } {
  let at: Verified = NOTHING_VERIFIED
  for (const line of lines) {
    const step = verifyLine(at, line)
    if ('difference' in step) return step
    at = step
  }
  return at
}

test('VERIFY-1 a whole log is proved and folded', () => {
  const lines = chained(bodies)
  expect(verified(lines)).toMatchObject({ seq: 3, hash: lines[2]?.hash, state: { teams: { t1: {}, t2: {} } } })
})

test.each([
  ['a changed amount', (l: ArchivedLine) => ({ ...l, body: l.body.replace('100', '900') }), 'link'],
  ['another link', (l: ArchivedLine) => ({ ...l, link: '1'.repeat(40) }), 'link'],
  ['another hash', (l: ArchivedLine) => ({ ...l, hash: '1'.repeat(64) }), 'hash'],
  ['a gap', (l: ArchivedLine) => ({ ...l, seq: 3 }), 'is missing'],
])('VERIFY-1 %s is found at its entry', (_, change, words) => {
  const lines = chained(bodies).map((line) => (line.seq === 2 ? change(line) : line))
  expect(verified(lines)).toEqual({ difference: { seq: 2, what: expect.stringContaining(words) } })
})

test.each(['not json', '{"type":"LotOpened","lot":1}', '{"type":"AuctionCreated"}'])(
  'VERIFY-1 a body that cannot be folded is found, although its chain is right: %s',
  (body) => {
    expect(verified(chained([bodies[0] ?? '', body]))).toEqual({
      difference: { seq: 2, what: expect.stringContaining('folded') },
    })
  },
)

test('VERIFY-4 what was published of the same entries is compared, and of fewer it is not', () => {
  const at = verified(chained(bodies))
  if ('difference' in at) throw new Error('the log is sound')
  const published = { seq: at.seq, hash: at.publicHash, marks: [] }
  expect(proofDifference(at, published)).toBeNull()
  expect(proofDifference(at, null)).toBeNull()
  expect(proofDifference(at, { ...published, seq: 2, hash: 'f'.repeat(64) })).toBeNull()
  expect(proofDifference(at, { ...published, hash: 'f'.repeat(64) })).toMatchObject({ seq: at.seq })
})

test('VERIFY-2 states are compared by value, and the first difference is named', () => {
  expect(stateDifference({ a: 1, b: [{ c: 2 }] }, { b: [{ c: 2 }], a: 1 })).toBeNull()
  expect(stateDifference({ teams: { x: { spent: 1 } } }, { teams: { x: { spent: 2 } } })).toBe('state.teams.x.spent')
  expect(stateDifference({ a: [1] }, { a: [1, 2] })).toBe('state.a.1')
})
