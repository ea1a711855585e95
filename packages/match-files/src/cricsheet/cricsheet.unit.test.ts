import { expect, test } from 'vitest'
import { parsedJson } from '../json.ts'
import { orRefusal } from '../refused.ts'
import { ball, deliveries, fiction } from './fiction.ts'
import { ballsOf, readCricsheet, textOfResult } from './read.ts'
import { rulesOf } from './rules.ts'
import { type CricsheetFile, parseCricsheet } from './schema.ts'
import { writeCricsheet } from './write.ts'

/** Reads the small match after a change. */
function read(change: (file: CricsheetFile) => unknown = () => null) {
  const file = fiction()
  change(file)
  return orRefusal(() => readCricsheet(parsedJson(JSON.stringify(file))))
}
function refusal(change: (file: CricsheetFile) => unknown) {
  const answer = read(change)
  if (!('refusal' in answer)) throw new Error(`taken: ${textOfResult(answer)}`)
  return answer.refusal
}
function taken(change?: (file: CricsheetFile) => unknown) {
  const answer = read(change)
  if ('refusal' in answer) throw new Error(JSON.stringify(answer.refusal))
  return answer
}
const lines = ({ state }: ReturnType<typeof taken>) =>
  state.score.innings.map(({ runs, wickets, balls, end }) => [runs, wickets, balls, end])

test('FILE-1 a match is read ball by ball', () => {
  const match = taken()
  expect(lines(match)).toEqual([
    [9, 1, 12, 'overs'],
    [10, 0, 9, 'target'],
  ])
  expect(textOfResult(match)).toBe('Otters won by 10 wickets')
  expect(match.anomalies).toEqual([])
  expect(match.state.score.strikeMismatches).toBe(0)
  expect(match.names['0000000a']).toBe('Heron 1')
  expect(match.about).toMatchObject({ venue: 'Lake Ground', gender: 'female' })
})

test('FILE-1 what the rules refuse refuses the file, with innings, over and ball', () => {
  const last = (file: CricsheetFile) => deliveries(file, 2, 1)
  expect(refusal((file) => last(file).push(ball('Otter 1', 'Otter 2', 'Heron 10')))).toEqual({
    code: 'INNINGS_OVER',
    where: 'innings 2, over 1.4 (over 2, ball 4)',
    words: 'This innings is over (target): no more balls.',
  })
  expect(refusal((file) => deliveries(file, 1, 1).push(ball('Heron 2', 'Heron 3', 'Otter 10')))).toMatchObject({
    code: 'INNINGS_OVER',
  })
  const sameBowler = (file: CricsheetFile) => {
    for (const one of deliveries(file, 1, 1)) one.bowler = 'Otter 11'
  }
  expect(refusal(sameBowler)).toMatchObject({
    code: 'BOWLED_LAST_OVER',
    where: 'innings 1, over 1.1 (over 2, ball 1)',
    words: 'Otter 11 bowled the last over.',
  })
  const twice = (file: CricsheetFile) =>
    deliveries(file, 1, 0)[2]?.wickets?.push({ kind: 'run out', player_out: 'Heron 2' })
  expect(refusal(twice)).toMatchObject({ code: 'TWO_DISMISSALS', where: 'innings 1, over 0.3 (over 1, ball 3)' })
  const eleven = (file: CricsheetFile) => {
    const innings = file.innings[0]
    if (!innings) return
    const fall = (n: number) =>
      ball(`Heron ${n}`, 'Heron 11', 'Otter 11', { wickets: [{ kind: 'bowled', player_out: `Heron ${n}` }] })
    const end = (n: number) => ({
      ...fall(n),
      bowler: 'Otter 10',
      batter: n === 6 ? 'Heron 11' : `Heron ${n}`,
      non_striker: n === 6 ? 'Heron 6' : 'Heron 11',
    })
    innings.overs = [
      { over: 0, deliveries: [1, 2, 3, 4, 5, 6].map(fall) },
      {
        over: 1,
        deliveries: [
          ball('Heron 11', 'Heron 7', 'Otter 10', { bat: 1 }),
          ...[7, 8, 9, 10].map(end),
          { ...fall(11), batter: 'Heron 11', non_striker: 'Heron 10', bowler: 'Otter 10' },
        ],
      },
    ]
  }
  expect(refusal(eleven)).toMatchObject({ code: 'INNINGS_OVER', where: 'innings 1, over 1.6 (over 2, ball 6)' })
})

