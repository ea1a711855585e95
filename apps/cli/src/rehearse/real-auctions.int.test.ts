import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { CRORE, cardsLeft, LAKH, purseLeft } from '@gavel/auction'
import { matchNames, readPlayerList } from '@gavel/player-list'
import { describe, expect, test } from 'vitest'
import { type PlanOptions, planFromFiles } from './files.ts'
import type { RehearsalPlan } from './plan.ts'
import { chooseRules } from './rules.ts'

/** Real lists that are not part of Gavel, kept beside the project where somebody has them. */
const folder = join(import.meta.dirname, '../../../../../shared/data/auctions')
const file = (name: string) => ({ path: name, bytes: readFileSync(join(folder, name)) })
const plan = (list: string, results: string | null, options: PlanOptions = {}) =>
  planFromFiles(file(list), results === null ? null : file(results), options)

/** Bought and retained, by team, as the plan's own play through the core ended. */
function totals({ expected }: RehearsalPlan): Record<string, number[]> {
  const players = Object.values(expected.players)
  return Object.fromEntries(
    Object.keys(expected.teams).map((team) => {
      const held = (is: 'sold' | 'retained') =>
        players.flatMap((p) => (p.status.is === is && p.status.team === team ? [p.status.amount / LAKH] : []))
      const sum = (amounts: number[]) => amounts.reduce((a, b) => a + b, 0)
      return [team, [held('sold').length, sum(held('sold')), held('retained').length, sum(held('retained'))]]
    }),
  )
}

function expectedTotals(results: string): Record<string, number[]> {
  const lines = readFileSync(join(folder, 'expected_team_totals.csv'), 'utf8').trim().split('\n')
  return Object.fromEntries(
    lines
      .map((line) => line.split(','))
      .filter((cells) => cells[0] === results && cells[2] !== 'ALL TEAMS')
      .map(([, , team = '', players, spent, , retained, retainedSpent]) => [
        team,
        [players, spent, retained, retainedSpent].map(Number),
      ]),
  )
}

const count = ({ expected }: RehearsalPlan, is: string) =>
  Object.values(expected.players).filter((p) => p.status.is === is).length

