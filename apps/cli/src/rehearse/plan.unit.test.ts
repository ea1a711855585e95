import { LAKH } from '@gavel/auction'
import { expect, test } from 'vitest'
import { type PlanOptions, planFromFiles } from './files.ts'

const file = (path: string, text: string) => ({ path, bytes: new TextEncoder().encode(text) })
const plan = (list: string, results: string | null = null, options: PlanOptions = { rules: 'ipl-2025' }) =>
  planFromFiles(file('list.csv', list), results === null ? null : file('results.csv', results), options)
const bids = (p: ReturnType<typeof plan>) =>
  p.lots.map((lot) => lot.bids.map((b) => `${b.team} ${b.amount / LAKH}${b.jump ? ' jump' : ''}`))

const HEAD = 'Name,Base Price (Lakh),Sold Price (Lakh),Team\n'

test('REHEARSE-1 a rival and the winner climb the ladder in turn, and the winner ends at the price', () => {
  expect(bids(plan(`${HEAD}A One,90,120,MI\nB Two,30,30,CSK\n`))).toEqual([
    ['MI 90', 'CSK 95', 'MI 100', 'CSK 110', 'MI 120'],
    ['CSK 30'],
  ])
})

test('REHEARSE-2 a price that the ladder passes by is reached by a jump', () => {
  const planned = plan(`${HEAD}A One,90,115,MI\nB Two,30,35,CSK\n`)
  expect(bids(planned)[0]).toEqual(['CSK 90', 'MI 95', 'CSK 100', 'MI 115 jump'])
  expect(planned.jumps).toBe(1)
})

test('REHEARSE-2 where nobody else has the money, the winner jumps', () => {
  // 240 crore for one player: the other team's purse ends far below.
  const planned = plan(`${HEAD}A One,200,24000,MI\nB Two,30,30,CSK\n`)
  const lot = planned.lots[0]?.bids ?? []
  expect(lot.at(-1)).toEqual({ team: 'MI', amount: 24000 * LAKH, jump: true })
  expect(lot.at(-2)?.team).toBe('CSK')
})

test('REHEARSE-3 retained enter, unsold are passed, uncalled stay, and whoever is only in the results is added', () => {
  const planned = plan(
    'Name,Base Price (Lakh)\nA One,30\nB Two,30\nC Three,30\nD Four,30\n',
    'Name,Team,Base,Sold\nA One,MI,0.30,0.50\nB Two,-,0.30,Unsold\nC Three,-,0.30,TBA\nE Five,CSK,-,18.00\nF Six,CSK,2.00,2.00\n',
  )
  const status = (name: string) =>
    planned.expected.players[planned.players.find((p) => p.listed.name === name)?.ref ?? '']?.status.is
  expect(['A One', 'B Two', 'C Three', 'D Four', 'E Five', 'F Six'].map(status)).toEqual([
    'sold',
    'unsold',
    'waiting',
    'waiting',
    'retained',
    'sold',
  ])
  expect(planned.expected.teams.CSK?.spent).toBe(2000 * LAKH)
  expect(planned.guesses.map((g) => g.text)).toContain('Players who are only in the results, added (1): F Six.')
})

test('REHEARSE-4 squads, overseas players and purses that the rules forbid change the rules, and this is told', () => {
  const rows = Array.from({ length: 27 }, (_, i) => `Player N${i},100,500,MI,Australia`).join('\n')
  const planned = plan(`Name,Base Price (Lakh),Sold Price (Lakh),Team,Country\n${rows}\nB Two,30,30,CSK,India\n`)
  expect(planned.rules.squad.max).toBe(27)
  expect(planned.rules.overseasMax).toBe(27)
  expect(planned.teams.find((t) => t.name === 'MI')?.purse).toBe(27 * 500 * LAKH)
  expect(planned.guesses.filter((g) => g.kind === 'rules')).toHaveLength(3)
  expect(planned.expected.teams.MI?.spent).toBe(27 * 500 * LAKH)
})

test('REHEARSE-9 where the purses run out the last bid buys: what happened is not asked again', () => {
  // Both teams end with nothing: under the rules of the year sealed amounts would decide.
  const planned = plan(`${HEAD}A One,200,12000,MI\nB Two,200,12000,CSK\n`)
  expect(planned.rules).toMatchObject({ tieBreak: null, categories: [] })
  expect(Object.values(planned.expected.players).map(({ status }) => status.is)).toEqual(['sold', 'sold'])
})

test('REHEARSE-4 a team that spent all on few lowers the smallest squad, not its price', () => {
  const planned = plan(`${HEAD}A One,200,11900,MI\nB Two,30,30,CSK\n`)
  expect(planned.rules.squad.min).toBe(4)
  expect(planned.expected.teams.MI?.spent).toBe(11900 * LAKH)
})

test('REHEARSE-4 a base price above the price, and a price off the grid of jumps', () => {
  const planned = plan(`${HEAD}A One,50,40,MI\nB Two,30,61.25,CSK\n`)
  expect(bids(planned)[0]).toEqual(['MI 40'])
  expect(bids(planned)[1]?.at(-1)).toBe('CSK 61.25 jump')
  expect(planned.rules.jumpGrid).toBe(1.25 * LAKH)
  expect(planned.guesses.map((g) => g.kind)).toEqual(['base', 'rules'])
})

test.each([
  [['ipl_2022_list.csv'], 'ipl-2022'],
  [['list.csv', 'results 2024.csv'], 'ipl-2024'],
  [['ipl_2021_list.csv', 'prices_2013_2022.csv'], 'ipl-2021'],
  [['prices_2013_2022.csv'], 'ipl-2022'],
  [['sales 2014.csv'], 'ipl-2018'],
  [['psl_2026_list.csv'], 'psl-2026'],
  [['list.csv'], 'ipl-2025'],
])('REHEARSE-5 files %j are rehearsed under %s', (names, id) => {
  const [list = '', results] = names
  const text = `${HEAD}A One,30,30,MI\nB Two,30,30,CSK\n`
  const planned = planFromFiles(file(list, text), results ? file(results, text) : null, {})
  expect(planned.rules.id).toBe(id)
  expect(planned.guesses[0]?.kind).toBe('rules')
})

test.each<[string, string, PlanOptions, string]>([
  ['no sales', 'Name,Base Price\nA One,20 Lakh\n', {}, 'name the file that does with --results'],
  ['one team', `${HEAD}A One,30,30,MI\n`, {}, 'one team alone, MI'],
  ['rules that are not there', `${HEAD}A One,30,30,MI\n`, { rules: 'ipl-1999' }, 'There is no rule set ipl-1999'],
  [
    'a column that is not there',
    `${HEAD}A One,30,30,MI\nB Two,30,30,RR\n`,
    { map: { team: 'Side' } },
    'no column “Side”',
  ],
  [
    'too many teams',
    `${HEAD}${Array.from({ length: 40 }, (_, i) => `P ${'x'.repeat(i + 1)},30,30,T${i}`).join('\n')}\n`,
    {},
    '40 teams',
  ],
])('REHEARSE-4 %s is told in one sentence', (_, list, options, words) => {
  expect(() => plan(list, null, options)).toThrow(words)
})