test('FILE-1 what is no match of this format refuses, with the place', () => {
  const kind = (file: CricsheetFile) =>
    Object.assign(deliveries(file, 1, 0)[2]?.wickets?.[0] ?? {}, { kind: 'eaten by a dog' })
  expect(refusal(kind)).toEqual({
    code: 'BAD_VALUE',
    where: 'innings 1, over 0.3 (over 1, ball 3)',
    words: 'Kind cannot be eaten by a dog.',
  })
  const extra = (file: CricsheetFile) => Object.assign(deliveries(file, 2, 1)[1] ?? {}, { extras: { bonus: 3 } })
  expect(refusal(extra)).toEqual({
    code: 'UNKNOWN_KEY',
    where: 'innings 2, over 1.2 (over 2, ball 2)',
    words: 'Extras cannot hold bonus.',
  })
  const sum = (file: CricsheetFile) => Object.assign(deliveries(file, 2, 1)[1]?.runs ?? {}, { total: 3 })
  expect(refusal(sum)).toMatchObject({ code: 'SUMS_DIFFER', where: 'innings 2, over 1.2 (over 2, ball 2)' })
  expect(refusal((file) => Object.assign(file.innings[1] ?? {}, { team: 'Geese' }))).toMatchObject({
    code: 'UNKNOWN_TEAM',
    where: 'innings 2',
  })
  expect(refusal((file) => Object.assign(deliveries(file, 1, 0)[0]?.runs ?? {}, { batter: -4 })).code).toBe('BAD_VALUE')
  expect(
    refusal((file) => Object.assign(deliveries(file, 1, 0)[0]?.runs ?? {}, { batter: 1e9, total: 1e9 })).code,
  ).toBe('BAD_VALUE')
  expect(refusal((file) => file.innings[0]?.overs.shift()).code).toBe('OVERS_OUT_OF_ORDER')
  expect(refusal((file) => Object.assign(file.info, { teams: ['Herons', 'Herons'] })).code).toBe('BAD_TEAMS')
  expect(refusal((file) => Object.assign(deliveries(file, 1, 0)[0] ?? {}, { batter: 'x'.repeat(1_000) })).code).toBe(
    'TOO_LONG',
  )
  const many = (file: CricsheetFile) =>
    deliveries(file, 1, 0).push(...Array.from({ length: 5_000 }, () => ball('Heron 1', 'Heron 2', 'Otter 11')))
  expect(refusal(many)).toEqual({
    code: 'TOO_MANY',
    where: 'innings 1, over 1',
    words: 'There are more than 100 deliveries.',
  })
})

test('FILE-1 a file that breaks off says at which ball', () => {
  const text = JSON.stringify(fiction())
  const at = text.indexOf('"batter":"Otter 2"', text.indexOf('"over":1', text.indexOf('"target"')))
  const cut = (to: number) => {
    const answer = orRefusal(() => parsedJson(text.slice(0, to)))
    return typeof answer === 'object' && answer !== null && 'refusal' in answer ? answer.refusal : null
  }
  expect(cut(text.indexOf('}', at) - 3)).toMatchObject({
    code: 'NOT_JSON',
    where: 'innings 2, over 1.1 (over 2, ball 1)',
  })
  expect(cut(5)).toMatchObject({ code: 'NOT_JSON', where: 'line 1' })
  for (let to = 0; to < text.length; to += 97) expect(cut(to), String(to)).toMatchObject({ code: 'NOT_JSON' })
})

test('FILE-1 hostile JSON is refused or read as what it says', () => {
  for (const text of [
    'null',
    '[]',
    '1',
    '"x"',
    '{}',
    '{"innings":[]}',
    '{"info":{"teams":["a","b"]}}',
    `${'['.repeat(10_000)}${']'.repeat(10_000)}`,
  ])
    expect(
      orRefusal(() => readCricsheet(parsedJson(text))),
      text.slice(0, 40),
    ).toHaveProperty('refusal')
  const names = taken((file) => {
    for (const one of file.innings.flatMap(({ overs }) => overs.flatMap((over) => over.deliveries)))
      for (const key of ['batter', 'non_striker'] as const) if (one[key] === 'Heron 2') one[key] = '__proto__'
    const herons = file.info.players?.Herons
    if (herons) herons[1] = '__proto__'
  })
  expect(lines(names)[0]).toEqual([9, 1, 12, 'overs'])
  expect(Object.values(names.names)).toContain('__proto__')
})