describe.skipIf(!existsSync(folder))('real auctions (skipped: ../shared/data/auctions is not here)', () => {
  test.each([
    ['ipl_2025_auction_list.csv', 'ipl_2025_mega_auction.csv', { sold: 181, unsold: 102, waiting: 294, retained: 46 }],
    ['ipl_2025_mega_auction.csv', null, { sold: 181, unsold: 102, waiting: 292, retained: 46 }],
    ['ipl_2022_auction_list.csv', 'ipl_2022_mega_auction.csv', { sold: 205, unsold: 385, waiting: 0, retained: 0 }],
    ['ipl_2022_mega_auction.csv', null, { sold: 205, unsold: 385, waiting: 0, retained: 0 }],
    ['ipl_2021_mini_auction.csv', null, { sold: 57, unsold: 71, waiting: 0, retained: 0 }],
    ['ipl_2024_mini_auction_sold.csv', null, { sold: 72, unsold: 0, waiting: 0, retained: 0 }],
  ])('REHEARSE-1 %s with %s ends at every team’s players and money', (list, results, counts) => {
    const planned = plan(list, results)
    expect(totals(planned)).toEqual(expectedTotals(results ?? list))
    expect(Object.fromEntries(Object.keys(counts).map((is) => [is, count(planned, is)]))).toEqual(counts)
  })

  test('REHEARSE-3 retained players and draft picks of 2022 enter as retained, with their price', () => {
    const planned = plan('ipl_2022_squads_alt_format.csv', null)
    expect([count(planned, 'sold'), count(planned, 'retained')]).toEqual([204, 33])
    expect(totals(planned)['Chennai Super Kings']).toEqual([21, 4505, 4, 4200])
    expect(totals(planned)['Gujarat Titans']?.slice(2)).toEqual([3, 3800])
  })

  const kept = 'ipl_retained_players_2011_2025.csv'
  const withKept = (list: string, results: string | null, options: PlanOptions = {}) =>
    plan(list, results, { ...options, retained: file(kept) })
  /** What each team has left, in crore, and its cards. */
  const ends = ({ expected }: RehearsalPlan) =>
    Object.fromEntries(
      Object.values(expected.teams).map((team) => [team.id, [purseLeft(team) / CRORE, cardsLeft(expected, team.id)]]),
    )

  test('REHEARSE-7 the retained of 2025 cost what the rules say and leave their cards: every purse ends as it did', () => {
    const planned = withKept('ipl_2025_auction_list.csv', 'ipl_2025_mega_auction.csv')
    expect(planned.rules.id).toBe('ipl-2025')
    expect(totals(planned)).toEqual(expectedTotals('ipl_2025_mega_auction.csv'))
    // Lucknow had 0.10 in truth: the file lacks a player whom it bought for 30 lakh.
    expect(ends(planned)).toEqual({
      CSK: [0.05, 1],
      DC: [0.2, 2],
      GT: [0.15, 1],
      KKR: [0.05, 0],
      LSG: [0.4, 1],
      MI: [0.2, 1],
      PBKS: [0.35, 4],
      RCB: [0.75, 3],
      RR: [0.3, 0],
      SRH: [0.2, 1],
    })
  })

  test('REHEARSE-7 the retained of 2022 come into their teams, PBKS into PK, with what they cost', () => {
    const planned = withKept('ipl_2022_auction_list.csv', 'ipl_2022_mega_auction.csv')
    const kept2022 = { CSK: [4, 4200], DC: [4, 3900], GT: [3, 3800], KKR: [4, 3400], LSG: [3, 3050], MI: [4, 4200] }
    const more = { PK: [2, 1600], RCB: [3, 3300], RR: [3, 2800], SRH: [3, 2200] }
    const bought = expectedTotals('ipl_2022_mega_auction.csv')
    expect(totals(planned)).toEqual(
      Object.fromEntries(
        Object.entries({ ...kept2022, ...more }).map(([team, held]) => [
          team,
          [...(bought[team] ?? []).slice(0, 2), ...held],
        ]),
      ),
    )
    expect(planned.players).toHaveLength(590 + 33)
    // Delhi’s purse grows a little: the file has two Lalit Yadavs of 65 lakh, and Delhi bought one.
    expect(ends(planned)).toEqual({
      CSK: [2.95, 0],
      DC: [0, 0],
      GT: [0.15, 0],
      KKR: [0.45, 0],
      LSG: [0, 0],
      MI: [0.1, 0],
      PK: [3.45, 0],
      RCB: [1.55, 0],
      RR: [0.95, 0],
      SRH: [0.1, 0],
    })
    expect(planned.guesses.map(({ text }) => text)).toContain(
      'The team “PBKS” of the retained players is taken for PK.',
    )
  })

  test('REHEARSE-7 a year of which the file knows nobody is told', () => {
    expect(() => withKept('ipl_2021_mini_auction.csv', null)).toThrow('says of nobody that he was retained in 2021')
  })

  test.each([
    ['2013', 37],
    ['2014', 154],
    ['2015', 67],
    ['2016', 94],
    ['2017', 66],
    ['2018', 169],
    ['2019', 60],
    ['2020', 61],
    ['2021', 57],
    ['2022', 204],
  ])('REHEARSE-4 sold prices of %s alone make an auction of %d sales', (year, sold) => {
    const planned = plan('ipl_2013_2022_sold_prices.csv', null, { only: { column: 'Year', value: year } })
    expect(count(planned, 'sold')).toBe(sold)
  })

  test('REHEARSE-5 of results of ten years the list’s own year is taken', () => {
    const planned = plan('ipl_2022_auction_list.csv', 'ipl_2013_2022_sold_prices.csv')
    expect([planned.rules.id, count(planned, 'sold'), planned.players.length]).toEqual(['ipl-2022', 204, 590])
  })

  test.each([
    [
      'ipl_2025_auction_list.csv',
      'ipl_2025_mega_auction.csv',
      572,
      ['Jofra Archer', 'Saurabh Netravalkar', 'Hardik Tamore'],
    ],
    ['ipl_2022_auction_list.csv', 'ipl_2022_mega_auction.csv', 590, []],
  ])('NAME-2 %s and %s: everybody in both files is found', (list, results, pairs, added) => {
    const { rules } = chooseRules(undefined, [list])
    const read = (name: string) => readPlayerList(file(name).bytes, { rules }).players
    const matches = matchNames(read(list), read(results))
    expect(matches.pairs).toHaveLength(pairs)
    expect(matches.onlyInResults.filter((p) => p.outcome !== 'retained').map((p) => p.name)).toEqual(added)
  })

  test('LIST-2 every file is read without a refused row', () => {
    const names = [
      'ipl_2021_mini_auction.csv',
      'ipl_2022_mega_auction.csv',
      'ipl_2022_auction_list.csv',
      'ipl_2022_squads_alt_format.csv',
      'ipl_2013_2022_sold_prices.csv',
      'ipl_2024_mini_auction_sold.csv',
      'ipl_2025_mega_auction.csv',
      'ipl_2025_auction_list.csv',
      'ipl_retained_players_2011_2025.csv',
    ]
    for (const name of names) {
      const { rules } = chooseRules(undefined, [name])
      expect([name, readPlayerList(file(name).bytes, { rules }).refused]).toEqual([name, []])
    }
  })
})
