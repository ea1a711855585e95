import { expect, test } from 'vitest'
import { Book } from './given.ts'
import { extrasOf } from './scorecard.ts'

const book = () => new Book().start()

test('BALL-1 runs off the bat are the striker’s and the side’s, and every ball but a wide is faced', () => {
  const b = book().runs(4, 1).bowl({ wides: 1 }).bowl({ bat: 2, noBalls: 1 })
  expect(b.innings.runs).toBe(4 + 1 + 1 + 3)
  expect(b.batter('h1')).toMatchObject({ runs: 5, balls: 2 })
  expect(b.batter('h2')).toMatchObject({ runs: 2, balls: 1 })
})

test('BALL-2 wides and no-balls cost what the format says, stand against the bowler, and are bowled again', () => {
  const b = book().bowl({ wides: 3 }).bowl({ bat: 4, noBalls: 1 }, { boundary: 4 })
  expect(b.innings).toMatchObject({ runs: 8, balls: 0, extras: { wides: 3, noBalls: 1 } })
  expect(b.bowling('a11')).toMatchObject({ runs: 8, balls: 0, wides: 1, noBalls: 1 })
  const hundred = new Book('hundred').start().bowl({ noBalls: 2 })
  expect(hundred.innings).toMatchObject({ runs: 2, balls: 0 })
  expect(hundred.against({ noBalls: 1 })).toBe('EXTRA_TOO_SMALL')
})

test('BALL-3 byes and leg byes are the side’s alone, off a no-ball too', () => {
  const b = book().bowl({ byes: 4 }).bowl({ legByes: 1 }).bowl({ noBalls: 1, byes: 2 })
  expect(b.innings).toMatchObject({ runs: 8, balls: 2, extras: { byes: 6, legByes: 1, noBalls: 1 } })
  expect(b.bowling('a11')).toMatchObject({ runs: 1, balls: 2 })
  expect(b.batter('h1')).toMatchObject({ runs: 0, balls: 2 })
  expect(b.batter('h2')).toMatchObject({ runs: 0, balls: 1 })
})

test('BALL-3 under the 2000 Code, and where a competition says so, byes off a no-ball are no-balls', () => {
  const old = new Book('t20', { laws: 'mcc-2000' }).start()
  expect(old.against({ noBalls: 1, byes: 2 })).toBe('EXTRAS_TOGETHER')
  expect(old.bowl({ noBalls: 2 }).innings).toMatchObject({ runs: 2, striker: 'h2', extras: { noBalls: 2 } })
  expect(new Book('t20', { laws: 'mcc-2000', noBallByes: 'byes' }).start().against({ noBalls: 1, byes: 2 })).toBeNull()
  expect(new Book('t20', { noBallByes: 'no-balls' }).start().against({ noBalls: 1, legByes: 2 })).toBe(
    'EXTRAS_TOGETHER',
  )
})

test('BALL-5 a four that is run is no boundary, and an overthrow adds the boundary to what was run', () => {
  const b = book().bowl({ bat: 4 })
  expect(b.batter('h1')).toMatchObject({ runs: 4, fours: 0 })
  expect(b.innings.striker).toBe('h1')
  b.bowl({ bat: 5 }, { boundary: 4 })
  expect(b.innings).toMatchObject({ runs: 9, striker: 'h2', nonStriker: 'h1' })
  expect(b.batter('h1')).toMatchObject({ runs: 9, fours: 0 })
  b.bowl({ bat: 6 }, { boundary: 4, ran: 2 })
  expect(b.innings.striker).toBe('h2')
  b.bowl({ byes: 7 }, { boundary: 4 })
  expect(b.innings).toMatchObject({ runs: 22, striker: 'h1' })
})

test('BALL-6 runs that cannot be are refused, and runs that should not come together are odd', () => {
  const b = book()
  expect(b.against({ bat: -1 })).toBe('BAD_RUNS')
  expect(b.against({ bat: 1.5 })).toBe('BAD_RUNS')
  expect(b.against({ bat: Number.NaN })).toBe('BAD_RUNS')
  expect(b.against({ bat: 61 })).toBe('BAD_RUNS')
  expect(b.against({ bat: 3 }, { boundary: 4 })).toBe('BAD_RUNS')
  for (const [runs, code] of [
    [{ bat: 1, wides: 1 }, 'WIDE_WITH_BAT_RUNS'],
    [{ wides: 1, noBalls: 1 }, 'WIDE_AND_NO_BALL'],
    [{ byes: 1, legByes: 1 }, 'EXTRAS_TOGETHER'],
    [{ bat: 1, byes: 1 }, 'EXTRAS_TOGETHER'],
  ] as const)
    expect(b.play(b.ball(runs))).toMatchObject({ code, oddity: true, where: 'innings 1, over 0.1 (over 1, ball 1)' })
  expect(b.plays.length).toBe(1)
})

