import { expect, test } from 'vitest'
import { winChances } from './chances.ts'
import { Book } from './given.ts'
import { cricketOutcome, cricketResult, resultText } from './result.ts'
import type { CricketRules } from './rules.ts'
import { cricketSentence } from './sentences.ts'
import { cricket } from './sport.ts'

const TEAMS = { home: 'Herons', away: 'Otters' }
const text = (b: Book) => resultText(cricketResult(b.score), TEAMS)

/** Both innings of a match of one over: these runs by six balls each, or fewer. */
function played(home: number[], away: number[], own: Partial<CricketRules> = {}): Book {
  const b = new Book('t20', { overs: 1, ...own }).start().runs(...home)
  if (b.innings.end === null) b.write({ type: 'InningsEnd', why: 'closed' })
  return b.start('away').runs(...away)
}
const tied = () => played([1, 0, 0, 0, 0, 0], [1, 0, 0, 0, 0, 0])

test('VERDICT-1 by runs, by wickets, or level', () => {
  expect(text(played([2, 2, 2, 2, 2, 2], [1, 1, 1, 1, 1, 1]))).toBe('Herons won by 6 runs')
  expect(text(played([2, 0, 0, 0, 0, 0], [1, 0, 0, 0, 0, 0]))).toBe('Herons won by 1 run')
  expect(text(played([2, 0, 0, 0, 0, 0], [4]))).toBe('Otters won by 10 wickets')
  expect(text(tied())).toBe('tie')
  expect(text(played([2, 2], [1]))).toBe('in progress')
  const last = new Book('community', { overs: 2, players: 3 }).start().runs(1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)
  expect(text(last.start('away').out().runs(2))).toBe('Otters won by 1 wicket')
})

test('VERDICT-2 behind after two innings is lost by an innings', () => {
  const b = new Book('test', { followOn: 10 }).start().runs(6, 6, 6).write({ type: 'Declare' })
  b.start('away').runs(4).write({ type: 'Declare' }, { type: 'FollowOn' }).start('away').runs(6, 6)
  expect(text(b)).toBe('in progress')
  b.write({ type: 'Declare' })
  expect(text(b)).toBe('Herons won by an innings and 2 runs')
  expect(b.play({ type: 'InningsStart', batting: 'home' })?.code).toBe('MATCH_OVER')
})

test('VERDICT-3 called off is a draw with two innings a side, else no result', () => {
  expect(text(new Book('test').start().runs(4).write({ type: 'MatchCalledOff' }))).toBe('draw')
  expect(text(new Book('t20').start().runs(4).write({ type: 'MatchCalledOff' }))).toBe('no result')
  expect(text(new Book('t20').write({ type: 'MatchCalledOff' }))).toBe('no result')
  const b = played([2, 2], [1]).write({ type: 'MatchCalledOff' })
  expect(cricketOutcome(b.score)).toEqual({ is: 'ended', winner: null, kind: 'no-result' })
  expect(b.play({ type: 'Awarded', to: 'home' })?.code).toBe('MATCH_OVER')
})

test('VERDICT-4 awarded, conceded, decided otherwise, or by a method', () => {
  const b = () => new Book().start().runs(4)
  expect(text(b().write({ type: 'Awarded', to: 'away' }))).toBe('Otters won (Awarded)')
  expect(cricketOutcome(b().write({ type: 'Conceded', by: 'away' }).score)).toMatchObject({
    winner: 'home',
    kind: 'awarded',
  })
  expect(text(tied().write({ type: 'BowlOut', winner: 'away' }))).toBe('tie; Otters won the bowl-out')
  expect(text(tied().write({ type: 'TieBroken', winner: 'home', by: 'boundary count' }))).toBe(
    'tie; Herons won the boundary count',
  )
  expect(played([2], [1]).play({ type: 'BowlOut', winner: 'home' })?.code).toBe('NOT_TIED')
  const rain = played([2, 2, 2, 2, 2, 2], [4]).write({ type: 'Result', winner: 'away', by: { runs: 2 }, method: 'D/L' })
  expect(text(rain)).toBe('Otters won by 2 runs (D/L)')
  expect(played([2, 0, 0, 0, 0, 0], [4]).play({ type: 'Result', winner: 'home', by: null, method: null })?.code).toBe(
    'RESULT_DIFFERS',
  )
})

