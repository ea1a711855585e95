import { foldMatch, type MatchState } from '@gavel/scoring'
import { expect, test } from 'vitest'
import { type Moments, momentsOf, momentsTo, scoreOf } from './moments.ts'
import { aPlayedMatch } from './testing.ts'

const entries = aPlayedMatch('moments')
const fold = (count: number): MatchState => {
  const state = foldMatch(entries.slice(0, count))
  if (!state) throw new Error('no match')
  return state
}

test('MATCHPAGE-2 a new play is folded alone: the moments before it are the same objects', () => {
  const state = fold(60)
  const before = momentsOf(state, null)
  const one = entries[60]
  if (!one) throw new Error('a short match')
  const next = momentsOf(foldMatch([one], state) ?? state, before)
  expect(next.all.length).toBe(before.all.length + 1)
  for (const [at, moment] of before.all.entries()) expect(next.all[at]).toBe(moment)
  expect(scoreOf(next)).toEqual(fold(61).score)
})

test('MATCHPAGE-2 whatever is known, the score is that of a fresh fold', () => {
  let known: Moments | null = null
  for (const count of [2, 3, 10, 40, 41, 39, 80, entries.length]) {
    const state = fold(count)
    known = momentsOf(state, known)
    expect(known.all.map(({ written }) => written.seq)).toEqual(state.plays.map(({ seq }) => seq))
    expect(scoreOf(known)).toEqual(state.score)
  }
})

test('MATCHPAGE-2 nothing new leaves the same moments, so nothing is drawn anew', () => {
  const state = fold(50)
  const known = momentsOf(state, null)
  expect(momentsOf({ ...state, seq: state.seq + 1 }, known)).toBe(known)
})

test('TIMEBALL-1 a moment is the match after that play, and of a play that is not there after the one before', () => {
  const state = fold(entries.length)
  const moments = momentsOf(state, null)
  const at = state.plays[30]
  if (!at) throw new Error('a short match')
  expect(scoreOf(momentsTo(moments, at.seq))).toEqual(fold(at.seq).score)
  expect(momentsTo(moments, at.seq).all.at(-1)?.written).toEqual(at)
  const without = momentsOf({ ...state, plays: state.plays.filter(({ seq }) => seq !== at.seq) }, null)
  expect(momentsTo(without, at.seq).all.length).toBe(30)
  expect(momentsTo(moments, 1).all).toEqual([])
  expect(momentsTo(moments, 9_999).all.length).toBe(moments.all.length)
})

test('TIMEBALL-1, TIMEBALL-3 a moment goes by the plays as they stand now, and what was changed or put in later says so', () => {
  const state = fold(40)
  const [, second, third, fourth] = state.plays.slice(-4)
  if (!second || !third || !fourth) throw new Error('a short match')
  const stamp = { by: 'ann', cmd: 'c', sum: '', atMs: 7, device: 'd' }
  const { seq } = state
  const next = foldMatch(
    [
      { type: 'Amended', of: second.seq, play: fourth.play, ...stamp, seq: seq + 1 },
      { type: 'Inserted', before: third.seq, play: third.play, ...stamp, seq: seq + 2 },
    ],
    state,
  )
  if (!next) throw new Error('no match')
  const moments = momentsOf(next, momentsOf(state, null))
  expect(moments.all.slice(-4).map(({ corrected }) => corrected)).toEqual(['changed', 'added', undefined, undefined])
  expect(momentsTo(moments, second.seq).all.at(-1)?.written.play).toEqual(fourth.play)
  expect(momentsTo(moments, seq + 2).all.length).toBe(moments.all.length - 2)
  const gone = foldMatch([{ type: 'Removed', of: third.seq, ...stamp, seq: seq + 3 }], next)
  const without = gone && momentsOf(gone, moments)
  expect(without && momentsTo(without, third.seq).all.at(-1)?.written.seq).toBe(seq + 2)
})
