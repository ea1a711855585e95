import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Book, maiden } from './given.ts'
import { LAW_SETS } from './laws.ts'
import type { Wicket } from './plays.ts'

const book = () => new Book().start()
const ends = ({ innings: { striker, nonStriker } }: Book) => [striker, nonStriker]

test('STRIKE-1 the ends swap with the runs that were completed, whatever they count', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.record({ ran: fc.nat(5), short: fc.nat(1), extra: fc.constantFrom('bat', 'byes', 'legByes', 'wides') }),
        { maxLength: 5 },
      ),
      (balls) => {
        const b = book()
        let swaps = 0
        for (const { ran, short, extra } of balls) {
          const kept = Math.min(short, ran)
          const runs = ran - kept
          b.take(b.ball(extra === 'wides' ? { wides: runs + 1 } : { [extra]: runs }, kept > 0 ? { short: kept } : {}))
          swaps += ran
        }
        expect(ends(b)).toEqual(balls.length === 0 ? [null, null] : swaps % 2 === 0 ? ['h1', 'h2'] : ['h2', 'h1'])
      },
    ),
  )
})

test('STRIKE-1 a boundary swaps nothing, a crossing without a run does', () => {
  expect(ends(book().bowl({ bat: 4 }, { boundary: 4 }))).toEqual(['h1', 'h2'])
  expect(ends(book().bowl({ wides: 5 }, { boundary: 4 }))).toEqual(['h1', 'h2'])
  expect(ends(book().bowl({ noBalls: 1, legByes: 1 }))).toEqual(['h2', 'h1'])
  expect(ends(book().bowl({ bat: 2 }, { ran: 3 }))).toEqual(['h2', 'h1'])
  expect(ends(book().bowl({ bat: 0 }, { ran: 1, short: 1 }))).toEqual(['h2', 'h1'])
})

test('STRIKE-2 the ends swap when an over ends', () => {
  expect(ends(maiden(book()))).toEqual(['h2', 'h1'])
  expect(ends(book().runs(0, 0, 0, 0, 0, 1))).toEqual(['h1', 'h2'])
})

test('STRIKE-3 a run out leaves vacant the end at which the wicket was put down', () => {
  const out = (
    who: 'h1' | 'h2',
    ran: number,
    { end, crossed = false }: Pick<Wicket, 'end'> & { crossed?: boolean },
  ) => {
    const b = book()
    b.bowl({ bat: ran }, { wickets: [{ kind: 'run out', out: who, ...(end ? { end } : {}) }], crossed })
    return ends(b)
  }
  // The striker, sent back on the first run, at his own end; run out at the other end after crossing.
  expect(out('h1', 0, {})).toEqual([null, 'h2'])
  expect(out('h1', 0, { crossed: true })).toEqual(['h2', null])
  expect(out('h1', 0, { end: 'bowler' })).toEqual(['h2', null])
  expect(out('h1', 0, { end: 'striker' })).toEqual([null, 'h2'])
  // The non-striker, backing up.
  expect(out('h2', 0, {})).toEqual(['h1', null])
  expect(out('h2', 0, { end: 'striker' })).toEqual([null, 'h1'])
  // On the second run, after one that counts.
  expect(out('h1', 1, {})).toEqual(['h2', null])
  expect(out('h1', 1, { end: 'striker' })).toEqual([null, 'h2'])
  expect(out('h2', 1, { end: 'striker' })).toEqual([null, 'h1'])
})

test('STRIKE-3 run out off a wide and off byes of a no-ball: completed runs count', () => {
  const wide = book().bowl({ wides: 2 }, { wickets: [{ kind: 'run out', out: 'h1' }] })
  expect(wide.innings).toMatchObject({ runs: 2, wickets: 1, balls: 0, striker: 'h2', nonStriker: null })
  const bye = book().bowl({ noBalls: 1, byes: 1 }, { wickets: [{ kind: 'run out', out: 'h2', end: 'striker' }] })
  expect(bye.innings).toMatchObject({ runs: 2, wickets: 1, striker: null, nonStriker: 'h1' })
})

test('STRIKE-4 who stands where may be set', () => {
  const b = book().runs(1)
  expect(b.play({ type: 'StrikeSet', striker: 'h2', nonStriker: 'h1' })?.code).toBe('SAME_STRIKE')
  expect(b.play({ type: 'StrikeSet', striker: 'h2', nonStriker: 'h2' })?.code).toBe('SAME_BATTER')
  b.write({ type: 'StrikeSet', striker: 'h1', nonStriker: 'h2' }).runs(0)
  expect(b.score.strikeMismatches).toBe(0)
})

test('LAWS-4 a deliberate short run: no runs, the batters where they were, five to the field, and since 2026 its captain chooses', () => {
  expect(LAW_SETS.map(({ deliberateShortRun }) => deliberateShortRun)).toEqual([
    'warning',
    'five-penalty-runs',
    'five-penalty-runs',
    'five-penalty-runs-and-choice-of-striker',
  ])
  const b = book().bowl({}, { ran: 0, penalty: { to: 'fielding', runs: 5 } })
  expect(b.innings).toMatchObject({ runs: 0, striker: 'h1' })
  expect(b.score.pending.away).toBe(5)
  b.write({ type: 'StrikeSet', striker: 'h2', nonStriker: 'h1' }).runs(0)
  expect(b.score.strikeMismatches).toBe(0)
})

test('STRIKE-5 a ball faced by another than expected is odd, counted, and taken as written', () => {
  const b = book().runs(1)
  const wrong = b.ball({ bat: 2 }, { striker: 'h1', nonStriker: 'h2' })
  expect(b.play(wrong)).toMatchObject({ code: 'STRIKE', oddity: true, detail: { player: 'h1' } })
  b.take(wrong)
  expect(b.score.strikeMismatches).toBe(1)
  expect(ends(b)).toEqual(['h1', 'h2'])
  b.out()
  expect(b.against({}, { striker: 'h2', nonStriker: 'h3' })).toBe('STRIKE')
  expect(b.against({}, { striker: 'h7', nonStriker: 'h2' })).toBeNull()
  expect(b.against({}, { striker: 'h7', nonStriker: 'h8' })).toBe('BATTER_CHANGED')
})

test('LAWS-2 the new batter’s end after a catch: by crossing until 2022, then the striker’s', () => {
  const caught = (own: object, crossed: boolean) =>
    ends(
      new Book('t20', own)
        .start()
        .bowl({}, { crossed, wickets: [{ kind: 'caught', out: 'h1', fielders: [{ player: 'a3' }] }] }),
    )
  expect(caught({ laws: 'mcc-2017' }, false)).toEqual([null, 'h2'])
  expect(caught({ laws: 'mcc-2017' }, true)).toEqual(['h2', null])
  expect(caught({ laws: 'mcc-2022' }, true)).toEqual([null, 'h2'])
  expect(caught({ laws: 'mcc-2000' }, true)).toEqual(['h2', null])
  expect(caught({ laws: 'mcc-2017', newBatterFaces: true }, true)).toEqual([null, 'h2'])
  const last = new Book('t20').start().runs(0, 0, 0, 0, 0).out('caught', { crossed: true })
  expect(ends(last)).toEqual(['h2', null])
})
