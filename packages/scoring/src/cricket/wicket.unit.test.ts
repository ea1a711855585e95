import { expect, test } from 'vitest'
import { Book } from './given.ts'
import { lawsOn } from './laws.ts'
import { DISMISSALS, type DismissalKind } from './plays.ts'

const book = () => new Book().start()
const wicket = (kind: DismissalKind, out = 'h1') => ({ wickets: [{ kind, out }] })

const OFF_WIDE = ['run out', 'stumped', 'hit wicket', 'obstructing the field']
const OFF_NO_BALL = ['run out', 'obstructing the field', 'hit the ball twice']

test('WICKET-1 what dismisses off a wide and off a no-ball', () => {
  for (const kind of DISMISSALS.filter((one) => one !== 'timed out' && one !== 'handled the ball')) {
    expect(book().against({ wides: 1 }, wicket(kind)), kind).toBe(OFF_WIDE.includes(kind) ? null : 'NOT_OFF_A_WIDE')
    expect(book().against({ noBalls: 1 }, wicket(kind)), kind).toBe(
      OFF_NO_BALL.includes(kind) ? null : 'NOT_OFF_A_NO_BALL',
    )
    expect(book().against({}, wicket(kind)), kind).toBeNull()
  }
  const stumped = book().bowl({ wides: 1 }, wicket('stumped'))
  expect(stumped.innings).toMatchObject({ runs: 1, wickets: 1, balls: 0 })
  expect(stumped.batter('h1')).toMatchObject({ balls: 0, status: { is: 'out', kind: 'stumped', bowler: 'a11' } })
})

test('WICKET-2 five kinds are the bowler’s, the others nobody’s', () => {
  for (const kind of ['bowled', 'caught', 'lbw', 'stumped', 'hit wicket'] as const)
    expect(book().bowl({}, wicket(kind)).bowling('a11')?.wickets, kind).toBe(1)
  for (const kind of ['run out', 'obstructing the field', 'hit the ball twice'] as const) {
    const b = book().bowl({}, wicket(kind))
    expect(b.bowling('a11')?.wickets, kind).toBe(0)
    expect(b.batter('h1')?.status, kind).toMatchObject({ is: 'out', bowler: null })
    expect(b.innings.falls).toEqual([{ wicket: 1, runs: 0, balls: 1, over: '0.1', out: 'h1' }])
  }
})

test('WICKET-3 one dismissal to a ball, of somebody at the crease, of the striker but for two kinds', () => {
  const b = book().runs(0)
  const both = [
    { kind: 'caught', out: 'h1' },
    { kind: 'run out', out: 'h2' },
  ] as const
  expect(b.play(b.ball({}, { wickets: both }))).toMatchObject({ code: 'TWO_DISMISSALS', oddity: false })
  expect(b.against({}, wicket('caught', 'h2'))).toBe('NOT_THE_STRIKER')
  expect(b.against({}, wicket('run out', 'h2'))).toBeNull()
  expect(b.against({}, wicket('run out', 'h5'))).toBe('NOT_AT_THE_CREASE')
  expect(b.play(b.ball({ bat: 1 }, wicket('caught')))).toMatchObject({ code: 'RUNS_WITH_WICKET', oddity: true })
  expect(b.against({ bat: 1 }, wicket('run out'))).toBeNull()
})

test('WICKET-4 who is out does not bat again', () => {
  const b = book().out()
  expect(b.play(b.ball({}, { striker: 'h1' }))).toMatchObject({ code: 'OUT_ALREADY', oddity: false })
  expect(b.play({ type: 'Retire', player: 'h1', kind: 'retired out' })?.code).toBe('OUT_ALREADY')
  expect(b.play({ type: 'TimedOut', player: 'h1' })?.code).toBe('OUT_ALREADY')
})

test('WICKET-5 timed out is a wicket without a ball, while an end is vacant', () => {
  const b = book().runs(0)
  expect(b.play({ type: 'TimedOut', player: 'h3' })?.code).toBe('NO_VACANCY')
  b.out().write({ type: 'TimedOut', player: 'h3' })
  expect(b.innings).toMatchObject({ wickets: 2, balls: 2, striker: null, nonStriker: 'h2' })
  expect(b.batter('h3')?.status).toMatchObject({ is: 'out', kind: 'timed out', bowler: null })
  expect(b.bowling('a11')?.wickets).toBe(1)
  expect(b.against({}, { striker: 'h4' })).toBeNull()
})

