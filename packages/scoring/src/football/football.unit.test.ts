import { expect, test } from 'vitest'
import { NAMES, objection, played, shirts, sidesOf } from '../given-plays.ts'
import { matchLine } from '../match/line.ts'
import type { Side } from '../sport.ts'
import { football } from './football.ts'
import type { FootballPlay, FootballSetup, Minute, Period } from './plays.ts'
import { FOOTBALL_FORMATS, type FootballRules } from './rules.ts'
import { changesAllowed, minuteWords } from './score.ts'
import { footballSentence } from './sentences.ts'
import { fairPlayOf, footballResult, footballTimeline, minuteOf, scorers } from './views.ts'

const LAWS: FootballRules = FOOTBALL_FORMATS.laws
const LEAGUE: FootballSetup = {
  knockout: false,
  aggregate: null,
  bench: { home: ['h12', 'h13', 'h14', 'h15', 'h16', 'h17', 'h18'], away: ['a12'] },
  sides: sidesOf(shirts('h', 11), shirts('a', 11)),
}
const KNOCKOUT: FootballSetup = { ...LEAGUE, knockout: true }

const start = (period: Period): FootballPlay => ({ type: 'PeriodStart', period })
const end = (period: Period): FootballPlay => ({ type: 'PeriodEnd', period })
const at = (minute: number, added = 0): Minute => ({ minute, added })
const goal = (
  side: Side,
  minute: Minute = null,
  more: Partial<FootballPlay & { type: 'Goal' }> = {},
): FootballPlay => ({
  type: 'Goal',
  side,
  how: 'goal',
  scorer: side === 'home' ? 'h9' : 'a9',
  assist: null,
  at: minute,
  ...more,
})
const card = (player: string, colour: 'yellow' | 'second-yellow' | 'red'): FootballPlay => ({
  type: 'Card',
  side: player.startsWith('h') ? 'home' : 'away',
  player,
  colour,
  at: null,
})
const change = (minute: Minute, ...pairs: [off: string, on: string][]): FootballPlay => ({
  type: 'Substitution',
  side: 'home',
  changes: pairs.map(([off, on]) => ({ off, on })),
  concussion: false,
  at: minute,
})
const kick = (side: Side, scored: boolean, taker: string | null = null): FootballPlay => ({
  type: 'Kick',
  side,
  taker,
  scored,
})
const half = (period: Period, ...plays: FootballPlay[]) => [start(period), ...plays, end(period)]

const score = (plays: readonly FootballPlay[], setup = LEAGUE, rules = LAWS) => played(football, rules, setup, plays)
const code = (plays: readonly FootballPlay[], play: FootballPlay, setup = LEAGUE) =>
  objection(football, score(plays, setup), play)
const FULL = [...half('first'), ...half('second')]
const LONG = [...FULL, ...half('extra-first'), ...half('extra-second')]

test('GOAL-1 two halves in their order, and goals while the ball is in play', () => {
  expect(code([], goal('home'))).toBe('NOT_IN_PLAY')
  expect(code([], start('second'))).toBe('WRONG_PERIOD')
  expect(code([start('first')], start('second'))).toBe('PERIOD_RUNS')
  expect(code(half('first'), goal('home'))).toBe('NOT_IN_PLAY')
  expect(score(half('first', goal('home'), goal('away'))).goals).toEqual({ home: 1, away: 1 })
  const own = goal('home', null, { how: 'own', scorer: 'a4' })
  expect(score([start('first'), own]).goals.home).toBe(1)
  expect(code([start('first')], goal('home', null, { how: 'own', scorer: 'h4' }))).toBe('NOT_ON_PITCH')
  expect(code([start('first')], goal('home', null, { assist: 'h9' }))).toBe('NO_ASSIST')
})

