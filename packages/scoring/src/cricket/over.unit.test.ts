import { expect, test } from 'vitest'
import { oversAt } from './apply-ball.ts'
import { CRICKET_FORMATS } from './formats.ts'
import { Book, maiden, SETUP } from './given.ts'

const book = () => new Book().start()

test('FORMAT-1 every format names its source and its numbers hold together', () => {
  for (const rules of Object.values(CRICKET_FORMATS)) {
    expect(rules.source, rules.id).not.toBe('')
    expect(rules.players, rules.id).toBeGreaterThan(1)
    expect(rules.ballsPerOver, rules.id).toBeGreaterThan(0)
    expect(rules.oversInARow, rules.id).toBeLessThanOrEqual(rules.oversPerEnd)
    expect(rules.overs === null, rules.id).toBe(rules.inningsEach === 2)
  }
  const { hundred } = CRICKET_FORMATS
  expect([hundred.overs, hundred.ballsPerOver, hundred.oversPerEnd, hundred.noBall.runs]).toEqual([20, 5, 2, 2])
})

test('FORMAT-2 a wide costs what the format says, and counts where it is not bowled again', () => {
  const wide = (rebowled: 'always' | 'never' | 'last-over') =>
    new Book('community', { overs: 2, wide: { runs: 2, rebowled } }).start().bowl({ wides: 2 })
  expect(wide('always').innings).toMatchObject({ runs: 2, balls: 0 })
  expect(wide('never').innings).toMatchObject({ runs: 2, balls: 1, striker: 'h1' })
  const late = wide('last-over')
  expect(late.innings.balls).toBe(1)
  late.runs(0, 0, 0, 0, 0).bowl({ wides: 2 })
  expect(late.innings).toMatchObject({ balls: 6, overs: 1 })
})

test('FORMAT-3 where the last batter bats alone the innings ends with that one', () => {
  const b = new Book('community', { players: 3, lastBatterAlone: true }).start()
  expect(b.against({}, { nonStriker: null })).toBe('NO_PARTNER')
  b.out().out()
  expect(b.innings.end).toBeNull()
  const last = b.innings.striker ?? b.innings.nonStriker ?? ''
  b.write({ type: 'StrikeSet', striker: last, nonStriker: null })
  b.bowl({ bat: 2 }, { striker: last, nonStriker: null })
  b.bowl({}, { striker: last, nonStriker: null, wickets: [{ kind: 'bowled', out: last }] })
  expect(b.innings).toMatchObject({ wickets: 3, end: 'all out', runs: 2 })
  expect(new Book().start().against({}, { nonStriker: null })).toBe('NO_PARTNER')
})

test('OVER-1 six fair balls are an over, five in The Hundred', () => {
  const b = book().runs(1, 1).bowl({ wides: 1 }).bowl({ noBalls: 1 }).runs(1, 1, 1)
  expect(b.innings).toMatchObject({ overs: 0, balls: 5 })
  expect(b.runs(1).innings).toMatchObject({ overs: 1, balls: 6, over: null })
  expect(new Book('hundred').start().runs(1, 1, 1, 1, 1).innings).toMatchObject({ overs: 1, balls: 5 })
})

test('OVER-2 in The Hundred the ends change after ten balls', () => {
  const b = new Book('hundred').start().runs(0, 0, 0, 0, 0)
  expect(b.innings.striker).toBe('h1')
  expect(b.runs(0, 0, 0, 0, 0).innings.striker).toBe('h2')
})

test('OVER-3, OVER-4 a miscount stands: an over of five, and one of seven', () => {
  const b = book().runs(0, 0, 0, 0, 0)
  b.write({ type: 'OverCalled' })
  expect(b.innings).toMatchObject({ overs: 1, balls: 5, striker: 'h2' })
  expect(b.bowling('a11')?.maidens).toBe(1)
  maiden(b)
  expect(b.innings).toMatchObject({ overs: 2, balls: 11, striker: 'h1' })
  expect(b.bowling('a10')?.maidens).toBe(1)
  b.write({ type: 'OverGoesOn' })
  expect(b.innings).toMatchObject({ overs: 1, striker: 'h2' })
  expect(b.bowling('a10')?.maidens).toBe(0)
  b.runs(1)
  expect(b.innings).toMatchObject({ overs: 2, balls: 12, striker: 'h2' })
  expect(b.bowling('a10')).toMatchObject({ balls: 7, begun: 1 })
  expect(oversAt(b.innings, b.rules)).toBe('2')
  expect(b.play({ type: 'OverCalled' })?.code).toBe('NO_OVER')
  expect(book().play({ type: 'OverGoesOn' })?.code).toBe('NO_LAST_OVER')
})

