import { createAuction, type Draft, type Entry, entryFor, fold, ruleSet, stateFor } from '@gavel/auction'
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

const opened = (seq: number, lot: number): Entry => ({
  ...{ type: 'LotOpened', lot, player: `p${lot}`, base: 100 },
  ...{ seq, atMs: seq, by: 'u', cmd: '', sum: '' },
})

test('REPLAY-1 any moment equals the fold up to it, in whatever order it is asked', () => {
  const replay = replayOf(entries)
  for (const seq of [350, 120, 1, 351, 250]) expect(replay.at(seq)?.state).toEqual(fold(entries.slice(0, seq)))
  expect(replay.at(352)).toBeNull()
  expect(replay.at(0)).toBeNull()
})

test('TIME-2 what came since is appended once, and moments of it can be asked for', () => {
  const replay = replayOf(entries.slice(0, 150))
  expect(replay.lastSeq()).toBe(150)
  replay.append(entries.slice(140, 200))
  replay.append(entries.slice(300))
  expect(replay.lastSeq()).toBe(200)
  expect(replay.at(199)?.state).toEqual(fold(entries.slice(0, 199)))
})

test('TIME-3 strides lead one entry or one lot back and on, and stop at either end', () => {
  const lots = [...entries.slice(0, 3), opened(4, 1), opened(5, 2)]
  const replay = replayOf(lots)
  expect((['entry-back', 'entry-on', 'lot-back', 'lot-on'] as const).map((by) => replay.stride(4, by))).toEqual([
    3, 5, 1, 5,
  ])
  expect(replay.stride(5, 'lot-back')).toBe(4)
  expect([replay.stride(1, 'entry-back'), replay.stride(5, 'entry-on'), replay.stride(5, 'lot-on')]).toEqual([1, 5, 5])
})

test('TIME-4 the public log folds to what everybody was shown at each moment', () => {
  const replay = replayOf(entries.map((entry) => entryFor('public', entry)))
  for (const seq of [1, 99, 351]) {
    const whole = fold(entries.slice(0, seq))
    expect(replay.at(seq)?.state).toEqual(whole && stateFor('public', whole))
  }
})
