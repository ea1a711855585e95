import { createAuction, type Draft, ruleSet } from '@gavel/auction'
import { expect, test } from 'vitest'
import { AUCTIONS } from './auctions.ts'
import { bodyOf, GENESIS_LINK, type LogEntry, nextLink, readEntry } from './body.ts'
import { foldUntil, stampedBy } from './past.ts'

const rules = ruleSet('ipl-2025')
if (!rules) throw new Error('no rule set')

/** A log with a team for every stamp after the first. */
const logOf = (stamps: readonly number[], tag = 'T'): LogEntry[] => {
  let link = GENESIS_LINK
  return stamps.map((atMs, n) => {
    const draft: Draft = n === 0 ? createAuction('a1', rules) : { type: 'TeamAdded', team: `${tag}${n}`, purse: 1 }
    const body = bodyOf(draft, atMs, { by: 'u1', cmd: `c${n}`, sum: '' })
    link = nextLink(link, body)
    return readEntry(n + 1, link, body)
  })
}

/** Reads a log in pages, and counts what was read. */
function reader(log: readonly LogEntry[]) {
  const read = { count: 0 }
  return {
    read,
    page: async (from: number, count: number) => {
      const page = log.slice(from - 1, from - 1 + count)
      read.count += page.length
      return page
    },
  }
}

test('LATE-3 a past ends before the first entry that is younger than it, whatever the entries after that say', async () => {
  const log = logOf([100, 200, 300, 250, 400])
  const seqAt = async (untilMs: number) => (await foldUntil(AUCTIONS, reader(log).page, null, untilMs))?.state.seq
  expect([await seqAt(199), await seqAt(200), await seqAt(260), await seqAt(300), await seqAt(1_000)]).toEqual([
    1, 2, 2, 4, 5,
  ])
  expect(stampedBy([{ seq: 2, atMs: 300 }], 299)).toEqual([])
})

test('LATE-3 the first entry of a log belongs to every past, and where no log is there is none', async () => {
  const past = await foldUntil(AUCTIONS, reader(logOf([100, 200])).page, null, 5)
  expect([past?.state.seq, past?.state.phase.is]).toEqual([1, 'scheduled'])
  expect(await foldUntil(AUCTIONS, reader([]).page, null, 5)).toBeNull()
})

test('LATE-3 a past goes on from the one before it, but not from a younger one, nor from one that lies on a lost branch', async () => {
  const log = logOf(Array.from({ length: 3_000 }, (_, n) => n))
  const before = await foldUntil(AUCTIONS, reader(log).page, null, 2_000)
  expect(before?.state.seq).toBe(2_001)
  const onward = reader(log)
  expect((await foldUntil(AUCTIONS, onward.page, before, 2_500))?.state.seq).toBe(2_501)
  expect(onward.read.count).toBe(1_000)
  expect((await foldUntil(AUCTIONS, reader(log).page, before, 700))?.state.seq).toBe(701)
  const other = logOf([0, ...Array.from({ length: 20 }, () => 5)], 'X')
  const forked = await foldUntil(AUCTIONS, reader(other).page, before, 2_500)
  expect([forked?.state.seq, Object.keys(forked?.state.teams ?? {})[0]]).toEqual([21, 'X1'])
})
