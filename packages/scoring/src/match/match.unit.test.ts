import { expect, test } from 'vitest'
import { MATCH_REFUSAL_CODES, matchRefusalWords } from '../refusals.ts'
import { SPORTS } from '../sports.ts'
import { blindDifferences } from './blind.ts'
import { MAX_PLAYS } from './commands.ts'
import { consequencesOf } from './consequences.ts'
import { evolveMatch, foldMatch } from './evolve.ts'
import { Log } from './given.ts'
import { isMatchOf, outcomeOf } from './state.ts'

const remove = (of: number, accepting: string | null = null) =>
  ({ type: 'Remove', device: 'phone', of, accepting }) as const
const restore = (of: number, accepting: string | null = null) =>
  ({ type: 'Restore', device: 'phone', of, accepting }) as const

test('LOCK-1 only the device that holds the lock writes, and an import needs none', () => {
  const log = new Log()
  const start = { type: 'InningsStart', batting: 'home' } as const
  expect(log.play(start)).toEqual({ code: 'NOT_KEEPER', keeper: null })
  log.must({ type: 'TakeLock', device: 'phone', from: null })
  expect(log.play(start)).toBeNull()
  const tablet = { type: 'Play', device: 'tablet', after: log.last, play: log.next.ball() } as const
  expect(log.ask(tablet)).toMatchObject({ code: 'NOT_KEEPER', keeper: { user: 'ann', device: 'phone' } })
  expect(log.ask({ ...tablet, by: 'bob', device: 'phone' })?.code).toBe('NOT_KEEPER')
  expect(log.ask({ ...remove(3), device: 'tablet' })?.code).toBe('NOT_KEEPER')
  const imported = new Log('import')
  expect(imported.play(start)).toBeNull()
  imported.must({ type: 'TakeLock', by: 'bob', device: 'desk', from: null })
  expect(imported.play(imported.next.ball())?.code).toBe('NOT_KEEPER')
})

test('LOCK-2 a take-over names from whom, and loses no play', () => {
  const log = Log.kept().start()
  log.runs(1, 2)
  const before = log.state
  expect(log.ask({ type: 'TakeLock', by: 'bob', device: 'desk', from: null })).toMatchObject({
    code: 'LOCK_HELD',
    keeper: { user: 'ann', device: 'phone' },
  })
  expect(log.ask({ type: 'TakeLock', device: 'phone', from: null })?.code).toBe('NOTHING_CHANGES')
  log.must({ type: 'TakeLock', by: 'bob', device: 'desk', from: { user: 'ann', device: 'phone' } })
  expect(log.state.plays).toEqual(before.plays)
  expect(log.state.score).toEqual(before.score)
  expect(log.play(log.next.ball())?.code).toBe('NOT_KEEPER')
})

test('LOCK-3 who holds the lock may let it go', () => {
  const log = Log.kept()
  expect(log.ask({ type: 'ReleaseLock', by: 'bob', device: 'phone' })?.code).toBe('NOT_HELD')
  log.must({ type: 'ReleaseLock', device: 'phone' })
  expect(log.state.keeper).toBeNull()
})

test('BOOK-1 a play that does not know the last one is refused with what came between', () => {
  const log = Log.kept().start()
  const [, second, third] = log.runs(1, 1, 1)
  const play = log.next.ball()
  const refusal = log.ask({ type: 'Play', device: 'phone', after: log.state.plays[1]?.seq ?? 0, play })
  expect(refusal).toMatchObject({ code: 'BEHIND', detail: { last: third } })
  expect(refusal?.between?.map(({ seq }) => seq)).toEqual([second, third])
  expect(log.ask({ type: 'Play', device: 'phone', after: null, play })?.between?.length).toBe(4)
  log.must(remove(third ?? 0))
  expect(log.ask({ type: 'Play', device: 'phone', after: third ?? 0, play })).toMatchObject({
    code: 'BEHIND',
    between: [],
  })
  expect(log.ask({ type: 'Play', device: 'phone', after: second ?? 0, play: log.next.ball() })).toBeNull()
})