test('GOAL-2 a league match may end level, a knock-out goes on', () => {
  expect(football.outcome(score(FULL))).toEqual({ is: 'ended', winner: null, kind: 'drawn' })
  expect(football.outcome(score(FULL, KNOCKOUT))).toEqual({ is: 'open' })
  expect(football.outcome(score([...half('first', goal('away')), ...half('second')], KNOCKOUT))).toMatchObject({
    winner: 'away',
  })
  expect(code(FULL, start('kicks'), KNOCKOUT)).toBe('WRONG_PERIOD')
  expect(code(FULL, start('extra-first'), KNOCKOUT)).toBeNull()
  expect(code(LONG, start('kicks'), KNOCKOUT)).toBeNull()
  const straight = score(FULL, KNOCKOUT, FOOTBALL_FORMATS['no-extra-time'])
  expect(objection(football, straight, start('kicks'))).toBeNull()
})

test('GOAL-2 with a first leg the goals of both must be level', () => {
  const second: FootballSetup = { ...KNOCKOUT, aggregate: { home: 1, away: 2 } }
  expect(football.outcome(score(FULL, second))).toMatchObject({ winner: 'away', kind: 'won' })
  expect(football.outcome(score([...half('first', goal('home')), ...half('second')], second))).toEqual({ is: 'open' })
})

/** `HO` is a kick of home that goes in, `Ax` one of away that does not. */
const kicks = (text: string): FootballPlay[] =>
  text.split(' ').map((one) => kick(one.startsWith('H') ? 'home' : 'away', one.endsWith('O')))
const shootOut = (text: string) => score([...LONG, start('kicks'), ...kicks(text)], KNOCKOUT)

test('GOAL-3 a shoot-out ends when nobody can catch up, then after a pair', () => {
  expect(football.outcome(shootOut('HO Ax HO Ax HO'))).toEqual({ is: 'open' })
  expect(football.outcome(shootOut('HO Ax HO Ax HO Ax'))).toMatchObject({ winner: 'home' })
  expect(football.outcome(shootOut('HO AO HO AO HO AO HO AO HO AO'))).toEqual({ is: 'open' })
  expect(football.outcome(shootOut('HO AO HO AO HO AO HO AO HO AO HO'))).toEqual({ is: 'open' })
  expect(football.outcome(shootOut('HO AO HO AO HO AO HO AO HO AO HO Ax'))).toMatchObject({ winner: 'home' })
  expect(objection(football, shootOut('HO'), kick('home', true))).toBe('OUT_OF_TURN')
  expect(footballResult(shootOut('HO AO Hx'))).toMatchObject({
    kicks: { home: 1, away: 1 },
    goals: { home: 0, away: 0 },
  })
})

test('GOAL-3 a shoot-out of which only the result is known', () => {
  const told: FootballPlay = { type: 'ShootOut', scored: { home: 4, away: 2 } }
  expect(football.outcome(score([...LONG, start('kicks'), told], KNOCKOUT))).toMatchObject({ winner: 'home' })
  expect(code([...LONG, start('kicks')], { ...told, scored: { home: 4, away: 4 } }, KNOCKOUT)).toBe('SHOOT_OUT_LEVEL')
  expect(code(LONG, told, KNOCKOUT)).toBe('NO_SHOOT_OUT')
})

test('GOAL-3 a shoot-out is not ended before it is decided', () => {
  expect(code([...LONG, start('kicks')], end('kicks'), KNOCKOUT)).toBe('SHOOT_OUT_OPEN')
  expect(code([...LONG, start('kicks'), ...kicks('HO')], end('kicks'), KNOCKOUT)).toBe('SHOOT_OUT_OPEN')
})

test('GOAL-4 everybody kicks before anybody kicks again, the longer side as many as the shorter', () => {
  const all = (count: number) =>
    Array.from({ length: count }, (_, n) => [kick('home', true, `h${n + 1}`), kick('away', true, `a${n + 1}`)]).flat()
  const after = (count: number, ...before: FootballPlay[]) =>
    score(
      [
        ...half('first', ...before),
        ...half('second'),
        ...half('extra-first'),
        ...half('extra-second'),
        start('kicks'),
        ...all(count),
      ],
      KNOCKOUT,
    )
  expect(objection(football, after(1), kick('home', true, 'h1'))).toBe('KICKED_ALREADY')
  expect(objection(football, after(11), kick('home', true, 'h1'))).toBeNull()
  // Away is one short, so home may begin again after ten.
  expect(objection(football, after(10, card('a11', 'red')), kick('home', true, 'h1'))).toBeNull()
  expect(objection(football, after(10), kick('home', true, 'h1'))).toBe('KICKED_ALREADY')
})

