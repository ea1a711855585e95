import { expect, test } from 'vitest'
import { NAMES, objection, played, shirts, sidesOf } from '../given-plays.ts'
import type { Side } from '../sport.ts'
import { kabaddi } from './kabaddi.ts'
import type { KabaddiPlay, KabaddiSetup, Raid } from './plays.ts'
import { KABADDI_FORMATS, type KabaddiRules } from './rules.ts'
import { isDoOrDie, kabaddiPoints, onMat, raidWorth } from './score.ts'
import { kabaddiSentence } from './sentences.ts'
import { defenders, kabaddiTimeline, playersOnMat, raidAsDue, raiders } from './views.ts'

const PKL: KabaddiRules = KABADDI_FORMATS.pkl
const SETUP: KabaddiSetup = { knockout: false, sides: sidesOf(shirts('h', 7), shirts('a', 7)) }
const KNOCKOUT: KabaddiSetup = { ...SETUP, knockout: true }
const START: KabaddiPlay = { type: 'HalfStart', raiding: 'home' }

const raid = (raiding: Side, more: Partial<Raid> = {}): Raid => ({
  type: 'Raid',
  raiding,
  raider: raiding === 'home' ? 'h1' : 'a1',
  touched: [],
  steppedOut: [],
  bonus: false,
  lost: null,
  by: [],
  superTackle: false,
  allOut: null,
  ...more,
})
const touch = (raiding: Side, ...touched: (string | null)[]) => raid(raiding, { touched })
const caught = (raiding: Side, raider: string, more: Partial<Raid> = {}) =>
  raid(raiding, { raider, lost: 'tackled', ...more })
const score = (plays: readonly KabaddiPlay[], setup = SETUP, rules = PKL) => played(kabaddi, rules, setup, plays)
const inHalf = (...plays: readonly KabaddiPlay[]) => score([START, ...plays])
const code = (plays: readonly KabaddiPlay[], play: KabaddiPlay) => objection(kabaddi, inHalf(...plays), play)
const points = (...plays: readonly KabaddiPlay[]) => {
  const { home, away } = kabaddiPoints(inHalf(...plays))
  return [home, away]
}
/** Raids of both sides that leave this many defenders of away on the mat, and home full. */
const awayDownTo = (left: number): KabaddiPlay[] =>
  Array.from({ length: 7 - left }, (_, at) => [touch('home', `a${7 - at}`), raid('away', { bonus: true })]).flat()

test('RAID-1 a touch, the bonus and a tackle are a point each', () => {
  expect(points(touch('home', 'a1', 'a2'))).toEqual([2, 0])
  expect(points(raid('home', { bonus: true }))).toEqual([1, 0])
  expect(points(raid('home', { bonus: true, lost: 'tackled', by: ['a3'] }))).toEqual([1, 1])
  expect(points(raid('home', { lost: 'out-of-court' }))).toEqual([0, 1])
  expect(points(raid('home', { steppedOut: ['a4'] }))).toEqual([1, 0])
  expect(points({ type: 'Technical', to: 'away', points: 2, why: 'dissent' })).toEqual([0, 2])
  expect(code([], { type: 'Technical', to: 'away', points: 0, why: '' })).toBe('BAD_POINTS')
})

test('RAID-1 what a raid is worth is what it adds to the score', () => {
  const one = raid('home', { touched: ['a1'], bonus: true })
  expect(raidWorth(PKL, one)).toEqual({ home: 2, away: 0 })
  expect(raidWorth(PKL, caught('away', 'a2', { superTackle: true, allOut: 'away' }))).toEqual({ home: 4, away: 0 })
})

test('RAID-8 the first seven of a sheet begin on the mat, and its bench comes on by substitution', () => {
  const setup: KabaddiSetup = { ...SETUP, sides: sidesOf(shirts('h', 9), shirts('a', 7)) }
  const begun = score([START], setup)
  expect(playersOnMat(begun, 'home')).toEqual(shirts('h', 7))
  expect(objection(kabaddi, begun, raid('home', { raider: 'h8' }))).toBe('UNKNOWN_PLAYER')
  const changed = score([START, { type: 'Substitution', side: 'home', off: 'h1', on: 'h8' }], setup)
  expect(objection(kabaddi, changed, raid('home', { raider: 'h8' }))).toBeNull()
  expect(onMat(changed, 'home')).toBe(7)
})