test('BOOK-2 a live scorer is refused what an import keeps by name', () => {
  const odd = (log: Log) => log.play(log.next.ball({ wides: 1, bat: 1 }))
  const live = Log.kept().start()
  expect(odd(live)).toEqual({ code: 'WIDE_WITH_BAT_RUNS', where: 'innings 1, over 0.1 (over 1, ball 1)' })
  const imported = new Log('import').start()
  expect(odd(imported)).toBeNull()
  expect(imported.state.anomalies).toMatchObject([{ at: 3, objection: { code: 'WIDE_WITH_BAT_RUNS', oddity: true } }])
  const two = [
    { kind: 'caught', out: 'h1' },
    { kind: 'run out', out: 'h2' },
  ] as const
  expect(imported.play(imported.next.ball({}, { wickets: two }))?.code).toBe('TWO_DISMISSALS')
})

test('BOOK-3, BOOK-8 after a correction the match is as if scored so from the start', () => {
  const log = Log.kept().start()
  const [first] = log.runs(1, 4, 2)
  const was = log.state.plays[1]?.play
  if (was?.type !== 'Delivery') throw new Error('no ball')
  const command = {
    type: 'Amend',
    device: 'phone',
    of: first ?? 0,
    play: { ...was, runs: { bat: 3 } },
    accepting: null,
  } as const
  expect(log.accept(command)).toBeNull()
  expect(log.total).toBe('9/0')
  expect(log.state.plays[2]?.play).toMatchObject({ striker: 'h2' })
  const again = Log.kept().start()
  again.runs(3, 4, 2)
  expect(log.state.score).toEqual(again.state.score)
})

test('BOOK-9 a list is accepted in whatever order the fields of the correction come: a wire writes them in its own', () => {
  const log = Log.kept().start()
  const [first] = log.runs(1, 4, 2)
  const was = log.state.plays[1]?.play
  if (was?.type !== 'Delivery') throw new Error('no ball')
  const at = { type: 'Amend', device: 'phone', of: first ?? 0 } as const
  const accepting = log.ask({ ...at, play: { ...was, runs: { bat: 3 } }, accepting: null })?.accepting ?? null
  expect(accepting).not.toBeNull()
  const turned = Object.fromEntries(Object.entries({ ...was, runs: { bat: 3 } }).toReversed()) as typeof was
  expect(log.ask({ accepting, play: turned, ...at })).toBeNull()
})

test('BOOK-5 a match holds so many plays and no more', () => {
  const log = new Log('import').start()
  log.runs(0)
  log.state = { ...log.state, order: Array.from({ length: MAX_PLAYS }, (_, n) => n) }
  expect(log.play(log.next.ball())).toMatchObject({ code: 'TOO_MANY_PLAYS', detail: { max: MAX_PLAYS } })
})

test('BOOK-6 the last play is taken back and put back at once, and nothing has changed', () => {
  const log = Log.kept().start()
  log.runs(1, 4)
  const before = log.state
  const last = log.last ?? 0
  log.must(remove(last))
  expect(log.total).toBe('1/0')
  log.must(restore(last))
  expect({ ...log.state, seq: 0 }).toEqual({ ...before, seq: 0 })
  const play = log.next.ball({ bat: 6 }, { striker: 'h1', nonStriker: 'h2', boundary: 6 })
  expect(
    log.ask({
      type: 'Amend',
      device: 'phone',
      of: last,
      play: { ...play, striker: 'h2', nonStriker: 'h1' },
      accepting: null,
    }),
  ).toBeNull()
  expect(log.total).toBe('7/0')
})

