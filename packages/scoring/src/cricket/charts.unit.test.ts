import { expect, test } from 'vitest'
import { Book } from './given.ts'
import { runRates, scorecard } from './scorecard.ts'
import { cricketTable } from './table.ts'
import { ballMark, manhattan, overBalls, partnerships, timeline, worm } from './timeline.ts'
import { averagesOf, playerTotals, pricesPerFeat } from './totals.ts'

const caught = (fielder: object) =>
  ({ wickets: [{ kind: 'caught' as const, out: 'h1', fielders: [fielder] }] }) as object

/** Two overs: 1, wide, 4 (boundary), out, 2 leg byes, 0, 6 | no-ball and 1, ... */
const book = () =>
  new Book()
    .start()
    .runs(1)
    .bowl({ wides: 1 })
    .bowl({ bat: 4 }, { boundary: 4 })
    .out('bowled')
    .bowl({ legByes: 2 })
    .runs(0)
    .bowl({ bat: 6 }, { boundary: 6 })
    .bowl({ noBalls: 1, bat: 1 })
    .runs(3)
const ballsOf = (b: Book) => timeline(b.rules, b.setup, b.plays)

test('CHART-1 every ball has its place, what it brought and what stood after it', () => {
  const balls = ballsOf(book())
  expect(balls.map(({ over, ball, runs, fair, after }) => [over, ball, runs, fair, after.runs, after.wickets])).toEqual(
    [
      [0, 1, 1, true, 1, 0],
      [0, 2, 1, false, 2, 0],
      [0, 3, 4, true, 6, 0],
      [0, 4, 0, true, 6, 1],
      [0, 5, 2, true, 8, 1],
      [0, 6, 0, true, 8, 1],
      [0, 7, 6, true, 14, 1],
      [1, 1, 2, false, 16, 1],
      [1, 2, 3, true, 19, 1],
    ],
  )
  expect(overBalls(balls, 1, 1).length).toBe(2)
})

test('CHART-2 the last total of the worm and of the Manhattan is that of the innings', () => {
  const b = book()
  const balls = ballsOf(b)
  expect(manhattan(balls)).toMatchObject([
    { over: 0, runs: 14, wickets: 1, bowlers: ['a11'], total: { runs: 14, wickets: 1 } },
    { over: 1, runs: 5, wickets: 0, bowlers: ['a10'], total: { runs: b.innings.runs } },
  ])
  const points = worm(balls, 1)
  expect(points[0]).toEqual({ balls: 0, runs: 0, wicket: false })
  expect(points.at(-1)).toEqual({ balls: b.innings.balls, runs: b.innings.runs, wicket: false })
  expect(points.filter(({ wicket }) => wicket).length).toBe(1)
})

test('CHART-3 partnerships follow one another and make the total', () => {
  const b = book()
  const pairs = partnerships(ballsOf(b))
  expect(pairs.map(({ wicket, runs, balls, broken }) => [wicket, runs, balls, broken])).toEqual([
    [1, 6, 3, true],
    [2, 13, 4, false],
  ])
  expect(pairs[0]?.batters).toEqual([
    { player: 'h1', runs: 1, balls: 1 },
    { player: 'h2', runs: 4, balls: 2 },
  ])
  expect(pairs.reduce((sum, { runs }) => sum + runs, 0)).toBe(b.innings.runs)
  b.write({ type: 'Retire', player: 'h3', kind: 'retired hurt' })
  b.bowl({ bat: 1 }, { nonStriker: b.innings.nonStriker ?? 'h4', striker: b.innings.striker ?? 'h4' })
  expect(partnerships(ballsOf(b)).map(({ wicket, broken }) => [wicket, broken])).toEqual([
    [1, true],
    [2, true],
    [2, false],
  ])
})

test('CHART-4 the scorecard', () => {
  const [card] = scorecard(book().score)
  expect(card).toMatchObject({
    runs: 19,
    wickets: 1,
    overs: '1.1',
    extras: { total: 4, wides: 1, legByes: 2, noBalls: 1 },
  })
  expect(card?.batters.map(({ player, runs, balls, fours, sixes }) => [player, runs, balls, fours, sixes])).toEqual([
    ['h1', 2, 2, 0, 0],
    ['h2', 4, 2, 1, 0],
    ['h3', 9, 4, 0, 1],
  ])
  expect(card?.batters.reduce((sum, { runs }) => sum + runs, 0)).toBe(15)
  expect(card?.toBat).toEqual(['h4', 'h5', 'h6', 'h7', 'h8', 'h9', 'h10', 'h11'])
  expect(card?.falls).toEqual([{ wicket: 1, runs: 6, balls: 3, over: '0.3', out: 'h2' }])
  expect(card?.bowlers[0]).toMatchObject({ player: 'a11', overs: '1', runs: 12, wickets: 1, economy: 12 })
})

test('CHART-5 the required rate is what is needed in the balls that are left', () => {
  const b = new Book('t20', { overs: 2 })
    .start()
    .runs(2, 2, 2, 2, 2, 2, 1, 1, 1, 1, 1, 1)
    .start('away')
    .runs(3, 0, 0, 0)
  expect(runRates(b.score, b.innings)).toEqual({ current: 4.5, required: 12, needed: 16, ballsLeft: 8 })
  const test = new Book('test').start().runs(4)
  expect(runRates(test.score, test.innings)).toEqual({ current: 24, required: null, needed: null, ballsLeft: null })
})