test('RAID-2 the bonus counts with six or more defenders on the mat', () => {
  expect(code([touch('home', 'a4'), raid('away')], raid('home', { bonus: true }))).toBeNull()
  expect(code([touch('home', 'a4', 'a5'), raid('away')], raid('home', { bonus: true }))).toBe('NO_BONUS')
})

test('RAID-3 a tackle by three or fewer is a super tackle, worth one more', () => {
  const three = awayDownTo(3)
  expect(onMat(inHalf(...three), 'away')).toBe(3)
  expect(code(three, caught('home', 'h1'))).toBe('SUPER_TACKLE_DUE')
  expect(code(three, caught('home', 'h1', { superTackle: true }))).toBeNull()
  expect(code(awayDownTo(4), caught('home', 'h1', { superTackle: true }))).toBe('NO_SUPER_TACKLE')
  const before = kabaddiPoints(inHalf(...three)).away
  expect(kabaddiPoints(inHalf(...three, caught('home', 'h1', { superTackle: true }))).away).toBe(before + 2)
})

test('RAID-4 one comes back for each opponent who goes out, first out first back', () => {
  const two = [touch('home', 'a1', 'a2'), caught('away', 'a3')]
  expect(inHalf(...two).sides.away.out).toEqual(['a1', 'a2', 'a3'])
  const back = inHalf(...two, touch('home', 'a4'), raid('away', { raider: 'a5', touched: ['h1', 'h2'] }))
  expect(back.sides.away.out).toEqual(['a3', 'a4'])
  expect(back.sides.home.out).toEqual(['h1', 'h2'])
  expect(playersOnMat(back, 'away')).toEqual(['a1', 'a2', 'a5', 'a6', 'a7'])
  // A bonus and a super tackle bring nobody more.
  const bonus = inHalf(touch('home', 'a1'), raid('away', { raider: 'a5', bonus: true }))
  expect(bonus.sides.away.out).toEqual(['a1'])
})

test('RAID-5 a side with nobody left is all out: two points, and all come back', () => {
  const one = awayDownTo(1)
  expect(code(one, touch('home', 'a1'))).toBe('ALL_OUT_DUE')
  expect(code(awayDownTo(2), { ...touch('home', 'a1'), allOut: 'away' })).toBe('NOT_ALL_OUT')
  const before = kabaddiPoints(inHalf(...one)).home
  const after = inHalf(...one, { ...touch('home', 'a1'), allOut: 'away' })
  expect(kabaddiPoints(after).home).toBe(before + 3)
  expect(onMat(after, 'away')).toBe(7)
})

test('RAID-5 the pad fills in what follows from the mat', () => {
  const one = inHalf(...awayDownTo(1))
  expect(raidAsDue(one, touch('home', 'a1')).allOut).toBe('away')
  expect(raidAsDue(one, caught('home', 'h1'))).toMatchObject({ superTackle: true, allOut: null })
})

test('RAID-6 after two empty raids the next is do-or-die', () => {
  const two = [raid('home'), raid('away'), raid('home'), raid('away')]
  expect(isDoOrDie(inHalf(...two), 'home')).toBe(true)
  expect(code(two, raid('home'))).toBe('DO_OR_DIE')
  expect(code(two, raid('home', { lost: 'do-or-die' }))).toBeNull()
  expect(points(...two, raid('home', { lost: 'do-or-die' }))).toEqual([0, 1])
  expect(code([], raid('home', { lost: 'do-or-die' }))).toBe('NOT_DO_OR_DIE')
  expect(isDoOrDie(inHalf(...two, touch('home', 'a4'), raid('away', { lost: 'do-or-die' })), 'home')).toBe(false)
})

test('RAID-7 three or more points in one raid make a super raid', () => {
  const super3 = raid('home', { touched: ['a1', 'a2'], bonus: true })
  const timeline = kabaddiTimeline(PKL, SETUP, [START, super3, touch('away', 'h1')])
  expect(timeline.map((moment) => moment.superRaid)).toEqual([false, true, false])
  expect(raiders(PKL, [super3])[0]).toMatchObject({ player: 'h1', points: 3, superRaids: 1 })
})

