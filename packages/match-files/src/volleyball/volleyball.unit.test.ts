import { setScores } from '@gavel/scoring'
import { expect, test } from 'vitest'
import { file, imported, refused } from '../given-files.ts'

type Point = { readonly side: '*' | 'a'; readonly line: string }

/** The lines of a set that these sides win the rallies of, with servers by the rotation and line-ups in the last columns. */
function setOf(number: number, winners: string): Point[] {
  let lineups = { '*': [1, 2, 3, 4, 5, 6], a: [11, 12, 13, 14, 15, 16] }
  const score = { '*': 0, a: 0 }
  let serving: '*' | 'a' = number % 2 === 1 ? '*' : 'a'
  const tail = () => `;;;;;;;20.00.00;${number};1;1;;;;${[...lineups['*'], ...lineups.a].join(';')};`
  const lines: Point[] = [
    { side: '*', line: `*P01>LUp${tail()}` },
    { side: 'a', line: `aP11>LUp${tail()}` },
  ]
  for (const winner of winners as Iterable<'*' | 'a'>) {
    const server = String(lineups[serving][0]).padStart(2, '0')
    lines.push({ side: serving, line: `${serving}${server}SM+~~~51C${tail()}` })
    score[winner] += 1
    if (winner !== serving) {
      const [first = 0, ...rest] = lineups[winner]
      lineups = { ...lineups, [winner]: [...rest, first] }
    }
    serving = winner
    const so = `${String(score['*']).padStart(2, '0')}:${String(score.a).padStart(2, '0')}`
    lines.push({ side: winner, line: `${winner}p${so}${tail()}` })
  }
  lines.push({ side: '*', line: `**${number}set${tail()}` })
  return lines
}

const wins = (home: number, away: number) => {
  const level = Math.min(home, away)
  return '*a'.repeat(level) + '*'.repeat(home - level) + 'a'.repeat(away - level)
}

function dvw(
  sets: readonly (readonly [number, number])[],
  edit: (lines: string[]) => string[] = (lines) => lines,
): string {
  const players = (side: number, from: number) =>
    Array.from(
      { length: 8 },
      (_, at) => `${side};${from + at};${at + 1};;;;;;${from + at};Name${from + at};Fore;;;4;;x;;`,
    )
  const heads = Array.from({ length: 5 }, (_, at) =>
    sets[at] ? `True;8 -5;;;${sets[at][0]}-${sets[at][1]};20;` : 'True;;;;;;',
  )
  const scout = sets.flatMap(([home, away], at) => setOf(at + 1, wins(home, away)).map((point) => point.line))
  return [
    '[3DATAVOLLEYSCOUT]',
    'FILEFORMAT: 2.0',
    '[3MATCH]',
    '12/28/2031;20.00.00;2031;Winter Cup;Semifinals;;1;x;1;1;Z;0;',
    '[3TEAMS]',
    '1;Northern Owls;3;Coach;;',
    '2;Southern Żubry;1;Coach;;',
    '[3SET]',
    ...heads,
    '[3PLAYERS-H]',
    ...players(0, 1),
    '0;20;9;*;*;*;;;20;Libero;Lea;;L;1;;x;;',
    '[3PLAYERS-V]',
    ...players(1, 11),
    '[3SCOUT]',
    ...edit(scout),
    '',
  ].join('\r\n')
}

const read = (text: string) => imported('volleyball', 'match.dvw', file('match.dvw', text))
const scores = (match: ReturnType<typeof read>) => setScores(match.state.score).map(({ home, away }) => [home, away])
const codes = (match: ReturnType<typeof read>) => match.anomalies.map((one) => one.code)
const FOUR = [
  [25, 20],
  [23, 25],
  [25, 15],
  [26, 24],
] as const

