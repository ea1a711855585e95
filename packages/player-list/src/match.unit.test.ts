import { ruleSet } from '@gavel/auction'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type ListedPlayer, matchNames, readPlayerList } from './index.ts'

const rules = ruleSet('ipl-2025')
if (!rules) throw new Error('no rules')
const players = (csv: string): ListedPlayer[] => readPlayerList(csv, { rules }).players
const named = (...names: string[]) => players(`Name\n${names.join('\n')}\n`)

/** Names that make up a crowd, so that words such as Singh say little. */
const CROWD = [
  'Harpreet Singh',
  'Simran Singh',
  'Aman Khan',
  'Sarfaraz Khan',
  'Rahul Sharma',
  'Karan Sharma',
  'Mohit Sharma',
]

test.each([
  ['Nicolas Pooran', 'Nicholas Pooran'],
  ['T. Natarajan', 'T Natarajan'],
  ['K.M Asif', 'KM Asif'],
  ['Vyshak Vijaykumar', 'Vijaykumar Vyshak'],
  ['Mohammad Siraj', 'Mohammed Siraj'],
  ['Mohd. Arshad Khan', 'Arshad Khan'],
  ['Syed Khaleel Ahmed', 'Khaleel Ahmed'],
  ['Jimmy Neesham', 'James Neesham'],
  ['Lungisani Ngidi', 'Lungi Ngidi'],
  ['Prithviraj Yarra', 'Prithvi Raj'],
  ["William O'Rourke", 'William O’Rourke'],
  ['José Hernández', 'Jose Hernandez'],
  ['M. Siddharth', 'Manimaran Siddharth'],
  ['Akash Vashisht', 'Akash Vasisht'],
])('NAME-2 “%s” and “%s” are one person', (a, b) => {
  const { pairs } = matchNames(named(a, ...CROWD), named(b, ...CROWD))
  expect(pairs.find((p) => p.listed.name === a)?.result.name).toBe(b)
})

test.each([
  ['Mayank Yadav', 'Mayank Agarwal'],
  ['Arman Patel', 'Amar Singh'],
  ['David Warner', 'David Willey'],
  ['Harpreet Brar', 'Harpreet Bhatia'],
])('NAME-2 “%s” and “%s” are two people', (a, b) => {
  const more = [...CROWD, 'David Miller', 'Mayank Markande', 'Harpreet Kaur']
  const { pairs } = matchNames(named(a, ...more), named(b, ...more))
  expect(pairs.some((p) => p.listed.name === a)).toBe(false)
})

test('NAME-2 an Indian and an overseas player of nearly one name are two people', () => {
  const list = players('Name,Country\nRashid Khan,Afghanistan\n')
  const results = players('Name,Nationality\nRasid Khan,Indian\n')
  expect(matchNames(list, results).pairs).toEqual([])
})

test('NAME-1 two people of one name are told apart by what else is known', () => {
  const list = players('Name,Role,Base Price\nLalit Yadav,BOWLER,20 Lakh\nLalit Yadav,ALL-ROUNDER,50 Lakh\n')
  const results = players('Name,Role,Base Price\nLalit Yadav,AR,50 Lakh\n')
  const { pairs, onlyInList, guesses } = matchNames(list, results)
  expect(pairs.map((p) => p.listed.row)).toEqual([3])
  expect(onlyInList.map((p) => p.row)).toEqual([2])
  expect(guesses).toHaveLength(1)
})

test('NAME-3 guesses hold both spellings and a score below 1; equal spellings are none', () => {
  const { guesses } = matchNames(named('Mohammad Siraj', 'Virat Kohli'), named('Mohammed Siraj', 'Virat Kohli'))
  expect(guesses).toEqual([
    { list: 'Mohammad Siraj', results: 'Mohammed Siraj', listRow: 2, resultRow: 2, score: expect.any(Number) },
  ])
  expect(guesses[0]?.score).toBeLessThan(1)
})

test('NAME-3 a name that could be two people is matched to none', () => {
  const { pairs, doubts, onlyInResults } = matchNames(
    named('Kumar Sangakara A', 'Kumar Sangakara B'),
    named('Kumar Sangakara'),
  )
  expect(pairs).toEqual([])
  expect(doubts).toHaveLength(1)
  expect(onlyInResults).toHaveLength(1)
})

test('NAME-1 whatever the names are, nobody is matched twice and nobody is lost', () => {
  const word = fc.constantFrom('Amit', 'Ameet', 'Singh', 'Kumar', 'K', 'Yadav', 'Mohd', 'Mohammed', 'Sharma', 'Jos')
  const names = fc.array(
    fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' ')),
    { maxLength: 12 },
  )
  fc.assert(
    fc.property(names, names, (a, b) => {
      const [list, results] = [named(...a), named(...b)]
      const { pairs, onlyInList, onlyInResults } = matchNames(list, results)
      expect(new Set(pairs.map((p) => p.listed)).size).toBe(pairs.length)
      expect(new Set(pairs.map((p) => p.result)).size).toBe(pairs.length)
      expect(pairs.length + onlyInList.length).toBe(list.length)
      expect(pairs.length + onlyInResults.length).toBe(results.length)
    }),
  )
})