test('FILE-3 real oddities are kept by name', () => {
  const wide = taken((file) => {
    deliveries(file, 1, 0)[1] = ball('Heron 1', 'Heron 2', 'Otter 11', { bat: 2, extras: { wides: 1 } })
    Object.assign(file.info, { outcome: { winner: 'Herons', by: { runs: 1 } } })
  })
  expect(wide.anomalies).toMatchObject([
    { code: 'WIDE_WITH_BAT_RUNS', where: 'innings 1, over 0.2 (over 1, ball 2)', times: 1 },
    { code: 'RESULT_DIFFERS' },
  ])
  const retired = taken(
    (file) =>
      deliveries(file, 1, 0)[2]?.wickets?.push({ kind: 'retired hurt', player_out: 'Heron 2' }) && renamed(file),
  )
  expect(retired.anomalies).toMatchObject([
    { code: 'RETIRED_ON_A_WICKET', where: 'innings 1, over 0.3 (over 1, ball 3)' },
  ])
  expect(lines(retired)[0]).toEqual([9, 1, 12, 'overs'])
  const early = taken((file) => {
    deliveries(file, 1, 0).pop()
    file.innings[0] = { ...fileInnings(file), miscounted_overs: { 0: { balls: 5, umpire: 'Umpire 1' } } }
  })
  expect(early.anomalies).toMatchObject([{ code: 'MISCOUNTED_OVER' }])
  expect(lines(early)[0]).toEqual([9, 1, 11, 'overs'])
})

const fileInnings = (file: CricsheetFile) => {
  const [first] = file.innings
  if (!first) throw new Error('no innings')
  return first
}

/** Heron 4 comes in for Heron 2 after the third ball. */
function renamed(file: CricsheetFile): void {
  const rest = [...deliveries(file, 1, 0).slice(3), ...deliveries(file, 1, 1)]
  for (const one of rest)
    for (const key of ['batter', 'non_striker'] as const) if (one[key] === 'Heron 2') one[key] = 'Heron 4'
}

test('FILE-3 balls after a recorded D/L target never end the innings', () => {
  const match = taken((file) => {
    Object.assign(file.innings[1] ?? {}, { target: { overs: 1.3, runs: 6 } })
    Object.assign(file.info, { outcome: { winner: 'Otters', by: { runs: 5 }, method: 'D/L' } })
  })
  expect(lines(match)[1]).toEqual([10, 0, 9, 'overs'])
  expect(match.anomalies).toMatchObject([{ code: 'AFTER_TARGET', where: 'innings 2, over 0.2 (over 1, ball 2)' }])
  expect(textOfResult(match)).toBe('Otters won by 5 runs (D/L)')
})

test('FILE-4 format and laws follow from the kind, the day and the competition', () => {
  const rules = (date: string, more: object = {}) => rulesOf({ ...fiction().info, dates: [date], ...more })
  expect(rules('2005-06-13')).toMatchObject({ id: 't20', laws: 'mcc-2000', freeHit: 'none' })
  expect(rules('2010-06-13')).toMatchObject({ laws: 'mcc-2000', freeHit: 'front-foot' })
  expect(rules('2022-04-01', { event: { name: 'Indian Premier League' } })).toMatchObject({
    laws: 'mcc-2022',
    freeHit: 'every',
  })
  expect(rules('2022-04-01')).toMatchObject({ laws: 'mcc-2017' })
  expect(rules('2026-10-02')).toMatchObject({ laws: 'mcc-2026' })
  expect(rules('2020-01-01', { match_type: 'Test', overs: undefined, gender: 'male' })).toMatchObject({
    id: 'test',
    overs: null,
    inningsEach: 2,
    followOn: 200,
    freeHit: 'none',
  })
  expect(rules('2020-01-01', { match_type: 'MDM', overs: undefined })).toMatchObject({ id: 'test', followOn: 150 })
  expect(rules('2024-08-01', { balls_per_over: 5, overs: 20 })).toMatchObject({ id: 'hundred', oversPerEnd: 2 })
  expect(rules('2020-01-01', { overs: 10 })).toMatchObject({ overs: 10 })
})

test('FILE-5 the next ball tells whether the batters had crossed, where the Laws leave it open', () => {
  const runOut = (next: 'Heron 3' | 'Heron 2') =>
    taken((file) => {
      const balls = deliveries(file, 1, 0)
      balls[2] = ball('Heron 1', 'Heron 2', 'Otter 11', { wickets: [{ kind: 'run out', player_out: 'Heron 1' }] })
      const other = next === 'Heron 3' ? 'Heron 2' : 'Heron 3'
      balls.splice(3, 4, ...[0, 0, 0, 0].map(() => ball(next, other, 'Otter 11')))
      if (next === 'Heron 2')
        deliveries(file, 1, 1).forEach((one) => {
          Object.assign(one, { batter: one.non_striker, non_striker: one.batter })
        })
    })
  const crossed = (match: ReturnType<typeof taken>) =>
    match.state.plays.map(({ play }) => play).find((play) => play.type === 'Delivery' && play.wickets)
  expect(runOut('Heron 3').state.score.strikeMismatches).toBe(0)
  expect(crossed(runOut('Heron 2'))).toMatchObject({ crossed: true })
  expect(runOut('Heron 2').state.score.strikeMismatches).toBe(0)
})