test('RETIRE-1, RETIRE-3 who retired hurt is not out, may come back, and goes on where he stopped', () => {
  const b = book().runs(4, 2).write({ type: 'Retire', player: 'h1', kind: 'retired hurt' })
  expect(b.innings).toMatchObject({ wickets: 0, striker: null, nonStriker: 'h2' })
  b.bowl({}, { striker: 'h3' }).out('bowled', { striker: 'h3' }).bowl({ bat: 1 }, { striker: 'h1' })
  expect(b.batter('h1')).toMatchObject({ runs: 7, balls: 3, status: { is: 'in' } })
  expect(b.innings).toMatchObject({ wickets: 1 })
  expect(b.innings.batters.map(({ player }) => player)).toEqual(['h1', 'h2', 'h3'])
})

test('RETIRE-2 retired out is a wicket of no bowler', () => {
  const b = book().runs(0).write({ type: 'Retire', player: 'h2', kind: 'retired out' })
  expect(b.innings).toMatchObject({ wickets: 1, striker: 'h1', nonStriker: null })
  expect(b.bowling('a11')?.wickets).toBe(0)
  expect(b.against({}, { nonStriker: 'h2' })).toBe('OUT_ALREADY')
})

test('RETIRE-4 who reaches the format’s score must retire, and comes back when nobody else is left', () => {
  const b = new Book('community', { players: 4, retireAt: 8 })
    .start()
    .bowl({ bat: 6 }, { boundary: 6 })
    .bowl({ bat: 4 }, { boundary: 4 })
  expect(b.play(b.ball())).toMatchObject({ code: 'MUST_RETIRE', oddity: true })
  b.write({ type: 'Retire', player: 'h1', kind: 'retired not out' }).bowl({}, { striker: 'h3' })
  b.write({ ...b.ball(), wickets: [{ kind: 'bowled', out: 'h3' }] })
  expect(b.against({}, { striker: 'h1' })).toBe('RETURNED_EARLY')
  b.bowl({}, { striker: 'h4' }).out()
  expect(b.innings.end).toBeNull()
  b.bowl({}, { nonStriker: 'h1' })
  expect(b.batter('h1')).toMatchObject({ runs: 10, status: { is: 'in' } })
})

test('SUBSTITUTE-1 a substitute joins the side for good, and who was replaced takes no further part', () => {
  const b = book().runs(0)
  b.write({ type: 'Substitute', side: 'away', out: 'a11', in: 'a12', reason: 'impact_player' })
  expect(b.play(b.ball())).toMatchObject({ code: 'LEFT_MATCH', oddity: true })
  b.write({ type: 'Replace', role: 'bowler', out: 'a11', in: 'a12', reason: 'left' })
  expect(b.against({}, { bowler: 'a12' })).toBeNull()
  expect(b.play({ type: 'Substitute', side: 'away', out: null, in: 'h4', reason: 'supersub' })?.code).toBe('IN_ALREADY')
  expect(b.play({ type: 'Substitute', side: 'away', out: 'x', in: 'a13', reason: 'supersub' })?.code).toBe(
    'NOT_IN_SIDE',
  )
  b.write({ type: 'Retire', player: 'h1', kind: 'retired hurt' })
  b.write({ type: 'Substitute', side: 'home', out: 'h1', in: 'h12', reason: 'concussion_substitute' })
  expect(b.against({}, { bowler: 'a12', striker: 'h12' })).toBeNull()
})

test('LAWS-3 handled the ball is a dismissal up to the 2000 Code', () => {
  expect(book().against({}, wicket('handled the ball'))).toBe('NO_SUCH_DISMISSAL')
  expect(new Book('t20', { laws: 'mcc-2000' }).start().against({}, wicket('handled the ball'))).toBeNull()
})

test('LAWS-1 the laws of a day are those in force on it', () => {
  expect(lawsOn('1998-05-01')).toBe('mcc-2000')
  expect(lawsOn('2017-09-30')).toBe('mcc-2000')
  expect(lawsOn('2017-10-01')).toBe('mcc-2017')
  expect(lawsOn('2022-10-01')).toBe('mcc-2022')
  expect(lawsOn('2026-11-23')).toBe('mcc-2026')
})