test('GOAL-5 a second yellow or a red sends off for good', () => {
  const booked = [start('first'), card('h4', 'yellow')]
  expect(code(booked, card('h4', 'yellow'))).toBe('SECOND_YELLOW')
  expect(code([start('first')], card('h4', 'second-yellow'))).toBe('NO_FIRST_YELLOW')
  const off = [...booked, card('h4', 'second-yellow')]
  expect(score(off).sides.home.on).toHaveLength(10)
  expect(code(off, goal('home', null, { scorer: 'h4' }))).toBe('SENT_OFF')
  expect(code(off, card('h4', 'red'))).toBe('SENT_OFF')
  expect(code(off, change(null, ['h4', 'h12']))).toBe('SENT_OFF')
  expect(fairPlayOf(score([...off, card('h5', 'yellow'), card('h6', 'red')]), 'home')).toBe(3 + 1 + 4)
})

const swap = (minute: number, n: number) => change(at(minute), [`h${n}`, `h${n + 11}`])

test('GOAL-6 five substitutions in three stoppages, half-time not counted', () => {
  const three = [start('first'), swap(10, 1), swap(20, 2), swap(30, 3)]
  expect(code(three, swap(40, 4))).toBe('NO_WINDOW_LEFT')
  expect(code(three, swap(30, 4))).toBeNull()
  expect(code([...three, end('first')], swap(46, 4))).toBeNull()
  const five = [
    start('first'),
    change(at(10), ['h1', 'h12'], ['h2', 'h13'], ['h3', 'h14'], ['h4', 'h15'], ['h5', 'h16']),
  ]
  expect(code(five, swap(20, 6))).toBe('NO_SUBSTITUTION_LEFT')
  const injured = { ...change(at(20), ['h6', 'h17']), concussion: true } as FootballPlay
  expect(code(five, injured)).toBeNull()
  expect(code([...five, injured], { ...injured, changes: [{ off: 'h7', on: 'h18' }] } as FootballPlay)).toBe(
    'NO_CONCUSSION_LEFT',
  )
})

test('GOAL-6 one more of each in extra time', () => {
  const all = [
    ...half('first', swap(10, 1), swap(20, 2), change(at(30), ['h3', 'h14'], ['h4', 'h15'], ['h5', 'h16'])),
    ...half('second'),
  ]
  expect(code([...all, start('extra-first')], swap(95, 6), KNOCKOUT)).toBeNull()
  expect(code([...all, start('extra-first'), swap(95, 6)], swap(100, 7), KNOCKOUT)).toBe('NO_SUBSTITUTION_LEFT')
})

const concussed = (side: Side, off: string, on: string): FootballPlay => ({
  type: 'Substitution',
  side,
  changes: [{ off, on }],
  concussion: true,
  at: at(40),
})

test('GOAL-11 for a concussion a side has one change more, outside the count and the stoppages', () => {
  const three = [start('first'), swap(10, 1), swap(20, 2), swap(30, 3)]
  expect(code(three, concussed('home', 'h4', 'h15'))).toBeNull()
  expect(score([...three, concussed('home', 'h4', 'h15')]).sides.home).toMatchObject({ substitutions: 3, windows: 3 })
  expect(code([...three, concussed('home', 'h4', 'h15')], concussed('home', 'h5', 'h16'))).toBe('NO_CONCUSSION_LEFT')
  const free = FOOTBALL_FORMATS['five-a-side']
  expect(objection(football, score([start('first')], LEAGUE, free), concussed('home', 'h4', 'h15'))).toBe(
    'NO_CONCUSSION_LEFT',
  )
})