test('RAID-8 sides raid by turns, and the second half begins with the other one', () => {
  expect(code([raid('home')], raid('home'))).toBe('OUT_OF_TURN')
  expect(code([], raid('away'))).toBe('OUT_OF_TURN')
  const second = score([START, raid('home'), { type: 'HalfEnd' }, { type: 'HalfStart', raiding: null }])
  expect(objection(kabaddi, second, raid('home'))).toBe('OUT_OF_TURN')
  expect(objection(kabaddi, second, raid('away'))).toBeNull()
})

test('RAID-8 who is out neither raids nor is touched', () => {
  expect(code([caught('home', 'h1'), raid('away')], raid('home', { raider: 'h1' }))).toBe('RAIDER_OUT')
  expect(code([touch('home', 'a3'), raid('away')], touch('home', 'a3'))).toBe('DEFENDER_OUT')
  expect(code([], touch('home', 'a1', 'a2', 'a3', 'a4', 'a5', 'a6', 'a7', 'a8'))).toBe('TOO_MANY_OUT')
  expect(code([], raid('home', { touched: ['a1'], lost: 'tackled' }))).toBe('TOUCHED_AND_CAUGHT')
  expect(code([], touch('home', 'a1', 'a1'))).toBe('NAMED_TWICE')
  expect(code([], touch('home', 'h2'))).toBe('UNKNOWN_PLAYER')
})

const HALVES: KabaddiPlay[] = [START, { type: 'HalfEnd' }, { type: 'HalfStart', raiding: null }, { type: 'HalfEnd' }]

test('RAID-9 a tie stands in a league and is broken in a knock-out by five raids each', () => {
  expect(kabaddi.outcome(score(HALVES))).toEqual({ is: 'ended', winner: null, kind: 'tied' })
  expect(kabaddi.outcome(score(HALVES, SETUP, KABADDI_FORMATS['pkl-12']))).toEqual({ is: 'open' })
  const tie = (...plays: readonly KabaddiPlay[]) =>
    score([...HALVES, { type: 'TieBreakStart', raiding: 'home' }, ...plays], KNOCKOUT)
  const pair = [touch('home', 'a1'), raid('away')]
  const five = [...pair, ...pair, ...pair, ...pair, ...pair]
  expect(kabaddi.outcome(tie(...five.slice(0, 9)))).toEqual({ is: 'open' })
  expect(kabaddi.outcome(tie(...five))).toMatchObject({ winner: 'home', kind: 'won' })
  expect(onMat(tie(...five.slice(0, 5)), 'away')).toBe(7)
})

test('RAID-9 a golden raid each, then the toss', () => {
  const tie = (...plays: readonly KabaddiPlay[]) =>
    score([...HALVES, { type: 'TieBreakStart', raiding: 'home' }, ...plays], KNOCKOUT)
  const five = Array.from({ length: 5 }, () => [raid('home'), raid('away')]).flat()
  expect(kabaddi.outcome(tie(...five, raid('home', { bonus: true })))).toMatchObject({ winner: 'home' })
  const level = tie(...five, raid('home'), raid('away'))
  expect(objection(kabaddi, level, raid('home'))).toBe('ONLY_THE_TOSS')
  expect(objection(kabaddi, tie(...five), { type: 'Toss', winner: 'away' })).toBe('NO_TOSS')
  expect(kabaddi.outcome(kabaddi.apply(level, { type: 'Toss', winner: 'away' }))).toMatchObject({
    winner: 'away',
    kind: 'won',
  })
})

test('RAID-9 a format with extra time plays its halves first', () => {
  const extra = score([...HALVES, { type: 'HalfStart', raiding: null }], KNOCKOUT, KABADDI_FORMATS.ikf)
  expect(extra.half).toBe(3)
  const over = [
    { type: 'HalfEnd' },
    { type: 'HalfStart', raiding: null },
    touch('away', 'h1'),
    { type: 'HalfEnd' },
  ] as const
  expect(kabaddi.outcome(over.reduce(kabaddi.apply, extra))).toMatchObject({ winner: 'away' })
  expect(objection(kabaddi, score(HALVES, KNOCKOUT), { type: 'HalfStart', raiding: null })).toBe('NO_MORE_HALVES')
  expect(objection(kabaddi, inHalf(), { type: 'TieBreakStart', raiding: null })).toBe('NO_TIE_BREAK')
})

