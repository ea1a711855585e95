import { createHash } from 'node:crypto'
import {
  createAuction,
  type Draft,
  entryOf,
  fold,
  PROOF_MARK_EVERY,
  type PublicProof,
  publicBody,
  ruleSet,
} from '@gavel/auction'
import { expect, test } from 'vitest'
import { compareSquads, createCheck, type PublicLine } from './check.ts'

const rules = ruleSet('ipl-2025')
if (!rules) throw new Error('no rule set')
const drafts: Draft[] = [
  createAuction('a1', rules),
  { type: 'TeamAdded', team: 't1', purse: 1_000_000 },
  { type: 'TeamAdded', team: 't2', purse: 1_000_000 },
  ...Array.from(
    { length: 600 },
    (_, at): Draft => ({ type: 'PlayerAdded', player: `p${at}`, base: 100, set: 'S', overseas: false }),
  ),
  { type: 'AuctionStarted' },
  { type: 'LotOpened', lot: 1, player: 'p0', base: 100 },
  { type: 'BidPlaced', lot: 1, team: 't2', amount: 100, floor: true },
  { type: 'LotSold', lot: 1, player: 'p0', team: 't2', amount: 100, bid: 606 },
  { type: 'AuctionEnded' },
]
const lines: PublicLine[] = drafts.map(({ type, ...fields }, at) => ({
  seq: at + 1,
  body: publicBody(at + 1, JSON.stringify({ type, atMs: at, by: 'u', cmd: 'c', sum: 's', ...fields })),
}))
const proof = ((): PublicProof => {
  const marks: { seq: number; hash: string }[] = []
  let hash = '0'.repeat(64)
  for (const { seq, body } of lines) {
    hash = createHash('sha256')
      .update(hash + body)
      .digest('hex')
    if (seq % PROOF_MARK_EVERY === 0) marks.push({ seq, hash })
  }
  return { seq: lines.length, hash, marks }
})()
const checked = (given: readonly PublicLine[]) => {
  const check = createCheck(proof)
  return check.take(given) ?? check.end()
}

test('VERIFY-5 the published chain is made anew from the public bodies, with the squads', () => {
  const check = createCheck(proof)
  for (let from = 0; from < lines.length; from += 100) expect(check.take(lines.slice(from, from + 100))).toBeNull()
  expect(check.end()).toBeNull()
  expect(check.hash()).toBe(proof.hash)
  const state = check.state()
  expect(state).toEqual(fold(lines.map(({ seq, body }) => entryOf(seq, body))))
  if (!state) return
  const shown = [
    { teamId: 't1', name: 'One', spent: 0, squad: [] },
    { teamId: 't2', name: 'Two', spent: 100, squad: [{ playerId: 'p0', price: 100 }] },
  ]
  expect(compareSquads(state, shown).map(({ what, players }) => [what, players])).toEqual([
    [null, 0],
    [null, 1],
  ])
  const cheaper = shown.map((team) => ({ ...team, squad: team.squad.map((one) => ({ ...one, price: 90 })) }))
  expect(compareSquads(state, cheaper).map(({ what }) => what)).toEqual([null, 'A player or a price differs'])
})

test('VERIFY-6 the check says between which entries the chain breaks', () => {
  const changed = lines.map((line) => (line.seq === 300 ? { ...line, body: line.body.replace('100', '200') } : line))
  expect(checked(changed)).toMatchObject({ after: 250, upTo: 500 })
  const last = lines.map((line) => (line.seq === 607 ? { ...line, body: line.body.replace('"t2"', '"t1"') } : line))
  expect(checked(last)).toMatchObject({ after: 500, upTo: 608 })
  expect(checked(lines.toSpliced(9, 1))).toEqual({ after: 9, upTo: 10, what: 'Entry 10 is missing' })
  expect(checked(lines.slice(0, -1))).toMatchObject({ after: 607, upTo: 608 })
  const torn = lines.map((line) => (line.seq === 606 ? { ...line, body: '{"type":' } : line))
  expect(checked(torn)).toMatchObject({ after: 605, upTo: 606 })
})