test('GOAL-11 the other side may answer it with a change more, where the competition says so', () => {
  const five = change(at(10), ['h1', 'h12'], ['h2', 'h13'], ['h3', 'h14'], ['h4', 'h15'], ['h5', 'h16'])
  const used = [start('first'), five, concussed('away', 'a1', 'a12')]
  expect(code([start('first'), five], swap(20, 6))).toBe('NO_SUBSTITUTION_LEFT')
  expect(code(used, swap(20, 6))).toBe('BACK_IN_TIME')
  expect(code(used, swap(50, 6))).toBeNull()
  expect(code([...used, swap(50, 6)], swap(60, 7))).toBe('NO_SUBSTITUTION_LEFT')
  const three = [start('first'), swap(10, 1), swap(20, 2), swap(30, 3), concussed('away', 'a1', 'a12')]
  expect(code(three, swap(50, 4))).toBeNull()
  expect(code([...three, swap(50, 4)], swap(60, 5))).toBe('NO_WINDOW_LEFT')
  expect(changesAllowed(score(three), 'home')).toEqual({ max: 6, windows: 4 })
  expect(changesAllowed(score(three), 'away')).toEqual({ max: 5, windows: 3 })
  const without = { ...LAWS, substitutions: { ...LAWS.substitutions, concussionAnswer: 0 } }
  expect(objection(football, score(used, LEAGUE, without), swap(50, 6))).toBe('NO_SUBSTITUTION_LEFT')
})

test('GOAL-11 who was replaced may come on for a concussion where no more are named than may come on', () => {
  const small: FootballSetup = { ...LEAGUE, bench: { ...LEAGUE.bench, home: ['h12', 'h13', 'h14', 'h15', 'h16'] } }
  const one = [start('first'), swap(10, 1)]
  expect(code(one, concussed('home', 'h2', 'h1'), small)).toBeNull()
  expect(code(one, concussed('home', 'h2', 'h1'))).toBe('REPLACED')
  expect(code(one, change(at(40), ['h2', 'h1']), small)).toBe('REPLACED')
})

test('GOAL-7 who comes on was on the bench, who goes off on the pitch, and nobody comes back', () => {
  const one = [start('first'), swap(10, 1)]
  expect(score(one).sides.home.on[0]).toBe('h12')
  expect(code(one, change(at(20), ['h1', 'h13']))).toBe('NOT_ON_PITCH')
  expect(code(one, change(at(20), ['h2', 'h12']))).toBe('ON_PITCH')
  expect(code(one, change(at(20), ['h2', 'zoe']))).toBe('UNKNOWN_PLAYER')
  expect(code(one, change(at(20), ['h2', 'h1']))).toBe('REPLACED')
  expect(code(one, change(at(20)))).toBe('NOBODY_CHANGES')
  expect(code(one, change(at(20), ['h2', 'h13'], ['h2', 'h14']))).toBe('NAMED_TWICE')
  const free = score(one, LEAGUE, FOOTBALL_FORMATS['five-a-side'])
  expect(objection(football, free, change(at(20), ['h2', 'h1']))).toBeNull()
  expect(football.apply(free, change(at(20), ['h2', 'h1'])).sides.home.replaced).toEqual(['h2'])
})

test('GOAL-8 a minute past the length of a half is added time, and time does not run backwards', () => {
  const words = (period: Period, playedMinutes: number) => minuteWords(minuteOf(LAWS, period, playedMinutes))
  expect([words('first', 0), words('first', 44), words('first', 46)]).toEqual(['1', '45', '45+2'])
  expect([words('second', 0), words('second', 45)]).toEqual(['46', '90+1'])
  expect([words('extra-first', 15), words('extra-second', 17)]).toEqual(['105+1', '120+3'])
  const late = [start('first'), goal('home', at(45, 2))]
  expect(football.check(score(late), goal('away', at(45, 1)))).toMatchObject({ code: 'BACK_IN_TIME', oddity: true })
  expect(code([...late, end('first'), start('second')], goal('away', at(46)))).toBeNull()
})

test('GOAL-9 with fewer than seven a side cannot play on', () => {
  const off = ['h1', 'h2', 'h3', 'h4', 'h5'].map((player) => card(player, 'red'))
  expect(code([start('first'), ...off], goal('home'))).toBe('TOO_FEW_PLAYERS')
  expect(code([start('first'), ...off.slice(1)], goal('home'))).toBeNull()
})

