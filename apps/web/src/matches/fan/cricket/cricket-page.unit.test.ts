import { currentInnings, foldMatch, isMatchOf, partnerships, timeline } from '@gavel/scoring'
import { expect, test } from 'vitest'
import { type Moments, momentsOf, momentsTo, scoreOf } from '../moments.ts'
import { scoreLine } from '../score-line.ts'
import { aPlayedMatch } from '../testing.ts'
import { cricketBoard } from './board.ts'
import { markOf, overBalls, placeOf } from './marks.ts'
import { standNow } from './stand-now.ts'

const match = (seed: string) => {
  const state = foldMatch(aPlayedMatch(seed))
  if (!state || !isMatchOf(state, 'cricket')) throw new Error('no cricket')
  return { state, moments: momentsOf(state, null) as unknown as Moments<'cricket'> }
}
const NAMES = {
  team: (side: 'home' | 'away') => (side === 'home' ? 'Herons' : 'Otters'),
  player: (id: string | null) => id ?? 'somebody',
}
const side = (short: string) => ({ team: short, name: short, short, colour: '#336699' })
const SIDES = { home: side('HER'), away: side('OTT') }

test('MATCHPAGE-1 the match in one line fits a lock screen, and who bats comes first', () => {
  const { moments } = match('line')
  const lines = moments.all.map(({ written }) =>
    scoreLine(cricketBoard(scoreOf(momentsTo(moments, written.seq)), NAMES), SIDES),
  )
  for (const line of lines) expect(line.length).toBeLessThan(40)
  expect(lines[0]).toBe('HER 0/0 (0 ov) v OTT')
  const chase = moments.all.findIndex(
    ({ written }) => written.play.type === 'InningsStart' && written.play.batting === 'away',
  )
  expect(lines[chase]).toMatch(/^OTT 0\/0 \(0 ov\) v HER \d+/)
})

test('MATCHPAGE-1 what stands is said in a sentence: before, between, in a chase, after', () => {
  const { moments } = match('says')
  const says = (count: number) => {
    const all = moments.all.slice(0, count)
    return cricketBoard(scoreOf({ ...moments, all }), NAMES).says
  }
  expect(says(0)).toBe('Herons won the toss and chose to bat')
  expect(says(1)).toBe('Herons bat, 30 balls left')
  const second = moments.all.findIndex(({ written }, at) => at > 0 && written.play.type === 'InningsStart')
  expect(says(second)).toMatch(/^Otters will need \d+ runs? to win$/)
  expect(says(second + 1)).toMatch(/^Otters need \d+ runs? from 30 balls$/)
  expect(says(moments.all.length)).toMatch(/won by|Tie/)
})

test('MATCHPAGE-4 the over on the page is the over in the book, ball by ball', () => {
  const { moments } = match('over')
  for (let count = 1; count <= moments.all.length; count += 1) {
    const all = moments.all.slice(0, count)
    const innings = currentInnings(scoreOf({ ...moments, all }))
    const over = innings?.over ?? innings?.lastOver
    expect(overBalls(all).length).toBe(over && innings?.balls ? over.balls : (over?.balls ?? 0))
  }
})

test('MATCHPAGE-4 who is in together has added what the partnerships say', () => {
  for (const seed of ['stand-1', 'stand-2', 'stand-3']) {
    const { moments } = match(seed)
    for (let count = 1; count <= moments.all.length; count += 1) {
      const all = moments.all.slice(0, count)
      const stand = standNow(all)
      const last = partnerships(
        timeline(
          moments.rules,
          moments.setup,
          all.map(({ written }) => written.play),
        ),
      ).at(-1)
      const innings = currentInnings(scoreOf({ ...moments, all }))
      if (stand && last && !last.broken && last.innings === innings?.n)
        expect(stand).toEqual({ runs: last.runs, balls: last.balls })
    }
  }
})

test('MATCHPAGE-3 a ball has its place in the book and a mark that says what it brought', () => {
  const { moments } = match('marks')
  const first = moments.all[1]
  expect(first && placeOf(first)).toBe('0.1')
  expect(moments.all[0] && placeOf(moments.all[0])).toBeNull()
  expect(markOf({ runs: { bat: 0 } })).toMatchObject({ text: '•', words: 'no run' })
  expect(markOf({ runs: { bat: 4 }, boundary: 4 })).toMatchObject({ text: '4', tone: 'four' })
  expect(markOf({ runs: { bat: 4 } })).toMatchObject({ text: '4', tone: 'plain' })
  expect(markOf({ runs: { bat: 0, wides: 2 } })).toMatchObject({ text: '2wd', tone: 'extra' })
  expect(markOf({ runs: { bat: 6, noBalls: 1 }, boundary: 6 })).toMatchObject({ text: '7nb' })
  expect(markOf({ runs: { bat: 1 }, wickets: [{ kind: 'run out', out: 'h1' }] })).toMatchObject({ text: 'W1' })
})