test('RECORD-3 a match comes from its point lines, with servers that fit the rotation', () => {
  const match = read(dvw(FOUR))
  expect(scores(match)).toEqual(FOUR)
  expect(match).toMatchObject({ winner: 'home', anomalies: [], about: { title: 'Winter Cup', date: '12/28/2031' } })
  expect(match.names).toMatchObject({ 'team-home': 'Northern Owls', 'team-away': 'Southern Żubry', h1: 'Fore Name1' })
  expect(match.state.plays[0]?.play).toMatchObject({
    type: 'SetStart',
    serving: 'home',
    lineups: { home: ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'] },
  })
  expect(match.state.setup.liberos.home).toEqual(['h20'])
})

test('RECORD-3 substitutions and time-outs of the scout are plays; what breaks a rule is named', () => {
  const late = (lines: string[]) => [...lines.slice(0, 3), '*c01:07;;', '*T;;', '*T;;', '*T;;', ...lines.slice(3)]
  const match = read(dvw(FOUR, late))
  expect(match.state.plays.filter(({ play }) => play.type === 'TimeOut')).toHaveLength(3)
  expect(codes(match)).toEqual(expect.arrayContaining(['NO_TIME_OUT_LEFT', 'WRONG_SERVER']))
  expect(scores(match)).toEqual(FOUR)
})

test('RECORD-3 a score that goes back takes points back, one that jumps is filled in', () => {
  const point = (lines: string[], n: number) =>
    lines.findIndex((line) => new RegExp(`p0?${n}:`).test(line) && line.startsWith('*'))
  const again = read(
    dvw(FOUR, (lines) => [...lines.slice(0, point(lines, 3) + 1), '*p02:02;;', ...lines.slice(point(lines, 3))]),
  )
  expect(scores(again)).toEqual(FOUR)
  expect(codes(again)).toContain('SCORE_TAKEN_BACK')
  const jump = read(dvw(FOUR, (lines) => lines.filter((_, at) => at !== point(lines, 3))))
  expect(scores(jump)).toEqual(FOUR)
  expect(codes(jump)).toContain('RALLY_MISSING')
})

test('RECORD-3 a file in the code page of its program keeps its names', () => {
  const text = dvw(FOUR)
  const bytes = Uint8Array.from([...text].map((char) => (char === 'Ż' ? 0xaf : char.charCodeAt(0))))
  expect(imported('volleyball', 'm.dvw', { name: 'm.dvw', bytes }).names['team-away']).toBe('Southern Żubry')
  expect(read(`${text}\u0000`).winner).toBe('home')
})

test('RECORD-6 best of three, the beach, and sets that ended otherwise', () => {
  expect(
    read(
      dvw([
        [25, 20],
        [25, 20],
      ]),
    ),
  ).toMatchObject({ winner: 'home', state: { rules: { id: 'best-of-3' } } })
  expect(
    read(
      dvw([
        [25, 20],
        [20, 25],
        [15, 13],
      ]),
    ).state.rules.id,
  ).toBe('best-of-3')
  expect(
    read(
      dvw([
        [21, 19],
        [21, 19],
      ]),
    ),
  ).toMatchObject({ winner: 'home', state: { rules: { id: 'beach' } } })
  const short = read(
    dvw([
      [25, 20],
      [20, 25],
      [25, 22],
      [23, 21],
    ]),
  )
  expect(scores(short)[3]).toEqual([23, 21])
  expect(short.winner).toBe('home')
  expect(codes(short)).toContain('OWN_FORMAT')
})

test('RECORD-6 a set of which there is the score alone', () => {
  const match = read(dvw(FOUR, () => []))
  expect(scores(match)).toEqual(FOUR)
  expect(codes(match)).toContain('NO_RALLIES')
})

test('RECORD-7 a scout that breaks off before its head is refused at the set', () => {
  const text = dvw(FOUR)
  expect(refused(text.slice(0, text.indexOf('*p10:09')), 'm.dvw')).toMatchObject({ code: 'TRUNCATED', where: 'set 1' })
  expect(refused(text.slice(0, text.indexOf('**2set')), 'm.dvw')).toMatchObject({ code: 'TRUNCATED', where: 'set 3' })
  expect(refused(text.slice(0, text.indexOf('[3SCOUT]')), 'm.dvw')).toMatchObject({ code: 'TRUNCATED' })
  expect(refused(text.replace(/\[3TEAMS\][^[]*/, ''), 'm.dvw')).toMatchObject({ code: 'MISSING', where: '[3TEAMS]' })
  expect(refused(text.replace('*p03:02', '*p03:999'), 'm.dvw').code).toBe('BAD_VALUE')
})
