import { expect, test } from 'vitest'
import { NAMES, objection, played, shirts, sidesOf } from '../given-plays.ts'
import { rallyFigures } from '../sets/rallies.ts'
import type { Side } from '../sport.ts'
import type { VolleyballPlay, VolleyballSetup } from './plays.ts'
import { VOLLEYBALL_FORMATS, type VolleyballRules } from './rules.ts'
import { onCourt, serverOf, setScores } from './score.ts'
import { volleyballSentence } from './sentences.ts'
import { volleyballTable } from './table.ts'
import { servers, volleyballCalls, volleyballPoints } from './views.ts'
import { volleyball } from './volleyball.ts'

const INDOOR: VolleyballRules = VOLLEYBALL_FORMATS.indoor
const SETUP: VolleyballSetup = {
  firstServer: null,
  liberos: { home: ['hL', 'hM'], away: ['aL'] },
  sides: sidesOf(shirts('h', 12), shirts('a', 12)),
}
const START: VolleyballPlay = {
  type: 'SetStart',
  serving: 'home',
  lineups: { home: shirts('h', 6), away: shirts('a', 6) },
}
const EMPTY: VolleyballPlay = { type: 'SetStart', serving: null, lineups: { home: null, away: null } }

const rally = (winner: Side): VolleyballPlay => ({ type: 'Rally', winner, serving: null, server: null })
const rallies = (winners: string): VolleyballPlay[] => [...winners].map((w) => rally(w === 'h' ? 'home' : 'away'))
const to = (home: number, away: number): VolleyballPlay[] => {
  const level = Math.min(home, away)
  return rallies('ha'.repeat(level) + 'h'.repeat(home - level) + 'a'.repeat(away - level))
}
const score = (plays: readonly VolleyballPlay[], rules = INDOOR) => played(volleyball, rules, SETUP, plays)
const inSet = (...plays: readonly VolleyballPlay[]) => score([START, ...plays])
const code = (plays: readonly VolleyballPlay[], play: VolleyballPlay) => objection(volleyball, inSet(...plays), play)
const change = (off: string, on: string, exceptional = false): VolleyballPlay => ({
  type: 'Substitution',
  side: 'home',
  off,
  on,
  exceptional,
})
const libero = (player: string, at: string): VolleyballPlay => ({
  type: 'LiberoIn',
  side: 'home',
  libero: player,
  for: at,
})

test('VOLLEY-1 sets go to 25 and the fifth to 15, two clear and without a cap', () => {
  expect(score(to(25, 23)).sets).toHaveLength(1)
  expect(score(to(25, 24)).sets).toHaveLength(0)
  expect(score(to(31, 31)).points).toEqual({ home: 31, away: 31 })
  expect(score([...to(31, 31), ...rallies('hh')]).sets).toEqual([{ home: 33, away: 31 }])
  const level = [...to(25, 0), ...to(0, 25), ...to(25, 0), ...to(0, 25)]
  const decided = score([...level, ...to(15, 13)])
  expect(volleyball.outcome(decided)).toEqual({ is: 'ended', winner: 'home', kind: 'won' })
  expect(volleyball.outcome(score([...level, ...to(15, 14)]))).toEqual({ is: 'open' })
  expect(volleyball.outcome(score([...to(0, 25), ...to(0, 25), ...to(0, 25)]))).toMatchObject({ winner: 'away' })
})

test('VOLLEY-1 on the beach two sets to 21, the third to 15', () => {
  const beach = VOLLEYBALL_FORMATS.beach
  expect(score(to(21, 19), beach).sets).toHaveLength(1)
  expect(volleyball.outcome(score([...to(21, 0), ...to(0, 21), ...to(13, 15)], beach))).toMatchObject({
    winner: 'away',
  })
})

test('VOLLEY-2 a receiving side that wins rotates one place clockwise and serves', () => {
  const after = inSet(...rallies('a'))
  expect(after.serving).toBe('away')
  expect(after.sides.away.lineup).toEqual(['a2', 'a3', 'a4', 'a5', 'a6', 'a1'])
  expect(after.sides.home.lineup).toEqual(shirts('h', 6))
  expect(inSet(...rallies('aa')).sides.away.lineup?.[0]).toBe('a2')
  expect(serverOf(inSet(...rallies('ah')))).toBe('h2')
})

