// Any play of any sport that was forgotten, written at its place afterwards.
import { expect, test } from 'vitest'
import { BADMINTON_FORMATS } from '../badminton/rules.ts'
import { Book } from '../cricket/given.ts'
import { FOOTBALL_FORMATS } from '../football/rules.ts'
import { shirts, sidesOf } from '../given-plays.ts'
import type { Raid } from '../kabaddi/plays.ts'
import { KABADDI_FORMATS } from '../kabaddi/rules.ts'
import type { Side } from '../sport.ts'
import { type PlayOf, type RulesOf, type ScoredSport, type SetupOf, sportOf } from '../sports.ts'
import { VOLLEYBALL_FORMATS } from '../volleyball/rules.ts'
import type { MatchCommand } from './commands.ts'
import { consequencesOf } from './consequences.ts'
import { createMatch, decideMatch } from './decide.ts'
import type { MatchDraft, MatchEntry } from './entries.ts'
import { evolveMatch, foldMatch } from './evolve.ts'
import { foldPlays } from './plays.ts'
import type { MatchState } from './state.ts'

type Script<Id extends ScoredSport> = {
  readonly rules: RulesOf<Id>
  readonly setup: SetupOf<Id>
  readonly plays: readonly PlayOf<Id>[]
}

function cricket(): Script<'cricket'> {
  const book = new Book('t20', { overs: 2 }).write({ type: 'InningsStart', batting: 'home' })
  book.write({ type: 'PowerplaySet', kind: 'mandatory', from: 0.1, to: 0.6 }).runs(1, 4).bowl({ bat: 0, wides: 1 })
  book.write({ type: 'StrikeSet', striker: 'h1', nonStriker: 'h2' }).out().runs(2)
  book.write({ type: 'PenaltyRuns', to: 'home', runs: 5 }, { type: 'OverCalled' })
  book.write({ type: 'Retire', player: 'h2', kind: 'retired hurt' }, { type: 'TimedOut', player: 'h4' })
  book.write({ type: 'Substitute', side: 'home', out: 'h9', in: 'h12', reason: 'impact_player' })
  book.write({ type: 'AbsentHurt', player: 'h10' }).runs(1, 0)
  book.write(
    { type: 'Replace', role: 'bowler', out: null, in: 'a3', reason: 'hurt' },
    { type: 'InningsEnd', why: 'closed' },
  )
  book.write({ type: 'OversReduced', balls: 6 }, { type: 'InningsStart', batting: 'away' })
  book.runs(1, 1).write({ type: 'TargetSet', runs: 9, balls: 6, method: 'D/L' }).runs(0)
  return { rules: book.rules, setup: book.setup, plays: book.plays }
}

const at = (minute: number) => ({ minute, added: 0 })
const FOOTBALL: Script<'football'> = {
  rules: FOOTBALL_FORMATS.laws,
  setup: {
    knockout: false,
    aggregate: null,
    bench: { home: ['h12', 'h13'], away: ['a12'] },
    sides: sidesOf(shirts('h', 11), shirts('a', 11)),
  },
  plays: [
    { type: 'PeriodStart', period: 'first' },
    { type: 'Goal', side: 'home', how: 'goal', scorer: 'h9', assist: 'h7', at: at(10) },
    { type: 'Card', side: 'away', player: 'a4', colour: 'yellow', at: at(12) },
    { type: 'Substitution', side: 'home', changes: [{ off: 'h2', on: 'h12' }], concussion: true, at: at(20) },
    { type: 'Card', side: 'away', player: 'a4', colour: 'second-yellow', at: at(30) },
    { type: 'PenaltyMissed', side: 'home', taker: 'h9', how: 'saved', at: at(31) },
    { type: 'AddedTime', minutes: 2 },
    { type: 'Review', of: 'the penalty', stands: true, at: at(40) },
    { type: 'PeriodEnd', period: 'first' },
    { type: 'PeriodStart', period: 'second' },
    { type: 'Goal', side: 'away', how: 'own', scorer: 'h5', assist: null, at: at(60) },
    { type: 'PeriodEnd', period: 'second' },
  ],
}