test('BOOK-7 a removed play goes back to its place among the others', () => {
  const log = Log.kept().start()
  const [a = 0, b = 0, c = 0] = log.runs(0, 2, 4)
  const before = log.state.plays
  for (const of of [a, b]) expect(log.accept(remove(of))).toBeNull()
  expect(log.state.plays.map(({ seq }) => seq)).toEqual([3, c])
  log.runs(0)
  for (const of of [a, b]) expect(log.accept(restore(of))).toBeNull()
  expect(log.state.plays.slice(0, 4)).toEqual(before)
  expect(log.ask(restore(a))?.code).toBe('NOT_REMOVED')
  expect(log.ask(restore(99))?.code).toBe('UNKNOWN_PLAY')
  expect(log.ask(remove(99))?.code).toBe('UNKNOWN_PLAY')
  expect(log.ask({ type: 'Insert', device: 'phone', before: 99, play: log.next.ball(), accepting: null })?.code).toBe(
    'UNKNOWN_PLAY',
  )
})

test('BOOK-9 an earlier play is corrected only with the list of what changes', () => {
  const log = Log.kept().start()
  const [first = 0] = log.runs(1, 0)
  const bowled = log.next.ball({}, { wickets: [{ kind: 'bowled', out: 'h2' }] })
  expect(log.play(bowled)).toBeNull()
  const h3 = log.runs(1)[0]
  const was = log.state.plays[1]?.play
  if (was?.type !== 'Delivery') throw new Error('no ball')
  const command = {
    type: 'Amend',
    device: 'phone',
    of: first,
    play: { ...was, runs: { bat: 2 } },
    accepting: null,
  } as const
  const refusal = log.ask(command)
  expect(refusal?.code).toBe('CONSEQUENCES')
  expect(refusal?.consequences).toEqual([
    { is: 'objection', at: first + 1, objection: expect.objectContaining({ code: 'STRIKE' }) },
    { is: 'figure', of: 'innings 1', player: null, before: '2/1 in 0.4 overs', after: '3/1 in 0.4 overs' },
    { is: 'figure', of: 'innings 1 batting', player: 'h1', before: '1 (1) not out', after: '2 (1) not out' },
    {
      is: 'figure',
      of: 'innings 1 bowling',
      player: 'a11',
      before: '1 for 2 in 4 balls, 0 maidens',
      after: '1 for 3 in 4 balls, 0 maidens',
    },
  ])
  expect(consequencesOf(log.state, { by: 'ann', ...command })).toEqual({
    consequences: refusal?.consequences,
    accepting: refusal?.accepting,
  })
  expect(log.ask({ ...command, accepting: 'something else' })?.code).toBe('CONSEQUENCES')
  // What is accepted is this list: with another ball since, it is another.
  log.runs(2)
  expect(log.ask({ ...command, accepting: refusal?.accepting ?? null })?.code).toBe('CONSEQUENCES')
  expect(log.accept(command)).toBeNull()
  expect(log.state.anomalies.map(({ at, objection }) => [at, objection.code])).toEqual([[first + 1, 'STRIKE']])
  expect(h3).toBeGreaterThan(first)
})

test('BOOK-9 a batter who is out earlier is named where he still faces', () => {
  const log = Log.kept().start()
  const [first = 0, second = 0] = log.runs(0, 1, 1)
  const was = log.state.plays[1]?.play
  if (was?.type !== 'Delivery') throw new Error('no ball')
  const out = { ...was, wickets: [{ kind: 'bowled' as const, out: 'h1' }] }
  const refusal = log.ask({ type: 'Amend', device: 'phone', of: first, play: out, accepting: null })
  expect(refusal?.consequences?.[0]).toMatchObject({
    is: 'objection',
    at: second,
    objection: { code: 'OUT_ALREADY', detail: { player: 'h1' } },
  })
})

test('BOOK-10 a play that does not fit where it is put is refused for that', () => {
  const log = Log.kept().start()
  const [first = 0] = log.runs(1, 1)
  const was = log.state.plays[1]?.play
  if (was?.type !== 'Delivery') throw new Error('no ball')
  const amend = { type: 'Amend', device: 'phone', of: first, accepting: null } as const
  expect(log.ask({ ...amend, play: was })?.code).toBe('NOTHING_CHANGES')
  expect(log.ask({ ...amend, play: { ...was, runs: { bat: -1 } } })).toEqual({
    code: 'BAD_RUNS',
    where: 'innings 1, over 0.1 (over 1, ball 1)',
  })
  expect(
    log.ask({ type: 'Insert', device: 'phone', before: first, play: { ...was, bowler: 'h9' }, accepting: null })?.code,
  ).toBe('NOT_IN_SIDE')
  expect(
    log.accept({
      type: 'Insert',
      device: 'phone',
      before: first,
      play: { ...was, runs: { bat: 0, wides: 1 } },
      accepting: null,
    }),
  ).toBeNull()
  expect(log.total).toBe('3/0')
  expect(log.state.plays.map(({ seq }) => seq)).toEqual([3, 6, 4, 5])
})