test('VOLLEY-3 the server is the player in zone 1', () => {
  const serve = (server: string): VolleyballPlay => ({ type: 'Rally', winner: 'home', serving: 'home', server })
  expect(code([], serve('h1'))).toBeNull()
  expect(code([], serve('h2'))).toBe('WRONG_SERVER')
  expect(volleyball.check(inSet(...rallies('ah')), serve('h1'))).toMatchObject({ code: 'WRONG_SERVER', oddity: true })
  expect(code([], { type: 'Rally', winner: 'home', serving: 'away', server: 'a1' })).toBe('WRONG_SERVER')
})

test('VOLLEY-4 sets are first served by turns, the deciding one by a new toss', () => {
  const first = [START, ...to(25, 0)]
  expect(score(first).serving).toBe('away')
  expect(volleyball.check(score(first), START)).toMatchObject({ code: 'WRONG_SERVER', oddity: true })
  const four = score([
    ...first,
    { ...START, serving: 'away' },
    ...to(0, 25),
    START,
    ...to(25, 0),
    { ...START, serving: 'away' },
    ...to(0, 25),
  ])
  expect(four.serving).toBeNull()
  expect(volleyball.check(four, START)).toBeNull()
  expect(volleyball.check(four, { ...START, serving: 'away' })).toBeNull()
})

test('VOLLEY-5 a rotation fault loses the rally and the order is put right', () => {
  const after = inSet({ type: 'RotationFault', side: 'home' })
  expect(after.points).toEqual({ home: 0, away: 1 })
  expect(after.sides.home.lineup).toEqual(shirts('h', 6))
  expect(serverOf(after)).toBe('a2')
})

test('VOLLEY-6 six substitutions a set; a starter comes back once, for the substitute', () => {
  expect(inSet(change('h1', 'h7')).sides.home.lineup).toEqual(['h7', 'h2', 'h3', 'h4', 'h5', 'h6'])
  expect(code([change('h1', 'h7')], change('h7', 'h1'))).toBeNull()
  expect(code([change('h1', 'h7')], change('h7', 'h2'))).toBe('ON_COURT')
  expect(code([change('h1', 'h7')], change('h7', 'h8'))).toBe('NOT_HIS_SUBSTITUTE')
  expect(code([change('h1', 'h7'), change('h7', 'h1')], change('h1', 'h7'))).toBe('NOT_HIS_SUBSTITUTE')
  expect(code([change('h1', 'h7'), change('h7', 'h1')], change('h2', 'h7'))).toBe('NOT_HIS_SUBSTITUTE')
  const six = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((off, at) => change(off, `h${at + 7}`))
  expect(code(six, change('h7', 'h1'))).toBe('NO_SUBSTITUTION_LEFT')
  expect(code(six, change('h7', 'h1', true))).toBeNull()
  expect(code([], change('h9', 'h8'))).toBe('NOT_ON_COURT')
  expect(code([], change('h1', 'zoe'))).toBe('UNKNOWN_PLAYER')
  expect(score([START, ...six, ...to(25, 0)]).sides.home.substitutions).toBe(0)
})

test('VOLLEY-7 a libero stands in for the back row, does not serve and leaves with the rotation', () => {
  const swapped = inSet(libero('hL', 'h5'))
  expect(onCourt(swapped.sides.home)).toEqual(['h1', 'h2', 'h3', 'h4', 'hL', 'h6'])
  expect(swapped.sides.home.substitutions).toBe(0)
  expect(code([], libero('hL', 'h3'))).toBe('LIBERO_IN_FRONT')
  expect(code([], libero('hL', 'h1'))).toBe('LIBERO_MAY_NOT_SERVE')
  expect(code([], libero('h7', 'h5'))).toBe('NOT_A_LIBERO')
  expect(code([libero('hL', 'h5')], libero('hM', 'h6'))).toBe('TWO_LIBEROS')
  expect(code([libero('hL', 'h5')], { type: 'LiberoOut', side: 'home', libero: 'hL' })).toBe('LIBERO_TOO_SOON')
  expect(code([libero('hL', 'h5'), rally('home')], { type: 'LiberoOut', side: 'home', libero: 'hL' })).toBeNull()
  // h5 comes to zone 4 of the front row.
  expect(inSet(libero('hL', 'h5'), ...rallies('ah')).sides.home.liberos).toEqual([])
  expect(inSet(libero('hL', 'h6'), ...rallies('ah')).sides.home.liberos).toHaveLength(1)
  expect(code([], change('h1', 'hL'))).toBe('LIBERO_IN_LINE_UP')
})

test('VOLLEY-8 two time-outs a set', () => {
  const timeOut: VolleyballPlay = { type: 'TimeOut', side: 'away' }
  expect(code([timeOut], timeOut)).toBeNull()
  expect(code([timeOut, timeOut], timeOut)).toBe('NO_TIME_OUT_LEFT')
  expect(code([timeOut, timeOut, ...to(25, 0)], timeOut)).toBeNull()
})