test('CHART-6 a ball in the signs of a scorebook', () => {
  const b = book().bowl({ byes: 1 }, { penalty: { to: 'batting', runs: 5 } })
  expect(ballsOf(b).map(ballMark)).toEqual(['1', 'wd', '4', 'W', '2lb', '.', '6', 'nb+1', '3', '1b+5p'])
})

test('CHART-7 a season sums up, without super overs and substitutes’ catches', () => {
  const one = new Book('t20', { overs: 1 })
    .start()
    .bowl({}, caught({ player: 'a7' }))
    .runs(2, 0, 0, 0, 0)
    .start('away')
    .runs(1, 1, 0, 0, 0, 0)
  one.start('away', 1).runs(6).out().out().start('home', 1)
  const two = new Book('t20', { overs: 1 })
    .start()
    .bowl({}, caught({ player: 'a12', substitute: true }))
    .out()
  const totals = new Map(playerTotals([one.score, two.score]).map((row) => [row.player, row]))
  expect(totals.get('h1')).toMatchObject({ matches: 2, innings: 2, runs: 0, balls: 2, notOut: 0 })
  expect(totals.get('a7')).toMatchObject({ matches: 2, catches: 1, innings: 0 })
  expect(totals.has('a12')).toBe(false)
  expect(totals.get('a11')).toMatchObject({ wickets: 3, bowled: 8, conceded: 2, best: { wickets: 2, runs: 0 } })
  expect(totals.get('a1')).toMatchObject({ runs: 1, innings: 1, notOut: 1 })
  const h3 = totals.get('h3')
  expect(h3 && averagesOf(h3)).toMatchObject({ bowling: null })
})

test('CHART-8 price per run and per wicket in whole smallest units', () => {
  const b = new Book('t20', { overs: 1 }).start().runs(3, 0, 0, 0, 0, 0).start('away')
  const worth = pricesPerFeat(
    playerTotals([b.score]),
    new Map([
      ['h1', 10_000_000],
      ['a11', 500],
      ['x', 7],
    ]),
  )
  expect(worth).toEqual([
    { player: 'h1', price: 10_000_000, perRun: 3_333_333, perWicket: null },
    { player: 'a11', price: 500, perRun: null, perWicket: null },
    { player: 'x', price: 7, perRun: null, perWicket: null },
  ])
})

const between = (home: string, away: string, b: Book) => ({ teams: { home, away }, score: b.score })
/** Over two overs: home makes 12, away is all out for 4 in an over and a ball, or falls short. */
const season = () => {
  const out = new Book('community', { overs: 2, players: 3 })
    .start()
    .runs(1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1)
    .start('away')
    .runs(4, 0, 0, 0, 0, 0)
    .out()
  return out.out()
}

test('NRR-1 two points for a win, one for a tie or no result, in order of points, rate, wins, name', () => {
  const washed = new Book('t20').start().write({ type: 'MatchCalledOff' })
  const level = new Book('t20', { overs: 1 }).start().runs(0, 0, 0, 0, 0, 0).start('away').runs(0, 0, 0, 0, 0, 0)
  const table = cricketTable(
    ['D', 'C', 'B', 'A'],
    [between('A', 'B', season()), between('C', 'B', washed), between('C', 'A', level)],
  )
  expect(
    table.map(({ team, played, won, lost, tied, noResult, points }) => [
      team,
      played,
      won,
      lost,
      tied,
      noResult,
      points,
    ]),
  ).toEqual([
    ['A', 2, 1, 0, 1, 0, 3],
    ['C', 2, 0, 0, 1, 1, 2],
    ['B', 2, 0, 1, 0, 1, 1],
    ['D', 0, 0, 0, 0, 0, 0],
  ])
  expect(cricketTable(['A', 'B'], [between('A', 'B', new Book().start())])[0]?.played).toBe(0)
})

test('NRR-2 a side that is all out is charged its full quota', () => {
  const [a, b] = cricketTable([], [between('A', 'B', season())])
  expect(a).toMatchObject({ team: 'A', for: { runs: 12, balls: 12 }, against: { runs: 4, balls: 12 }, netRunRate: 4 })
  expect(b?.netRunRate).toBe(-4)
})

test('NRR-3 what was awarded or had no result counts in nobody’s rate, nor do super overs', () => {
  const given = new Book().start().runs(6).write({ type: 'Awarded', to: 'away' })
  const level = new Book('t20', { overs: 1 }).start().runs(1, 0, 0, 0, 0, 0).start('away').runs(1, 0, 0, 0, 0, 0)
  level.start('away', 1).runs(6, 0, 0, 0, 0, 0).start('home', 1).runs(0, 0, 0, 0, 0, 0)
  const table = cricketTable([], [between('A', 'B', given), between('A', 'B', level)])
  expect(table[0]).toMatchObject({ team: 'B', won: 2, points: 4, for: { runs: 1, balls: 6 }, netRunRate: 0 })
})

test('NRR-4 under an official’s target the first side is credited with it', () => {
  const b = new Book('t20', { overs: 2 }).start().runs(6, 6, 6).write({ type: 'InningsEnd', why: 'closed' })
  b.write({ type: 'TargetSet', runs: 7, balls: 6, method: 'D/L' }).start('away').runs(1, 1, 1, 0, 0, 0)
  const [a] = cricketTable([], [between('A', 'B', b)])
  expect(a).toMatchObject({ team: 'A', for: { runs: 6, balls: 6 }, against: { runs: 3, balls: 6 }, netRunRate: 3 })
})