/** A tie, and then these balls at the stumps, by turns from the home side: `x` hits, `.` misses. */
function bowledOut(balls: string): Book {
  const b = tied()
  for (const [n, ball] of [...balls].entries()) {
    const [side, tag] = n % 2 === 0 ? (['home', 'h'] as const) : (['away', 'a'] as const)
    b.write({ type: 'BowlOutBall', side, bowler: `${tag}${(Math.floor(n / 2) % 5) + 1}`, scored: ball === 'x' })
  }
  return b
}

test('BOWLOUT-1 after a tie the sides bowl at the stumps by turns, and the match is on until one has won', () => {
  const first = { type: 'BowlOutBall', side: 'away', bowler: 'a1', scored: true } as const
  expect(played([2], [1]).play(first)?.code).toBe('NOT_TIED')
  const b = tied().write(first)
  expect(cricketOutcome(b.score)).toEqual({ is: 'open' })
  expect(b.play({ ...first, bowler: 'a2' })).toEqual({
    code: 'BOWL_OUT_TURN',
    oddity: true,
    where: 'bowl-out, ball 2',
  })
  expect(b.play({ type: 'InningsStart', batting: 'home', superOver: 1 })?.code).toBe('NOT_TIED')
  expect(text(b.write({ type: 'MatchCalledOff' }))).toBe('tie')
})

test('BOWLOUT-2 it ends when nobody can catch up within five balls each, then when one is ahead after a pair', () => {
  expect(text(bowledOut('x.x.x'))).toBe('in progress')
  expect(text(bowledOut('x.x.x.'))).toBe('tie; Herons won the bowl-out')
  expect(text(bowledOut('.x.x..xx'))).toBe('tie; Otters won the bowl-out')
  const level = `${'xx'.repeat(5)}..xx`
  expect(text(bowledOut(level))).toBe('in progress')
  expect(text(bowledOut(`${level}x`))).toBe('in progress')
  const won = bowledOut(`${level}x.`)
  expect(cricketOutcome(won.score)).toEqual({ is: 'ended', winner: 'home', kind: 'won' })
  expect(won.play({ type: 'BowlOutBall', side: 'home', bowler: 'h4', scored: true })?.code).toBe('MATCH_OVER')
  expect(won.play({ type: 'BowlOut', winner: 'away' })?.code).toBe('NOT_TIED')
})

test('BOWLOUT-3 five of a side bowl before anybody bowls again, and only who plays', () => {
  const home = (bowler: string) => ({ type: 'BowlOutBall', side: 'home', bowler, scored: false }) as const
  expect(bowledOut('..').play(home('h1'))).toMatchObject({ code: 'BOWLED_ALREADY', detail: { player: 'h1', balls: 5 } })
  expect(bowledOut('.........').play({ ...home('a4'), side: 'away' })?.code).toBe('BOWLED_ALREADY')
  expect(bowledOut('..........').play(home('h5'))).toBeNull()
  expect(tied().play(home('a1'))?.code).toBe('NOT_IN_SIDE')
  const replaced = tied().write({ type: 'Substitute', side: 'home', out: 'h9', in: 'h12', reason: 'injury_substitute' })
  expect(replaced.play(home('h9'))?.code).toBe('LEFT_MATCH')
  expect(replaced.play(home('h12'))).toBeNull()
})