test('VOLLEY-9 ends change after a set and at 8 in the fifth, on the beach after every seven points', () => {
  const calls = (plays: readonly VolleyballPlay[], rules = INDOOR) =>
    volleyballCalls(score(plays.slice(0, -1), rules), score(plays, rules)).map((call) => call.kind)
  expect(calls(to(25, 3))).toEqual(['set', 'change-ends'])
  expect(calls(to(8, 3))).not.toContain('change-ends')
  const level = [...to(25, 0), ...to(0, 25), ...to(25, 0), ...to(0, 25)]
  expect(calls([...level, ...to(8, 3)])).toContain('change-ends')
  expect(calls([...level, ...to(8, 3), rally('away')])).not.toContain('change-ends')
  const beach = VOLLEYBALL_FORMATS.beach
  expect(calls(to(4, 3), beach)).toContain('change-ends')
  expect(calls(to(4, 4), beach)).not.toContain('change-ends')
  expect(calls([...to(21, 0), ...to(0, 21), ...to(3, 2)], beach)).toContain('change-ends')
})

test('VOLLEY-10 a penalty is a point and the service, and a side that cannot play on loses the set or the match', () => {
  const penalty = inSet({ type: 'Sanction', side: 'home', player: 'h1', what: 'penalty' })
  expect(penalty).toMatchObject({ points: { home: 0, away: 1 }, serving: 'away' })
  expect(inSet({ type: 'Sanction', side: 'home', player: null, what: 'warning' }).points.away).toBe(0)
  expect(inSet(...to(3, 2), { type: 'Default', side: 'home', of: 'set' }).sets).toEqual([{ home: 3, away: 25 }])
  const gone = inSet(...to(3, 2), { type: 'Default', side: 'home', of: 'match' })
  expect(volleyball.outcome(gone)).toEqual({ is: 'ended', winner: 'away', kind: 'awarded' })
})

const sent = (player: string, what: 'expulsion' | 'disqualification'): VolleyballPlay => ({
  type: 'Sanction',
  side: 'home',
  player,
  what,
})

test('VOLLEY-11 who is expelled or disqualified is replaced before the next rally, by an ordinary substitution', () => {
  const off = [sent('h2', 'expulsion')]
  expect(volleyball.check(inSet(...off), rally('home'))).toMatchObject({
    code: 'MUST_LEAVE',
    oddity: true,
    detail: { player: 'h2' },
  })
  expect(code(off, { type: 'RotationFault', side: 'away' })).toBe('MUST_LEAVE')
  expect(code(off, { type: 'TimeOut', side: 'home' })).toBeNull()
  expect(code(off, change('h2', 'h8', true))).toBe('NO_EXCEPTION')
  expect(code(off, change('h2', 'h8'))).toBeNull()
  const replaced = [...off, change('h2', 'h8')]
  expect(code(replaced, rally('home'))).toBeNull()
  expect(code(replaced, change('h8', 'h2'))).toBe('BARRED')
  // Somebody of the bench is sent off: nobody has to come on.
  expect(code([sent('h9', 'disqualification')], rally('home'))).toBeNull()
  expect(code([sent('h9', 'disqualification')], change('h2', 'h9'))).toBe('BARRED')
})

test('VOLLEY-11 where nobody may come on the team is incomplete and loses the set, with the points that it has', () => {
  const six = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((player, at) => change(player, `h${at + 7}`))
  const short = [...to(3, 2), ...six, sent('h7', 'disqualification')]
  expect(code(short, rally('home'))).toBe('INCOMPLETE')
  expect(inSet(...short, { type: 'Default', side: 'home', of: 'set' }).sets).toEqual([{ home: 3, away: 25 }])
  // A starter whose substitute is used cannot come back for anybody else.
  const used = [change('h1', 'h7'), change('h7', 'h1'), sent('h1', 'expulsion')]
  expect(code(used, change('h1', 'h7'))).toBe('NOT_HIS_SUBSTITUTE')
  expect(code(used, rally('home'))).toBe('INCOMPLETE')
})

test('VOLLEY-11 an expulsion is for the set, a disqualification for the match', () => {
  const next = { ...START, serving: 'away' as const }
  const one = (what: 'expulsion' | 'disqualification') => [START, sent('h2', what), change('h2', 'h8'), ...to(25, 0)]
  expect(objection(volleyball, score(one('expulsion')), next)).toBeNull()
  expect(volleyball.check(score(one('disqualification')), next)).toMatchObject({
    code: 'BARRED',
    oddity: true,
    detail: { player: 'h2' },
  })
})