test('RAID-10 a yellow card takes a player off until he returns; time-outs are counted by half', () => {
  const yellow: KabaddiPlay = { type: 'Card', side: 'away', player: 'a4', colour: 'yellow' }
  expect(onMat(inHalf(yellow), 'away')).toBe(6)
  expect(code([raid('home'), yellow], raid('away', { raider: 'a4' }))).toBe('RAIDER_OUT')
  expect(onMat(inHalf(yellow, { type: 'Return', side: 'away', player: 'a4' }), 'away')).toBe(7)
  expect(code([], { type: 'Return', side: 'away', player: 'a4' })).toBe('NOT_SUSPENDED')
  expect(onMat(inHalf({ ...yellow, colour: 'green' }), 'away')).toBe(7)
  const timeOut: KabaddiPlay = { type: 'TimeOut', side: 'home' }
  expect(code([timeOut, timeOut], timeOut)).toBe('NO_TIME_OUT_LEFT')
  expect(code([timeOut, timeOut, { type: 'HalfEnd' }, { type: 'HalfStart', raiding: null }], timeOut)).toBeNull()
})

test('RAID-10 a red card is for the match, and nobody takes the place of who is suspended', () => {
  const red: KabaddiPlay = { type: 'Card', side: 'away', player: 'a4', colour: 'red' }
  expect(kabaddi.check(inHalf(red), { type: 'Return', side: 'away', player: 'a4' })).toMatchObject({
    code: 'SENT_OFF',
    oddity: true,
    detail: { player: 'a4' },
  })
  expect(onMat(inHalf(red, { type: 'HalfEnd' }, { type: 'HalfStart', raiding: null }), 'away')).toBe(6)
  expect(code([red], { type: 'Substitution', side: 'away', off: 'a4', on: 'a9' })).toBe('SUSPENDED')
  const yellow = { ...red, colour: 'yellow' as const }
  expect(code([yellow], { type: 'Substitution', side: 'away', off: 'a4', on: 'a9' })).toBe('SUSPENDED')
})

test('RAID-13 two halves, seven a side, and nothing is scored before or between them', () => {
  expect(PKL).toMatchObject({ halves: 2, halfMinutes: 20, players: 7, raidSeconds: 30 })
  expect(objection(kabaddi, score([]), raid('home'))).toBe('NO_HALF')
  expect(objection(kabaddi, score([]), { type: 'HalfEnd' })).toBe('NO_HALF')
  expect(code([], START)).toBe('HALF_UNDER_WAY')
  const paused = [START, raid('home'), { type: 'HalfEnd' } as const]
  expect(objection(kabaddi, score(paused), raid('away'))).toBe('NO_HALF')
  expect(objection(kabaddi, score(paused), { type: 'Declare', side: 'home' })).toBe('NO_HALF')
  expect(objection(kabaddi, score(paused), { type: 'HalfStart', raiding: null })).toBeNull()
  expect(onMat(inHalf(), 'home')).toBe(7)
  expect(kabaddi.outcome(score([START, touch('home', 'a1'), { type: 'HalfEnd' }]))).toEqual({ is: 'open' })
})

test('RAID-14 a raider who stays longer than the raid lasts is out, and the other side gets a point that is nobody’s tackle', () => {
  const late = raid('home', { raider: 'h1', lost: 'time' })
  expect(points(late)).toEqual([0, 1])
  const after = inHalf(late)
  expect(after.sides.home.out).toEqual(['h1'])
  expect(after.sides.away.points).toMatchObject({ tackle: 0, technical: 1 })
  expect(defenders(PKL, [late])).toEqual([])
  expect(code([touch('home', 'a7'), raid('away')], { ...late, superTackle: true })).toBe('NO_SUPER_TACKLE')
  // Somebody of the other side comes back for him.
  expect(inHalf(touch('home', 'a7'), raid('away'), late).sides.away.out).toEqual([])
})