test('BOWLOUT-4 each ball is told with the score, and is a figure that a correction shows', () => {
  const names = { team: (side: 'home' | 'away') => TEAMS[side], player: (player: string | null) => player ?? '' }
  const two = bowledOut('x.')
  const third = { type: 'BowlOutBall', side: 'home', bowler: 'h3', scored: true } as const
  expect(cricketSentence(two.score, third, names)).toBe('h3 hits the wicket. Bowl-out: Herons 2, Otters 0.')
  expect(cricketSentence(two.score, { ...third, scored: false }, names)).toBe(
    'h3 misses. Bowl-out: Herons 1, Otters 0.',
  )
  const last = { type: 'BowlOutBall', side: 'away', bowler: 'a3', scored: false } as const
  expect(cricketSentence(bowledOut('x.x.x').score, last, names)).toBe(
    'a3 misses. Bowl-out: Herons 3, Otters 0. Result: tie; Herons won the bowl-out.',
  )
  expect(cricket.figures(two.score)).toContainEqual({ of: 'bowl-out', player: null, stands: '1-0' })
  expect(winChances(two.score)).toBeNull()
})

test('VERDICT-5 the result is one sentence', () => {
  expect(resultText({ is: 'won', winner: 'home', by: { innings: 1, runs: 46 }, method: null }, TEAMS)).toBe(
    'Herons won by an innings and 46 runs',
  )
  expect(resultText({ is: 'won', winner: 'away', by: null, method: '1st innings score' }, TEAMS)).toBe(
    'Otters won (1st innings score)',
  )
  expect(resultText({ is: 'drawn' }, TEAMS)).toBe('draw')
})

test('TARGET-1 who bats last needs one more than the other side, less the own first innings', () => {
  expect(played([2, 2, 2, 2, 2, 2], []).innings.target).toEqual({ runs: 13, official: false, method: null })
  const b = new Book('test')
    .start()
    .runs(4, 4)
    .write({ type: 'Declare' })
    .start('away')
    .runs(3)
    .write({ type: 'Declare' })
  b.start('home').runs(2).write({ type: 'Declare' })
  expect(b.start('away').innings.target?.runs).toBe(8)
  expect(text(b.runs(4, 4))).toBe('Otters won by 10 wickets')
})

test('TARGET-2 an official’s target and balls replace it, before the chase and in it', () => {
  const b = new Book('t20', { overs: 2 }).start().runs(2, 2).write({ type: 'OversReduced', balls: 6 }).runs(2, 2, 2, 2)
  expect(b.innings.end).toBe('overs')
  b.write({ type: 'TargetSet', runs: 7, balls: 4, method: 'D/L' }).start('away')
  expect(b.innings).toMatchObject({ target: { runs: 7, official: true, method: 'D/L' }, limit: { overs: 0, balls: 4 } })
  b.write({ type: 'TargetSet', runs: 5, balls: 3, method: 'D/L' }).runs(1, 1, 1)
  expect(b.innings.end).toBe('overs')
  expect(text(b)).toBe('Herons won by 1 run (D/L)')
  expect(b.play({ type: 'TargetSet', runs: 0, balls: 3, method: null })?.code).toBe('BAD_TARGET')
  const cut = new Book('t20', { overs: 2 }).write({ type: 'OversReduced', balls: 6 }).start().runs(0, 0, 0, 0, 0, 0)
  expect(cut.start('away').innings.limit).toEqual({ overs: 1, balls: 0 })
})

test('TARGET-3, TARGET-4 a ball after an official’s target is odd, and the chase is won by the runs it was ahead', () => {
  const b = new Book('t20').start().runs(6, 6, 6).write({ type: 'InningsEnd', why: 'closed' })
  b.write({ type: 'TargetSet', runs: 5, balls: null, method: 'D/L' }).start('away').runs(4, 1)
  expect(b.innings.end).toBe('target')
  expect(text(b)).toBe('Otters won by 10 wickets (D/L)')
  expect(b.play(b.ball({ bat: 2 }))).toMatchObject({ code: 'AFTER_TARGET', oddity: true })
  b.take(b.ball({ bat: 2 }))
  expect(b.innings).toMatchObject({ end: null, runs: 7 })
  b.write({ type: 'InningsEnd', why: 'closed' })
  expect(text(b)).toBe('Otters won by 3 runs (D/L)')
  const over = new Book('t20').start().runs(6).write({ type: 'InningsEnd', why: 'closed' })
  over.write({ type: 'TargetSet', runs: 50, balls: 2, method: 'D/L' }).start('away').runs(1, 1)
  expect(over.play(over.ball())).toMatchObject({ code: 'AFTER_LIMIT', oddity: true })
  const ahead = new Book('t20').start().runs(6).write({ type: 'InningsEnd', why: 'closed' }).start('away').runs(4)
  ahead.write({ type: 'TargetSet', runs: 3, balls: 1, method: 'D/L' })
  expect(text(ahead)).toBe('Otters won by 2 runs (D/L)')
})