test('BALL-7 a batter stands at one end, and bowls to the other side', () => {
  const b = book()
  expect(b.against({}, { striker: 'h1', nonStriker: 'h1' })).toBe('SAME_BATTER')
  expect(b.against({}, { bowler: 'h1' })).toBe('BOWLER_BATS')
  expect(b.play(b.ball({}, { bowler: 'h9' }))).toMatchObject({ code: 'NOT_IN_SIDE', oddity: true })
  expect(b.play(b.ball({}, { striker: 'x' }))).toMatchObject({ code: 'NOT_IN_SIDE', oddity: true })
})

test('BALL-8 there is no ball before the innings, after it, or after the match', () => {
  const b = new Book('t20', { overs: 1 })
  const early = { type: 'Delivery', striker: 'h1', nonStriker: 'h2', bowler: 'a1', runs: { bat: 0 } } as const
  expect(b.play(early)).toMatchObject({ code: 'NO_INNINGS', oddity: false })
  b.start().runs(1, 1, 1, 1, 1, 1)
  expect(b.play(b.ball())).toMatchObject({ code: 'INNINGS_OVER', oddity: false })
  b.write({ type: 'MatchCalledOff' })
  expect(b.against()).toBe('MATCH_OVER')
})

test('PENALTY-1 penalty runs of a ball change neither ball nor strike', () => {
  const b = book().bowl({}, { penalty: { to: 'batting', runs: 5 } })
  expect(b.innings).toMatchObject({ runs: 5, balls: 1, striker: 'h1', extras: { penalty: 5 } })
  expect(b.bowling('a11')).toMatchObject({ runs: 0 })
  b.bowl({ bat: 1, wides: 0 }, { penalty: { to: 'batting', runs: 5 } })
  expect(b.innings).toMatchObject({ runs: 11, striker: 'h2' })
  expect(extrasOf(b.innings.extras)).toBe(10)
})

test('PENALTY-2 penalty runs to the field join its last completed innings, and the target, else its next one', () => {
  const b = new Book('t20', { overs: 1 })
    .start()
    .bowl({}, { penalty: { to: 'fielding', runs: 5 } })
    .runs(1, 1, 1, 1, 1)
  expect(b.innings.runs).toBe(5)
  b.start('away')
  expect(b.innings).toMatchObject({ runs: 5, extras: { penalty: 5 }, target: { runs: 6 } })
  b.write({ type: 'PenaltyRuns', to: 'home', runs: 5 })
  expect(b.score.innings[0]).toMatchObject({ runs: 10, extras: { penalty: 5 } })
  expect(b.innings.target?.runs).toBe(11)
  b.write({ type: 'PenaltyRuns', to: 'away', runs: 5 })
  expect(b.innings).toMatchObject({ runs: 10, end: null })
  b.runs(1)
  expect(b.innings.end).toBe('target')
})

test('PENALTY-3 an official may say whose innings they join, and they come in fives', () => {
  const b = book().runs(1)
  b.write(
    { type: 'PenaltyRuns', to: 'away', runs: 5, innings: 2 },
    { type: 'PenaltyRuns', to: 'home', runs: 5, innings: 1 },
  )
  expect(b.innings.runs).toBe(6)
  expect(b.play({ type: 'PenaltyRuns', to: 'away', runs: 6 })).toMatchObject({ code: 'BAD_PENALTY', oddity: true })
  expect(b.play({ type: 'PenaltyRuns', to: 'away', runs: -5 })).toMatchObject({ code: 'BAD_RUNS', oddity: false })
})

test('FREEHIT-1 after a no-ball only what dismisses off a no-ball does', () => {
  const b = book().bowl({ noBalls: 1 })
  expect(b.innings.freeHit).toBe(true)
  const [striker] = b.batters()
  expect(b.against({}, { wickets: [{ kind: 'bowled', out: striker }] })).toBe('NOT_OFF_A_FREE_HIT')
  b.bowl({}, { wickets: [{ kind: 'run out', out: striker }] })
  expect(b.innings).toMatchObject({ freeHit: false, wickets: 1 })
  expect(new Book('test').start().bowl({ noBalls: 1 }).innings.freeHit).toBe(false)
  const foot = new Book('t20', { freeHit: 'front-foot' }).start()
  expect(foot.bowl({ noBalls: 1 }, { noBallFor: 'height' }).innings.freeHit).toBe(false)
  expect(foot.bowl({ noBalls: 1 }, { noBallFor: 'foot' }).innings.freeHit).toBe(true)
})

test('FREEHIT-2 a free hit that is a wide or a no-ball carries over', () => {
  const b = book().bowl({ noBalls: 1 }).bowl({ wides: 1 }).bowl({ noBalls: 1, bat: 1 })
  expect(b.innings.freeHit).toBe(true)
  expect(b.bowl({ bat: 6 }, { boundary: 6 }).innings.freeHit).toBe(false)
})
