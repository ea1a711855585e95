import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { LAKH } from '@gavel/auction'
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