test('SUPER-1 after a tie an over each, over at two wickets, and another after another tie', () => {
  const b = tied().start('away', 1).out().runs(3).out()
  expect(b.innings).toMatchObject({ end: 'all out', wickets: 2, runs: 3, limit: { overs: 1, balls: 0 } })
  expect(text(b)).toBe('in progress')
  b.start('home', 1)
  expect(b.innings.target?.runs).toBe(4)
  b.runs(3).bowl().bowl().bowl().bowl().bowl()
  expect(text(b)).toBe('tie')
  b.start('home', 2).bowl({ bat: 1 }, { bowler: 'a4' }).out('bowled', { bowler: 'a4' }).out('bowled', { bowler: 'a4' })
  b.start('away', 2).bowl({ bat: 2 }, { bowler: 'h4', striker: 'a4', nonStriker: 'a5' })
  expect(text(b)).toBe('tie; Otters won the super over')
  expect(b.score.innings.length).toBe(6)
})

test('SUPER-1 penalty runs to the field in a super over are of that super over', () => {
  const b = tied()
    .start('away', 1)
    .bowl({}, { penalty: { to: 'fielding', runs: 5 } })
    .runs(3, 0, 0, 0, 0)
  expect(b.start('home', 1).innings).toMatchObject({ runs: 5, end: 'target' })
  expect(text(b)).toBe('tie; Herons won the super over')
  const other = tied().start('away', 1).runs(1, 0, 0, 0, 0, 0).start('home', 1)
  other.write({ type: 'PenaltyRuns', to: 'away', runs: 5 })
  expect(other.innings.target?.runs).toBe(7)
  expect(other.score.innings[1]?.runs).toBe(1)
})

test('SUPER-2 who batted second bats first, then the other way round', () => {
  const b = tied()
  expect(b.play({ type: 'InningsStart', batting: 'home', superOver: 1 })).toMatchObject({
    code: 'WRONG_SIDE',
    oddity: true,
  })
  b.start('away', 1).runs(1, 0, 0, 0, 0, 0).start('home', 1).runs(1, 0, 0, 0, 0, 0)
  expect(b.play({ type: 'InningsStart', batting: 'away', superOver: 2 })?.code).toBe('WRONG_SIDE')
  expect(b.play({ type: 'InningsStart', batting: 'away', superOver: 1 })?.code).toBe('NO_MORE_INNINGS')
  const won = played([2, 0, 0, 0, 0, 0], [4])
  expect(won.play({ type: 'InningsStart', batting: 'away', superOver: 1 })?.code).toBe('NOT_TIED')
})

test('SUPER-3 nobody who was out bats again, and the bowler of the last one does not bowl', () => {
  const b = tied().start('away', 1).out().runs(0, 0, 0, 0, 0).start('home', 1).runs(0, 0, 0, 0, 0, 0).start('home', 2)
  expect(b.play(b.ball())).toMatchObject({ code: 'BOWLED_LAST_SUPER_OVER', oddity: true })
  b.bowl({}, { bowler: 'a4' })
  while (b.innings.end === null) b.bowl({}, { bowler: 'a4' })
  b.start('away', 2)
  expect(b.play(b.ball({}, { bowler: 'h4', striker: 'a1' }))).toMatchObject({ code: 'OUT_IN_SUPER_OVER', oddity: true })
  expect(b.against({}, { bowler: 'h4', striker: 'a2', nonStriker: 'a3' })).toBeNull()
})
