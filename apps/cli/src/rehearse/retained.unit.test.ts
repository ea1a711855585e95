import { CRORE, cardsLeft, LAKH } from '@gavel/auction'
import { expect, test } from 'vitest'
import type { Guess } from './cast.ts'
import { planFromFiles } from './files.ts'
import { requestFor } from './request.ts'
import { sameTeams } from './team-names.ts'

const file = (path: string, text: string) => ({ path, bytes: new TextEncoder().encode(text) })
const LIST = 'Name,Base Price (Lakh),Sold Price (Lakh),Team\nA One,30,30,MI\nB Two,30,30,CSK\nC Three,30,-,-\n'
const HEAD = 'year,player_name,team,retention_price_lakh\n'
const plan = (retained: string, list = LIST) =>
  planFromFiles(file('list.csv', list), null, { rules: 'ipl-2025', retained: file('retained.csv', retained) })

test('REHEARSE-7 retained players enter their teams before the start, at what they cost, and use up cards', () => {
  const { expected, retained, guesses } = plan(`${HEAD}2025,X One,MI,1000\n2025,Y Two,MI,400\n2022,Z Three,CSK,1600\n`)
  expect(retained.map(({ player, team, amount }) => [player, team, amount / LAKH])).toEqual([
    ['K2', 'MI', 1000],
    ['K3', 'MI', 400],
  ])
  // One capped player costs 18 crore, an uncapped one 4.
  expect(expected.teams.MI?.spent).toBe(22 * CRORE + 30 * LAKH)
  expect([cardsLeft(expected, 'MI'), cardsLeft(expected, 'CSK')]).toEqual([4, 6])
  expect(guesses.map(({ text }) => text)).toContain(
    'Retained for less than 600 lakh and taken for uncapped (1): Y Two.',
  )
})

test('REHEARSE-7 whoever is in the list and was not called is retained there, and comes once', () => {
  const list = 'Name,Base,Sold,Team\nA One,0.30,0.30,MI\nB Two,0.30,0.30,CSK\nC Three,0.30,TBA,-\nD Four,-,18.00,CSK\n'
  const { players, expected, guesses } = plan(`${HEAD}2025,c three,MI,1800\n2025,Dee Four,CSK,1900\n`, list)
  expect(players.map(({ ref, outcome }) => [ref, outcome])).toEqual([
    ['L4', 'retained'],
    ['L5', 'retained'],
    ['L2', 'sold'],
    ['L3', 'sold'],
  ])
  expect(expected.teams.CSK?.spent).toBe(19 * CRORE + 30 * LAKH)
  expect(guesses.map(({ text }) => text)).toContainEqual(expect.stringMatching(/^D Four: CSK for 1,900 lakh is taken/))
})

test('REHEARSE-7 more retained players than the rules allow lift the rule, and this is told', () => {
  const rows = Array.from({ length: 7 }, (_, n) => `2025,Player N${n},MI,1000`).join('\n')
  const planned = plan(`${HEAD}${rows}\n`)
  expect(planned.expected.teams.MI?.spent).toBe(70 * CRORE + 30 * LAKH)
  expect(planned.guesses.map(({ text }) => text)).toContainEqual(expect.stringMatching(/retained more than IPL 2025/))
  expect(requestFor('r', planned).rules).toMatchObject({ retention: null, tieBreak: null })
  expect(requestFor('r', plan(`${HEAD}2025,X One,MI,1800\n`)).rules).toEqual({ tieBreak: null })
})

test('REHEARSE-8 teams of two files are the same by name, first letters, letters in order, one letter, or because nothing else is left', () => {
  const told: Guess[] = []
  const full = ['Chennai Super Kings', 'Sunrisers Hyderabad', 'Delhi Daredevils', 'Kings XI Punjab', 'Mumbai Indians']
  const found = sameTeams(full, new Set(['CSK', 'SRH', 'PBKS', 'DC', 'mumbai indians']), told)
  expect(Object.fromEntries(found)).toEqual({
    CSK: 'Chennai Super Kings',
    SRH: 'Sunrisers Hyderabad',
    PBKS: 'Kings XI Punjab',
    DC: 'Delhi Daredevils',
    'mumbai indians': 'Mumbai Indians',
  })
  expect(told).toHaveLength(3)
  expect(Object.fromEntries(sameTeams(['PK', 'RR'], new Set(['PBKS', 'RR']), []))).toEqual({ PBKS: 'PK', RR: 'RR' })
})

test('REHEARSE-8 a team that is none of the results, or could be two, is told', () => {
  expect(() => sameTeams(['MI', 'CSK'], new Set(['MI', 'CSK', 'GT']), [])).toThrow(
    '“GT” of the retained players is no team',
  )
  expect(() => sameTeams(['Alpha', 'Beta'], new Set(['X', 'Y']), [])).toThrow('“X” of the retained players is no team')
})