test('FILE-6 the same target in fewer overs is a shorter chase, another target the official’s', () => {
  const target = (said: object) =>
    taken((file) => Object.assign(file.innings[1] ?? {}, { target: said })).state.score.innings[1]
  expect(target({ overs: 1.4, runs: 10 })).toMatchObject({ limit: { overs: 1, balls: 4 }, target: { official: false } })
  expect(target({ overs: 1.5, runs: 9 })).toMatchObject({
    limit: { overs: 1, balls: 5 },
    target: { runs: 9, official: true, method: null },
  })
  expect(ballsOf(14.4, 6)).toBe(88)
  expect(ballsOf(19.4, 6)).toBe(118)
  expect(ballsOf(17.3, 5)).toBe(88)
})

test('FILE-7 what only the official can say is taken from the file', () => {
  const short = (outcome: object) =>
    textOfResult(
      taken((file) => {
        deliveries(file, 2, 1).pop()
        Object.assign(file.info, { outcome })
      }),
    )
  expect(short({ result: 'no result' })).toBe('no result')
  expect(short({ winner: 'Otters', method: 'Awarded' })).toBe('Otters won (Awarded)')
  expect(short({ winner: 'Herons', by: { runs: 3 } })).toBe('Herons won by 3 runs')
  expect(short({ winner: 'Otters', by: { runs: 1 }, method: 'VJD' })).toBe('Otters won by 1 run (VJD)')
  const level = (outcome: object) =>
    textOfResult(
      taken((file) => {
        const balls = deliveries(file, 2, 1)
        balls[2] = ball('Otter 2', 'Otter 1', 'Heron 10', { bat: 3 })
        balls.push(...[0, 0, 0].map(() => ball('Otter 1', 'Otter 2', 'Heron 10')))
        Object.assign(file.info, { outcome, bowl_out: [{ bowler: 'Heron 4', outcome: 'miss' }] })
      }),
    )
  expect(level({ result: 'tie' })).toBe('tie')
  expect(level({ result: 'tie', eliminator: 'Herons' })).toBe('tie; Herons won the super over')
  expect(level({ result: 'tie', bowl_out: 'Otters' })).toBe('tie; Otters won the bowl-out')
})

test('FILE-7, WRITE-1 the balls of a bowl-out are put through the rules and written again', () => {
  const bowls = [4, 4, 5, 5, 6, 6].map((n, at) => ({
    bowler: `${at % 2 === 0 ? 'Heron' : 'Otter'} ${n}`,
    outcome: at % 2 === 0 ? ('miss' as const) : ('hit' as const),
  }))
  const tied = (more: object) =>
    taken((file) => {
      const balls = deliveries(file, 2, 1)
      balls[2] = ball('Otter 2', 'Otter 1', 'Heron 10', { bat: 3 })
      balls.push(...[0, 0, 0].map(() => ball('Otter 1', 'Otter 2', 'Heron 10')))
      Object.assign(file.info, more)
    })
  const told = { outcome: { result: 'tie', bowl_out: 'Otters' }, bowl_out: bowls }
  const match = tied(told)
  expect(match.state.score.verdict).toBeNull()
  expect(textOfResult(match)).toBe('tie; Otters won the bowl-out')
  expect(writeCricsheet(match).info).toMatchObject(told)
  const contradicted = tied({ ...told, outcome: { result: 'tie', bowl_out: 'Herons' } })
  expect(textOfResult(contradicted)).toBe('tie; Herons won the bowl-out')
  expect(contradicted.anomalies.map(({ code }) => code)).toContain('NOT_TIED')
})

test('WRITE-1, WRITE-2 what was read is written as the same file, and read again it has the same score', () => {
  const match = taken()
  const written = writeCricsheet(match)
  expect(JSON.parse(JSON.stringify(written))).toEqual(JSON.parse(JSON.stringify(parseCricsheet(fiction()))))
  expect(readCricsheet(written).state.score).toEqual(match.state.score)
})