test('GOAL-10 a fan sees the score at each end, a timeline and the scorers', () => {
  const plays = [
    ...half('first', goal('home', at(23))),
    ...half('second', goal('away', at(80)), goal('away', at(90, 1), { scorer: 'a7', assist: 'a9' })),
  ]
  expect(footballResult(score(plays))).toEqual({
    halfTime: { home: 1, away: 0 },
    fullTime: { home: 1, away: 2 },
    extraTime: null,
    kicks: null,
    goals: { home: 1, away: 2 },
  })
  expect(
    footballTimeline(LAWS, LEAGUE, plays).flatMap((one) =>
      one.play.type === 'Goal' ? [[minuteWords(one.at), one.score.away]] : [],
    ),
  ).toEqual([
    ['23', 0],
    ['80', 1],
    ['90+1', 2],
  ])
  expect(scorers(plays)).toEqual([
    { player: 'a9', side: 'away', goals: 1, assists: 1 },
    { player: 'h9', side: 'home', goals: 1, assists: 0 },
    { player: 'a7', side: 'away', goals: 1, assists: 0 },
  ])
  expect(scorers([goal('home', null, { how: 'own', scorer: 'a2' })])).toEqual([])
})

test('GOAL-10 a list says how a knock-out that was level was won', () => {
  const says = (plays: readonly FootballPlay[]) =>
    matchLine(
      { sport: 'football', phase: { is: 'live' }, score: score(plays, KNOCKOUT) },
      { home: 'Reds', away: 'Blues' },
    )
  const level = [...half('first'), ...half('second')]
  expect(says([...half('first', goal('home')), ...half('second')]).result).toBe('Reds won')
  expect(says([...level, ...half('extra-first', goal('away')), ...half('extra-second')]).result).toBe(
    'Blues won after extra time',
  )
  const kicks = [start('kicks'), ...[0, 1, 2].flatMap(() => [kick('home', true), kick('away', false)])]
  expect(says([...level, ...half('extra-first'), ...half('extra-second'), ...kicks])).toEqual({
    home: '0 (3)',
    away: '0 (0)',
    result: 'Reds won 3-0 on kicks',
  })
})

test('SPORT-2 nothing is scored after the end of a football match', () => {
  expect(code(FULL, goal('home'))).toBe('AFTER_END')
  const over = score(FULL)
  expect(football.apply(over, goal('home'))).toBe(over)
})

test('SPORT-3 a place in football is a half and a minute', () => {
  const place = (plays: readonly FootballPlay[], play: FootballPlay, setup = LEAGUE) =>
    football.check(score(plays, setup), play)?.where
  expect(place([...half('first'), start('second')], goal('home', at(67), { scorer: 'zoe' }))).toBe(
    'second half, minute 67',
  )
  expect(place([...LONG, start('kicks'), kick('home', true)], kick('home', true), KNOCKOUT)).toBe('shoot-out, kick 2')
  expect(place([], goal('home'))).toBe('before kick-off')
})

test('SPORT-5 commentary on goals, cards, changes and the end', () => {
  const words = (plays: readonly FootballPlay[], play: FootballPlay) => footballSentence(score(plays), play, NAMES)
  const on = [start('first')]
  expect(words(on, goal('home', at(12), { assist: 'h7' }))).toBe(
    'Goal! h9 (Reds) scores, set up by h7. Reds 1, Blues 0.',
  )
  expect(words(on, goal('away', at(12), { how: 'own', scorer: 'h2' }))).toBe(
    'Own goal by h2 (Reds); it counts for Blues. Reds 0, Blues 1.',
  )
  expect(words(on, card('h4', 'red'))).toBe('h4 (Reds) is sent off.')
  expect(words(on, swap(60, 1))).toBe('Reds change: h12 for h1.')
  expect(words(on, end('first'))).toBe('Half-time: Reds 0, Blues 0.')
  expect(words([...half('first'), start('second')], end('second'))).toBe('Full time: Reds 0, Blues 0.')
  expect(words(on, { type: 'Review', of: 'a penalty', stands: false, at: at(30) })).toBe(
    'Review of a penalty: the decision is reversed.',
  )
})