const rallies = (winners: string) =>
  [...winners].map(
    (w) => ({ type: 'Rally', winner: w === 'h' ? 'home' : 'away', serving: null, server: null }) as const,
  )

const BADMINTON: Script<'badminton'> = {
  rules: BADMINTON_FORMATS['3x21'],
  setup: { discipline: 'doubles', firstServer: 'home', sides: sidesOf(['h1', 'h2'], ['a1', 'a2']) },
  plays: [
    { type: 'GameStart', server: 'h1', receiver: 'a1' },
    ...rallies('hhah'),
    { type: 'Let' },
    { type: 'CourtsCorrected', side: 'away', right: 'a1' },
    { type: 'Card', side: 'home', player: 'h2', colour: 'red' },
    ...rallies('ah'),
    { type: 'Retired', side: 'away', player: 'a2' },
  ],
}

const VOLLEYBALL: Script<'volleyball'> = {
  rules: VOLLEYBALL_FORMATS.indoor,
  setup: { firstServer: 'home', liberos: { home: ['hL'], away: [] }, sides: sidesOf(shirts('h', 8), shirts('a', 8)) },
  plays: [
    { type: 'SetStart', serving: 'home', lineups: { home: shirts('h', 6), away: shirts('a', 6) } },
    { type: 'LiberoIn', side: 'home', libero: 'hL', for: 'h6' },
    ...rallies('ha'),
    { type: 'LiberoOut', side: 'home', libero: 'hL' },
    { type: 'Substitution', side: 'away', off: 'a2', on: 'a7', exceptional: false },
    { type: 'RotationFault', side: 'away' },
    { type: 'Sanction', side: 'away', player: 'a3', what: 'penalty' },
    { type: 'TimeOut', side: 'away' },
    { type: 'Challenge', side: 'home', upheld: true },
    ...rallies('ah'),
    { type: 'Default', side: 'home', of: 'set' },
  ],
}

const raid = (raiding: Side, raider: string, more: Partial<Raid> = {}): Raid => ({
  ...{ type: 'Raid', raiding, raider, touched: [], steppedOut: [], bonus: false },
  ...{ lost: null, by: [], superTackle: false, allOut: null },
  ...more,
})
const KABADDI: Script<'kabaddi'> = {
  rules: KABADDI_FORMATS.pkl,
  setup: { knockout: false, sides: sidesOf(shirts('h', 9), shirts('a', 7)) },
  plays: [
    { type: 'HalfStart', raiding: 'home' },
    raid('home', 'h1', { touched: ['a1'], bonus: true }),
    raid('away', 'a2', { lost: 'tackled', by: ['h3'] }),
    { type: 'Technical', to: 'away', points: 1, why: 'late' },
    { type: 'Card', side: 'home', player: 'h4', colour: 'yellow' },
    { type: 'Substitution', side: 'home', off: 'h5', on: 'h8' },
    { type: 'TimeOut', side: 'away' },
    raid('home', 'h2'),
    { type: 'Return', side: 'home', player: 'h4' },
    { type: 'Review', side: 'home', upheld: false },
    raid('away', 'a3', { touched: ['h1', 'h2'] }),
    { type: 'HalfEnd' },
    { type: 'HalfStart', raiding: null },
    { type: 'Declare', side: 'away' },
    { type: 'HalfEnd' },
  ],
}

const device = 'phone'
const HEAD = 2

/** The match with these plays, whatever speaks against any of them: one was forgotten. */
function logOf<Id extends ScoredSport>(
  sport: Id,
  { rules, setup }: Script<Id>,
  plays: readonly PlayOf<Id>[],
): MatchState {
  const drafts = [
    createMatch('m1', { sport, rules, setup, origin: 'live' }),
    { type: 'LockTaken', device, from: null },
    ...plays.map((play) => ({ type: 'Played', device, play })),
  ] as MatchDraft[]
  const state = foldMatch(drafts.map((draft, n): MatchEntry => ({ ...draft, ...STAMP, seq: n + 1 })))
  if (!state) throw new Error('no match')
  return state
}
const STAMP = { atMs: 0, by: 'ann', cmd: '', sum: '' } as const

