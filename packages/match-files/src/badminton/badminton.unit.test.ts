import { gameScores } from '@gavel/scoring'
import { expect, test } from 'vitest'
import { file, imported, refused } from '../given-files.ts'
import { playersIn } from './names.ts'

const HEADER = 'rally,ball_round,roundscore_A,roundscore_B,player,server,getpoint_player'

/** A set in which these players win the rallies, two strokes each; `edit` changes its rows. */
function setOf(winners: string, edit: (row: string, at: number) => string = (row) => row): string {
  const score = { A: 0, B: 0 }
  let server = 'A'
  const rows = [...winners].flatMap((winner, at) => {
    score[winner as 'A' | 'B'] += 1
    const other = server === 'A' ? 'B' : 'A'
    const so = `${score.A},${score.B}`
    const strokes = [`${at + 1},1,${so},${server},1,`, `${at + 1},2,${so},${other},2,${winner}`]
    server = winner
    return strokes
  })
  return [HEADER, ...rows.map(edit), ''].join('\n')
}

const wins = (a: number, b: number) =>
  'AB'.repeat(Math.min(a, b)) + 'A'.repeat(a - Math.min(a, b)) + 'B'.repeat(b - Math.min(a, b))
const read = (...sets: string[]) =>
  imported(
    'badminton',
    'Asta_BERG_Bo_LUND_Fjord_Open_2031_Final',
    ...sets.map((text, at) => file(`x/set${at + 1}.csv`, text)),
  )
const codes = (match: ReturnType<typeof read>) => match.anomalies.map((one) => one.code)
const scores = (match: ReturnType<typeof read>) => gameScores(match.state.score).map(({ home, away }) => [home, away])

test('RECORD-2 a match comes from its sets in their order, with who served', () => {
  const match = read(setOf(wins(21, 15)), setOf(wins(19, 21)), setOf(wins(22, 20)))
  expect(scores(match)).toEqual([
    [21, 15],
    [19, 21],
    [22, 20],
  ])
  expect(match.winner).toBe('home')
  expect(match.anomalies.filter((one) => one.code !== 'WRONG_SERVER')).toEqual([])
  expect(match.state.plays[1]?.play).toEqual({ type: 'Rally', winner: 'away', serving: 'home', server: null })
  const files = [2, 1].map((n) => file(`x/set${n}.csv`, setOf(n === 1 ? wins(21, 3) : wins(21, 7))))
  expect(scores(imported('badminton', 'x', ...files))).toEqual([
    [21, 3],
    [21, 7],
  ])
})

test('RECORD-2 a rally that is missing is filled in from the score and named', () => {
  const match = read(
    setOf(wins(21, 15), (row) => (row.startsWith('4,') ? '' : row)),
    setOf(wins(21, 15)),
  )
  expect(scores(match)[0]).toEqual([21, 15])
  expect(codes(match)).toContain('RALLY_MISSING')
  const twice = read(
    setOf(wins(21, 15), (row, at) => (at === 7 ? `${row}\n${row}` : row)),
    setOf(wins(21, 0)),
  )
  expect(scores(twice)[0]).toEqual([21, 15])
})

test('RECORD-2 where the winner and the score differ the score counts, and where the score goes back the winners', () => {
  const wrong = read(
    setOf(wins(21, 15), (row) => (row.startsWith('3,2') ? row.replace(/A$/, 'B') : row)),
    setOf(wins(21, 0)),
  )
  expect(scores(wrong)[0]).toEqual([21, 15])
  expect(codes(wrong)).toContain('WINNER_DIFFERS')
  const back = read(
    setOf(wins(21, 15), (row) => (row.startsWith('5,') ? row.replace('3,2', '0,0') : row)),
    setOf(wins(21, 0)),
  )
  expect(scores(back)[0]).toEqual([21, 15])
  expect(codes(back)).toContain('SCORE_DIFFERS')
})

test('RECORD-1 marks, line ends, code pages and columns that nobody knows do not matter', () => {
  const text = setOf(wins(21, 5))
  const wide = text.replace(HEADER, `${HEADER},type,note`).replace(/^(\d.*)$/gm, '$1,發短球,x')
  const variants = [
    `\uFEFF${text}`,
    text.replaceAll('\n', '\r\n'),
    text.replaceAll('\n', '\r'),
    text.replaceAll(',', ';'),
    wide,
  ]
  for (const variant of variants)
    expect(scores(read(variant, text))).toEqual([
      [21, 5],
      [21, 5],
    ])
  const utf16 = new Uint8Array([0xff, 0xfe, ...[...text].flatMap((char) => [char.charCodeAt(0), 0])])
  expect(scores(imported('badminton', 'x', { name: 'set1.csv', bytes: utf16 }))).toEqual([[21, 5]])
})

test('RECORD-6 games that ended as in no format count as the file ends them', () => {
  const match = read(setOf(wins(30, 3)), setOf(wins(5, 9)), setOf(wins(12, 11)))
  expect(scores(match)).toEqual([
    [30, 3],
    [5, 9],
    [12, 11],
  ])
  expect(match.winner).toBe('home')
  expect(codes(match)).toContain('OWN_FORMAT')
  expect(read(setOf(wins(15, 9)), setOf(wins(15, 9))).state.rules.id).toBe('3x15')
})

test('RECORD-6 a game that nobody has won leaves the match open', () => {
  const match = read(setOf(wins(21, 9)), setOf(wins(11, 9)))
  expect(match.winner).toBeNull()
  expect(codes(match)).toContain('GAME_OPEN')
})

test('RECORD-7 what is cut off or no score is refused with its set and row', () => {
  const cut = setOf(wins(21, 5)).trimEnd().slice(0, -4)
  expect(refused(cut, 'x/set1.csv')).toMatchObject({ code: 'TRUNCATED', where: 'set 1, row 53' })
  expect(refused(setOf('AB').replace('2,2,1,1', '2,2,1,x'))).toMatchObject({ code: 'BAD_VALUE', where: 'set 1, row 5' })
  expect(refused(setOf('AB').replace('2,2,1,1,B,2,B', '2,2,1,1,B,2,constructor'))).toMatchObject({ code: 'BAD_VALUE' })
  expect(refused(setOf('AB').replace(/2,2,1,1/, '2,2,1,1000'))).toMatchObject({ code: 'BAD_VALUE' })
  expect(refused(`${HEADER}\n`)).toMatchObject({ code: 'MISSING' })
})

test('RECORD-2 the name of the folder tells who played, where it can', () => {
  const names = (folder: string) => Object.values(playersIn(folder).players)
  expect(names('Viktor_BERG_LUND_Bo_Jin_EAST_VENTURES_Open_2022')).toEqual(['Viktor BERG', 'LUND Bo Jin'])
  expect(names('Asta_BERG_LUND_Bo_Jin_BWF_World_Championships')).toEqual(['Asta BERG', 'LUND Bo Jin'])
  expect(names('LUND_Bo_Jin_Asta_BERG_Denmark_Open_2022')).toEqual(['LUND Bo Jin', 'Asta BERG'])
  expect(names('Some_Match')).toEqual(['Player A', 'Player B'])
})