test('RAID-15 changes are counted where the format counts them, and who comes in is of the bench', () => {
  const change = (off: string, on: string): KabaddiPlay => ({ type: 'Substitution', side: 'home', off, on })
  const setup: KabaddiSetup = { ...SETUP, sides: sidesOf(shirts('h', 12), shirts('a', 7)) }
  const made = [1, 2, 3, 4, 5].map((n) => change(`h${n}`, `h${n + 7}`))
  const five = score([START, ...made], setup, KABADDI_FORMATS.ikf)
  expect(objection(kabaddi, five, change('h6', 'h1'))).toBe('NO_SUBSTITUTION_LEFT')
  expect(objection(kabaddi, score([START, ...made], setup), change('h6', 'h1'))).toBeNull()
  expect(objection(kabaddi, score([START], setup), change('h6', 'zoe'))).toBe('UNKNOWN_PLAYER')
})

test('RAID-10 who comes on takes the place of who goes off, also among those who are out', () => {
  const change: KabaddiPlay = { type: 'Substitution', side: 'away', off: 'a2', on: 'a9' }
  expect(inHalf(touch('home', 'a2'), change).sides.away.out).toEqual(['a9'])
  expect(code([change], { ...change, off: 'a3' })).toBe('ON_MAT')
  expect(code([], { ...change, off: 'zoe' })).toBe('UNKNOWN_PLAYER')
})

test('RAID-11 a captain may declare', () => {
  expect(points(touch('home', 'a1', 'a2', 'a3', 'a4'), { type: 'Declare', side: 'away' })).toEqual([4 + 3 + 2, 0])
  expect(onMat(inHalf(touch('home', 'a1'), { type: 'Declare', side: 'away' }), 'away')).toBe(7)
})

test('RAID-12 raiders and defenders by points, and a timeline with the score after each play', () => {
  const plays = [START, touch('home', 'a1', 'a2'), caught('away', 'a3', { by: ['h4', 'h5'] }), raid('home')]
  expect(raiders(PKL, plays).map((row) => [row.player, row.points, row.raids, row.empty, row.lost])).toEqual([
    ['h1', 2, 2, 1, 0],
    ['a3', 0, 1, 0, 1],
  ])
  expect(defenders(PKL, plays)).toEqual([{ player: 'h4', side: 'home', points: 1, tackles: 1, superTackles: 0 }])
  expect(kabaddiTimeline(PKL, SETUP, plays).map((moment) => [moment.half, moment.raid, moment.score.home])).toEqual([
    [1, 0, 0],
    [1, 1, 2],
    [1, 2, 3],
    [1, 3, 3],
  ])
})

test('SPORT-2 nothing is scored after the end of a kabaddi match, nor before it', () => {
  const over = score(HALVES)
  expect(objection(kabaddi, over, raid('home'))).toBe('AFTER_END')
  expect(kabaddi.apply(over, raid('home', { bonus: true }))).toBe(over)
  expect(objection(kabaddi, score([]), raid('home'))).toBe('NO_HALF')
})

test('SPORT-3 a place in kabaddi is a half and a raid', () => {
  expect(kabaddi.check(inHalf(raid('home')), raid('home'))?.where).toBe('half 1, raid 2')
})

test('SPORT-5 commentary on raids, halves and the end', () => {
  const words = (plays: readonly KabaddiPlay[], play: KabaddiPlay) => kabaddiSentence(inHalf(...plays), play, NAMES)
  expect(words([], raid('home'))).toBe('h1 comes home empty-handed. 0-0.')
  expect(words([], touch('home', 'a1', 'a2'))).toBe('h1 touches a1 and a2. 2-0.')
  expect(words([], raid('home', { touched: ['a1', null], bonus: true }))).toBe(
    'h1 touches 2 and takes the bonus. Super raid! 3-0.',
  )
  expect(words([], caught('home', 'h2', { by: ['a3'] }))).toBe('h2 is caught by a3. 0-1.')
  expect(words(awayDownTo(1), { ...touch('home', 'a1'), allOut: 'away' })).toContain(
    'Blues are all out: 2 more to Reds',
  )
  expect(words([raid('home')], { type: 'HalfEnd' })).toBe('End of half 1: 0-0.')
})