function after(state: MatchState, command: MatchCommand): MatchState {
  const decision = decideMatch(state, command, 0)
  if ('refusal' in decision) throw new Error(JSON.stringify(decision.refusal))
  return decision.entries.reduce<MatchState>(
    (was, draft) => evolveMatch(was, { ...draft, ...STAMP, seq: was.seq + 1 }),
    state,
  )
}

function insertsAny<Id extends ScoredSport>(sport: Id, script: Script<Id>): void {
  const whole = logOf(sport, script, script.plays)
  expect(whole.anomalies).toEqual([])
  for (const [n, play] of script.plays.slice(0, -1).entries()) {
    const without = logOf(sport, script, script.plays.toSpliced(n, 1))
    const asked = { type: 'Insert', by: 'ann', device, before: n + HEAD + 1, play, accepting: null } as const
    const { accepting } = consequencesOf(without, asked)
    const state = after(without, { ...asked, accepting })
    expect(state.plays.map((one) => one.play)).toEqual(script.plays)
    expect([play.type, state.score, state.anomalies]).toEqual([play.type, whole.score, []])
    expect(foldPlays(sportOf(sport), script.rules, script.setup, state.plays).score).toEqual(whole.score)
    // And taken out again, nothing is left of it.
    const inserted = { type: 'Remove', by: 'ann', device, of: state.seq, accepting: null } as const
    const back = after(state, { ...inserted, accepting: consequencesOf(state, inserted).accepting })
    expect([back.score, back.anomalies]).toEqual([without.score, without.anomalies])
  }
}

test('BOOK-14 any play of cricket is written at its place afterwards, as if it had been written then', () => {
  insertsAny('cricket', cricket())
})

test('BOOK-14 any play of football is written at its place afterwards, as if it had been written then', () => {
  insertsAny('football', FOOTBALL)
})

test('BOOK-14 any play of badminton is written at its place afterwards, as if it had been written then', () => {
  insertsAny('badminton', BADMINTON)
})

test('BOOK-14 any play of volleyball is written at its place afterwards, as if it had been written then', () => {
  insertsAny('volleyball', VOLLEYBALL)
})

test('BOOK-14 any play of kabaddi is written at its place afterwards, as if it had been written then', () => {
  insertsAny('kabaddi', KABADDI)
})

test('BOOK-14 what could not have been written then is refused, and what does not fit any more is listed', () => {
  const goal = FOOTBALL.plays[1]
  const state = logOf('football', FOOTBALL, FOOTBALL.plays)
  if (!goal) throw new Error('no goal')
  const before = (of: number, play: PlayOf<'football'>) =>
    decideMatch(state, { type: 'Insert', by: 'ann', device, before: of, play, accepting: null }, 0)
  expect(before(HEAD + 1, goal)).toMatchObject({ refusal: { code: 'NOT_IN_PLAY', where: 'before kick-off' } })
  const red = { type: 'Card', side: 'home', player: 'h9', colour: 'red', at: at(5) } as const
  expect(before(HEAD + 2, red)).toMatchObject({
    refusal: {
      code: 'CONSEQUENCES',
      consequences: [
        { is: 'objection', at: HEAD + 2, objection: { code: 'SENT_OFF', where: 'first half, minute 10' } },
        { is: 'objection', at: HEAD + 6, objection: { code: 'SENT_OFF' } },
        { is: 'figure', of: 'on the pitch', player: 'h9', before: 'on', after: null },
        { is: 'figure', of: 'sent off', player: 'h9', before: null, after: 'off' },
      ],
    },
  })
})