test('VOLLEY-11 a libero who is sent off leaves at once, and the other one may stand in', () => {
  const out: VolleyballPlay = { type: 'LiberoOut', side: 'home', libero: 'hL' }
  const off = [libero('hL', 'h5'), sent('hL', 'expulsion')]
  expect(code(off, rally('home'))).toBe('MUST_LEAVE')
  expect(code(off, out)).toBeNull()
  expect(code([...off, out], rally('home'))).toBeNull()
  expect(code([...off, out, rally('home')], libero('hL', 'h6'))).toBe('BARRED')
  expect(code([...off, out, rally('home')], libero('hM', 'h6'))).toBeNull()
})

test('SPORT-2 nothing is scored after the end of a volleyball match', () => {
  const over = score([...to(25, 0), ...to(25, 0), ...to(25, 0)])
  expect(objection(volleyball, over, rally('home'))).toBe('AFTER_END')
  expect(volleyball.apply(over, rally('home'))).toBe(over)
})

test('SPORT-3 a place in volleyball is a set and a rally; a bad line-up is refused there', () => {
  const twice: VolleyballPlay = { ...START, lineups: { home: ['h1', 'h1', 'h2', 'h3', 'h4', 'h5'], away: null } }
  expect(volleyball.check(score(to(25, 0)), twice)).toEqual({
    code: 'BAD_LINE_UP',
    oddity: false,
    where: 'set 2, rally 1',
    detail: { players: 6 },
  })
  expect(code([], START)).toBe('SET_UNDER_WAY')
  expect(score([EMPTY, ...to(3, 2)]).points).toEqual({ home: 3, away: 2 })
})

test('SPORT-5 commentary on a rally, a substitution, a set and the match', () => {
  const words = (plays: readonly VolleyballPlay[]) =>
    volleyballSentence(score(plays.slice(0, -1)), plays.at(-1) ?? EMPTY, NAMES)
  expect(words([START])).toBe('Set 1 begins; Reds serve first.')
  expect(words([START, rally('away')])).toBe('Point Blues: 0-1, a2 to serve.')
  expect(words([START, change('h1', 'h7')])).toBe('h7 comes on for h1 (Reds).')
  expect(words([START, ...to(24, 3)])).toBe('Point Reds: 24-3, set point.')
  expect(words([START, ...to(25, 3)])).toBe('Set 1 to Reds, 25-3.')
  expect(words([...to(25, 3), ...to(25, 3), ...to(25, 4)])).toBe('Match to Reds, 3-0 in sets (25-3, 25-3 and 25-4).')
})

test('VOLLEY-3 a fan sees runs, leads and who scored on serve', () => {
  const serve = (server: string, winner: Side): VolleyballPlay => ({
    type: 'Rally',
    winner,
    serving: server.startsWith('h') ? 'home' : 'away',
    server,
  })
  const plays = [START, serve('h1', 'home'), serve('h1', 'home'), serve('h1', 'away'), serve('a2', 'away')]
  expect(servers(plays)).toEqual([
    { player: 'h1', side: 'home', serves: 3, points: 2 },
    { player: 'a2', side: 'away', serves: 1, points: 1 },
  ])
  expect(rallyFigures(volleyballPoints(INDOOR, SETUP, plays))).toEqual({
    home: { points: 2, onServe: 2, longestRun: 2, biggestLead: 2 },
    away: { points: 2, onServe: 1, longestRun: 2, biggestLead: 0 },
  })
  expect(setScores(score(plays))).toEqual([{ home: 2, away: 2 }])
})

test('STAND-3 a volleyball table gives 3, 2, 1 and orders by points, wins, sets and points', () => {
  const sets = (home: number, away: number) => [
    ...Array.from({ length: home }, () => ({ home: 25, away: 20 })),
    ...Array.from({ length: away }, () => ({ home: 20, away: 25 })),
  ]
  const match = (home: string, away: string, h: number, a: number) => ({
    home,
    away,
    sets: sets(h, a),
    winner: h > a ? ('home' as const) : ('away' as const),
  })
  const table = volleyballTable(
    INDOOR,
    ['A', 'B', 'C', 'D'],
    [match('A', 'B', 3, 0), match('B', 'C', 3, 2), match('C', 'A', 3, 1), match('D', 'A', 2, 3)],
  )
  expect(table.map(({ team, points, won }) => [team, points, won])).toEqual([
    ['A', 5, 2],
    ['C', 4, 1],
    ['B', 2, 1],
    ['D', 1, 0],
  ])
})