test('BOOK-11 line-ups and toss change between plays, with their consequences', () => {
  const log = Log.kept()
  const { setup } = log.state
  if (!isMatchOf(log.state, 'cricket')) throw new Error('cricket')
  const turned = { ...log.state.setup, toss: { winner: 'away', chose: 'bat' } } as const
  expect(log.ask({ type: 'SetUp', setup, accepting: null })?.code).toBe('NOTHING_CHANGES')
  expect(log.ask({ type: 'SetUp', setup: turned, accepting: null })).toBeNull()
  expect(log.play({ type: 'InningsStart', batting: 'home' })?.code).toBe('WRONG_SIDE')
  log.start('away')
  const refusal = log.ask({ type: 'SetUp', setup, accepting: null })
  expect(refusal).toMatchObject({ code: 'CONSEQUENCES', consequences: [{ objection: { code: 'WRONG_SIDE' } }] })
  expect(log.accept({ type: 'SetUp', setup, accepting: null })).toBeNull()
})

test('BLIND-1 one other device scores along, and its plays count for nothing', () => {
  const log = Log.kept().start()
  const play = log.next.ball({ bat: 1 })
  const blind = { type: 'PlayBlind', by: 'bob', device: 'desk', from: 1, play } as const
  expect(log.ask({ ...blind, by: 'ann', device: 'phone' })?.code).toBe('KEEPER_NOT_BLIND')
  expect(log.ask({ type: 'StopBlind', by: 'bob', device: 'desk' })?.code).toBe('NOT_BLIND')
  const seq = log.must(blind)
  expect(log.total).toBe('0/0')
  expect(log.ask({ ...blind, by: 'cat' })?.code).toBe('BLIND_TAKEN')
  expect(log.ask({ type: 'RemoveBlind', by: 'cat', device: 'desk', of: seq })?.code).toBe('NOT_BLIND')
  expect(log.ask({ type: 'RemoveBlind', by: 'bob', device: 'desk', of: 99 })?.code).toBe('UNKNOWN_PLAY')
  log.must({ type: 'RemoveBlind', by: 'bob', device: 'desk', of: seq })
  expect(log.state.blind?.plays).toEqual([])
  log.must({ type: 'StopBlind', by: 'bob', device: 'desk' })
  expect(log.state.blind).toBeNull()
  log.must(blind)
  log.must({ type: 'TakeLock', by: 'bob', device: 'desk', from: { user: 'ann', device: 'phone' } })
  expect(log.state.blind).toBeNull()
})

test('BLIND-3 the seat of the second scorer is taken over by name, with the sheet as it stands', () => {
  const log = Log.kept().start()
  const desk = { user: 'bob', device: 'desk' }
  const seat = { type: 'TakeBlind', by: 'bob', device: 'tablet', from: desk } as const
  expect(log.ask(seat)?.code).toBe('NOTHING_CHANGES')
  const play = log.next.ball({ bat: 1 })
  const seq = log.must({ type: 'PlayBlind', by: 'bob', device: 'desk', from: 1, play })
  expect(log.ask({ ...seat, device: 'desk' })?.code).toBe('NOTHING_CHANGES')
  expect(log.ask({ ...seat, from: { ...desk, device: 'old' } })?.code).toBe('BLIND_TAKEN')
  expect(log.ask({ ...seat, by: 'ann', device: 'phone' })?.code).toBe('KEEPER_NOT_BLIND')
  log.must(seat)
  expect(log.state.blind).toMatchObject({ user: 'bob', device: 'tablet', from: 1, plays: [{ seq, device: 'desk' }] })
  expect(log.ask({ type: 'PlayBlind', by: 'bob', device: 'desk', from: 1, play })?.code).toBe('BLIND_TAKEN')
  log.must({ type: 'RemoveBlind', by: 'bob', device: 'tablet', of: seq })
  log.must({ type: 'End', as: { is: 'abandoned' } })
  expect(log.ask({ ...seat, device: 'desk' })?.code).toBe('MATCH_ENDED')
})

