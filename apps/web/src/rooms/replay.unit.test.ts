import { createAuction, type Draft, type Entry, fold, ruleSet } from '@gavel/auction'
import { expect, test } from 'vitest'
import { replayOf } from './replay.ts'

const rules = ruleSet('ipl-2025')
if (!rules) throw new Error('no rule set')
const drafts: Draft[] = [
  createAuction('a1', rules),
  ...Array.from(
    { length: 350 },
    (_, at): Draft => ({ type: 'PlayerAdded', player: `p${at}`, base: 100, set: 'S', overseas: false }),
  ),
]
const entries = drafts.map((draft, at): Entry => ({ ...draft, seq: at + 1, atMs: at, by: 'u', cmd: '', sum: '' }))

test('REPLAY-1 any moment equals the fold up to it, in whatever order it is asked', () => {
  const replay = replayOf(entries)
  for (const seq of [350, 120, 1, 351, 250]) expect(replay.at(seq)?.state).toEqual(fold(entries.slice(0, seq)))
  expect(replay.at(352)).toBeNull()
  expect(replay.at(0)).toBeNull()
})