test('OVER-4 the last over of an innings may go on, too', () => {
  const b = maiden(new Book('t20', { overs: 1 }).start())
  expect(b.innings.end).toBe('overs')
  b.write({ type: 'OverGoesOn' }).bowl({ wides: 1 })
  expect(b.innings).toMatchObject({ runs: 1, end: 'overs', balls: 6 })
})

test('BOWL-1 nobody bowls two overs or parts of them in a row', () => {
  const b = maiden(book())
  expect(b.play(b.ball({}, { bowler: 'a11' }))).toMatchObject({
    code: 'BOWLED_LAST_OVER',
    oddity: false,
    where: 'innings 1, over 1.1 (over 2, ball 1)',
  })
  b.runs(0, 0).write({ type: 'Replace', role: 'bowler', out: 'a10', in: 'a11', reason: 'injury' })
  expect(b.against({}, { bowler: 'a11' })).toBe('BOWLED_LAST_OVER')
  b.write({ type: 'Replace', role: 'bowler', out: 'a10', in: 'a9', reason: 'injury' })
  b.bowl({}, { bowler: 'a9' }).runs(0, 0, 0)
  expect(b.against({}, { bowler: 'a10' })).toBe('BOWLED_LAST_OVER')
  expect(b.against({}, { bowler: 'a9' })).toBe('BOWLED_LAST_OVER')
  expect(b.against({}, { bowler: 'a11' })).toBeNull()
})

test('BOWL-1 in The Hundred two sets may follow one another, not three', () => {
  const b = new Book('hundred').start()
  for (let n = 0; n < 10; n++) b.bowl({}, { bowler: 'a11' })
  expect(b.play(b.ball({}, { bowler: 'a11' }))).toMatchObject({ code: 'BOWLED_IN_A_ROW', oddity: false })
  expect(b.against({}, { bowler: 'a10' })).toBeNull()
})

test('BOWL-2 within an over the bowler changes only with the umpires’ leave', () => {
  const b = book().runs(0)
  expect(b.play(b.ball({}, { bowler: 'a9' }))).toMatchObject({ code: 'MID_OVER', oddity: true })
  b.write({ type: 'Replace', role: 'bowler', out: 'a11', in: 'a9', reason: 'injury' })
  expect(b.against({}, { bowler: 'a9' })).toBeNull()
})

test('BOWL-3 a bowler has a fifth of the innings, reckoned anew when overs are cut', () => {
  const b = new Book('t20', { overs: 10 }).start()
  for (let over = 0; over < 4; over++)
    for (let n = 0; n < 6; n++) b.bowl({}, { bowler: over % 2 === 0 ? 'a11' : 'a10' })
  expect(b.play(b.ball({}, { bowler: 'a11' }))).toMatchObject({ code: 'QUOTA', oddity: true, detail: { overs: 2 } })
  // Twelve overs: two of the five bowl three.
  b.write({ type: 'OversReduced', balls: 72 })
  for (let n = 0; n < 6; n++) b.bowl({}, { bowler: 'a11' })
  for (let n = 0; n < 6; n++) b.bowl({}, { bowler: 'a10' })
  expect(b.against({}, { bowler: 'a11' })).toBe('QUOTA')
  b.write({ type: 'OversReduced', balls: 45 })
  expect(b.against({}, { bowler: 'a9' })).toBeNull()
  expect(new Book('test').start().rules.quota).toBeNull()
})