test('BLIND-2 where two scorers differ is told, remarks and a ball behind are not', () => {
  const log = Log.kept().start()
  const [one, two] = [log.next.ball({ bat: 1 }), log.next.ball({ bat: 4 }, { striker: 'h2', nonStriker: 'h1' })]
  const blind = { type: 'PlayBlind', by: 'bob', device: 'desk', from: 1 } as const
  log.must({ ...blind, play: { ...one, note: 'to the left' } })
  log.must({ ...blind, play: two })
  expect(blindDifferences(log.state)).toEqual([])
  log.runs(1)
  expect(blindDifferences(log.state)).toEqual([])
  log.runs(6)
  expect(blindDifferences(log.state)).toMatchObject([
    { at: 2, book: { play: { runs: { bat: 6 } } }, blind: { play: { runs: { bat: 4 } } } },
  ])
})

test('BOOK-12 the official confirms the result, or says another, and nothing is written until it is opened again', () => {
  const log = Log.kept(1).start()
  log.runs(1, 1, 1, 1, 1, 1)
  expect(log.ask({ type: 'End', as: null })?.code).toBe('NO_RESULT_YET')
  expect(log.ask({ type: 'Reopen' })?.code).toBe('NOT_ENDED')
  log.start('away').runs(4, 4)
  log.must({ type: 'End', as: null })
  expect(log.play(log.next.ball())?.code).toBe('MATCH_ENDED')
  expect(log.ask(remove(log.last ?? 0))?.code).toBe('MATCH_ENDED')
  expect(log.ask({ type: 'End', as: null })?.code).toBe('MATCH_ENDED')
  log.must({ type: 'Reopen' })
  log.must({ type: 'End', as: { is: 'conceded', by: 'away' } })
  const byPlays = SPORTS.cricket.outcome(log.score)
  expect(byPlays).toEqual({ is: 'ended', winner: 'away', kind: 'won' })
  expect(outcomeOf(log.state.phase, byPlays)).toEqual({ is: 'ended', winner: 'home', kind: 'awarded' })
})

test('BOOK-13 every refusal has a sentence with its place', () => {
  for (const code of MATCH_REFUSAL_CODES) expect(matchRefusalWords({ code }, 'cricket')).toMatch(/\.$/)
  const refusal = { code: 'BOWLED_LAST_OVER', where: 'innings 2, over 3.1 (over 4, ball 1)', detail: { player: 'a1' } }
  expect(matchRefusalWords(refusal, 'cricket', () => 'Rao')).toBe(
    'Innings 2, over 3.1 (over 4, ball 1): Rao bowled the last over.',
  )
  expect(matchRefusalWords({ code: 'toString' }, 'cricket')).toBe('That was refused (toString).')
})

test('BOOK-4 entries that do not follow are a broken log', () => {
  const log = Log.kept()
  const [first, second] = log.entries
  if (!first || !second) throw new Error('no entries')
  expect(() => evolveMatch(null, second)).toThrow('does not follow')
  expect(() => evolveMatch(null, { ...second, seq: 1 })).toThrow('begins with MatchCreated')
  expect(() => evolveMatch(log.state, { ...first, seq: 3 })).toThrow('once')
  const hidden = foldMatch([first, { type: 'Hidden', seq: 2, atMs: 0 }])
  expect(hidden).toMatchObject({ seq: 2, keeper: null })
  expect(
    evolveMatch(log.state, { type: 'Recovered', epoch: 2, seq: 3, atMs: 0, by: 'system', cmd: '', sum: '' }).epoch,
  ).toBe(2)
})
