import { cricketRules, type Delivery, DISMISSALS } from '@gavel/scoring'
import { expect, test } from 'vitest'
import { asksCrossed, dismissalsOf, NO_WICKET, stepOf, type WicketDraft, withWicket } from './wicket-draft.ts'

const ball: Delivery = { type: 'Delivery', striker: 's', nonStriker: 'n', bowler: 'b', runs: { bat: 0 } }
const say = (draft: Partial<WicketDraft>): WicketDraft => ({ ...NO_WICKET, ...draft })

test('PAD-13 a wicket is whole after how, who and where, and which fielder: three taps at most', () => {
  expect(stepOf(NO_WICKET)).toBe('how')
  expect(stepOf(say({ kind: 'bowled' }))).toBe('whole')
  expect(stepOf(say({ kind: 'caught' }))).toBe('fielder')
  expect(stepOf(say({ kind: 'caught', fielders: [{ player: 'f' }] }))).toBe('whole')
  expect(stepOf(say({ kind: 'run out' }))).toBe('who')
  expect(stepOf(say({ kind: 'run out', out: 'n', end: 'bowler' }))).toBe('fielder')
  expect(stepOf(say({ kind: 'run out', out: 'n', end: 'bowler', fielders: [] }))).toBe('whole')
  expect(stepOf(say({ kind: 'obstructing the field', out: 's' }))).toBe('whole')
})

test('PAD-13 the ball holds who, where and what was run; runs count only where they do', () => {
  const out = say({ kind: 'run out', out: 'n', end: 'striker', fielders: [{ player: 'f' }], ran: 1 })
  expect(withWicket(ball, out)).toEqual({
    ...ball,
    runs: { bat: 1 },
    wickets: [{ kind: 'run out', out: 'n', end: 'striker', fielders: [{ player: 'f' }] }],
  })
  expect(withWicket({ ...ball, runs: { bat: 0, wides: 1 } }, out).runs).toEqual({ bat: 0, wides: 2 })
  expect(withWicket({ ...ball, runs: { bat: 0, byes: 0 } }, out).runs).toEqual({ bat: 0, byes: 1 })
  expect(withWicket(ball, say({ kind: 'caught', fielders: [{ player: 'f' }], ran: 2 })).runs).toEqual({ bat: 0 })
  expect(withWicket(ball, say({ kind: 'bowled' })).wickets).toEqual([{ kind: 'bowled', out: 's' }])
})

test('PAD-13 the laws of the match say which dismissals there are and when crossing matters', () => {
  const [now, old] = [cricketRules('t20'), cricketRules('t20', { laws: 'mcc-2000' })]
  expect(dismissalsOf(now)).not.toContain('handled the ball')
  expect(dismissalsOf(old)).toContain('handled the ball')
  expect(asksCrossed('caught', now)).toBe(false)
  expect(asksCrossed('caught', old)).toBe(true)
  const reachable = new Set<string>([...dismissalsOf(old), 'timed out'])
  expect(DISMISSALS.filter((kind) => !reachable.has(kind))).toEqual([])
})