test('BOWL-4 byes do not spoil a maiden, wides and no-balls do', () => {
  const over = (fifth: object) => {
    const b = book().runs(0, 0, 0, 0).bowl(fifth)
    while (b.innings.over) b.runs(0)
    return b.bowling('a11')?.maidens
  }
  expect(over({})).toBe(1)
  expect(over({ byes: 4 })).toBe(1)
  expect(over({ legByes: 1 })).toBe(1)
  expect(over({ wides: 1 })).toBe(0)
  expect(over({ noBalls: 1 })).toBe(0)
  expect(over({ bat: 1 })).toBe(0)
})

test('INNINGS-1 a side is out when one is left, absent players counted once nobody else can come in', () => {
  const b = book()
  for (let n = 0; n < 9; n++) b.out()
  expect(b.innings.end).toBeNull()
  b.out()
  expect(b.innings).toMatchObject({ wickets: 10, end: 'all out' })
  expect(b.play(b.ball({}, { wickets: [{ kind: 'bowled', out: 'h11' }] }))).toMatchObject({
    code: 'INNINGS_OVER',
    oddity: false,
  })
  const hurt = book().write({ type: 'AbsentHurt', player: 'h11' })
  for (let n = 0; n < 9; n++) hurt.out()
  expect(hurt.innings).toMatchObject({ wickets: 9, end: 'all out' })
  expect(hurt.play({ type: 'AbsentHurt', player: 'h10' })?.code).toBe('NO_INNINGS')
  const few = new Book('community', { players: 3 }, SETUP).start().out().out()
  expect(few.innings.end).toBe('all out')
})

test('INNINGS-2 innings follow one another', () => {
  const b = new Book('t20', { overs: 1 })
  expect(b.play({ type: 'InningsStart', batting: 'away' })).toMatchObject({ code: 'WRONG_SIDE', oddity: true })
  b.start()
  expect(b.play({ type: 'InningsStart', batting: 'away' })).toMatchObject({ code: 'INNINGS_ON', oddity: false })
  b.runs(1, 1).write({ type: 'InningsEnd', why: 'closed' })
  expect(b.play({ type: 'InningsStart', batting: 'home' })?.code).toBe('NO_MORE_INNINGS')
  b.start('away').bowl({ bat: 6 }, { boundary: 6 })
  expect(b.innings.end).toBe('target')
  expect(b.play({ type: 'InningsStart', batting: 'home' })?.code).toBe('MATCH_OVER')
})

test('INNINGS-3 who gives up an innings has had it', () => {
  const b = new Book('test').start().runs(4).write({ type: 'Declare' })
  expect(b.innings.end).toBe('declared')
  b.write({ type: 'Forfeit', side: 'away' }, { type: 'Forfeit', side: 'home' })
  expect(b.score.innings.map(({ runs, end }) => [runs, end])).toEqual([
    [4, 'declared'],
    [0, 'forfeited'],
    [0, 'forfeited'],
  ])
  b.start('away')
  expect(b.innings.target?.runs).toBe(5)
  expect(b.play({ type: 'Forfeit', side: 'home' })?.code).toBe('INNINGS_ON')
})

test('INNINGS-4 the follow-on needs its lead', () => {
  const first = (lead: number) => {
    const b = new Book('test', { followOn: 10 }).start().write({ type: 'PenaltyRuns', to: 'home', runs: 20 })
    b.runs(1)
      .write({ type: 'Declare' })
      .start('away')
      .bowl({ bat: 21 - lead }, { ran: 0 })
      .write({ type: 'InningsEnd', why: 'all out' })
    return b
  }
  expect(first(9).play({ type: 'FollowOn' })).toMatchObject({ code: 'NO_FOLLOW_ON', oddity: true })
  const b = first(10).write({ type: 'FollowOn' })
  expect(b.play({ type: 'InningsStart', batting: 'home' })?.code).toBe('WRONG_SIDE')
  expect(b.start('away').innings.batting).toBe('away')
})

test('INNINGS-5 a side of one limited innings does not declare', () => {
  expect(book().play({ type: 'Declare' })).toMatchObject({ code: 'NO_DECLARATION', oddity: true })
})
