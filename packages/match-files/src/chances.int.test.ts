// The chances of winning against recorded matches beside the project, where somebody has them.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type ChancePaces, LONG_PACES, SHORT_PACES, SPORTS, winChances } from '@gavel/scoring'
import { describe, expect, it } from 'vitest'
import { type CricketImport, readCricsheet } from './cricsheet/read.ts'
import { ballsOf, countedPaces } from './given-paces.ts'

const data = join(import.meta.dirname, '../../../../shared/data')
const folders = ['cricsheet', 'cricsheet_from_xml'].filter((folder) => existsSync(join(data, folder)))

const matches: readonly CricketImport[] = folders.flatMap((folder) =>
  readdirSync(join(data, folder))
    .filter((name) => name.endsWith('.json'))
    .map((name) => readCricsheet(JSON.parse(readFileSync(join(data, folder, name), 'utf8')))),
)
const ofOvers = (overs: number, among = matches) => among.filter(({ state }) => state.rules.overs === overs)
const counted = (among: readonly CricketImport[]): ChancePaces => ({
  short: countedPaces(ofOvers(20, among), SHORT_PACES),
  long: countedPaces(ofOvers(50, among), LONG_PACES),
})

/** What came true for the home side: a match that was level after both innings is half a win for each. Null: nobody knows. */
function cameTrue({ state }: CricketImport): number | null {
  const outcome = SPORTS.cricket.outcome(state.score)
  if (outcome.is === 'open' || outcome.kind === 'awarded' || outcome.kind === 'no-result') return null
  const level = outcome.winner === null || state.score.innings.some(({ superOver }) => superOver > 0)
  return level || state.score.verdict?.is === 'bowl-out' ? 0.5 : outcome.winner === 'home' ? 1 : 0
}

type Said = { readonly chance: number; readonly came: number }

/** Each match by the tables of the others: an eighth of them at a time is left out of the counting. */
function said(): Said[] {
  const known = matches.filter(({ state }) => state.rules.inningsEach === 1)
  return Array.from({ length: 8 }, (_, part) => part).flatMap((part) => {
    const tried = known.filter((_, n) => n % 8 === part)
    const paces = counted(known.filter((one) => !tried.includes(one)))
    return tried.flatMap((match) => {
      const came = cameTrue(match)
      if (came === null) return []
      return [...ballsOf(match)].flatMap(({ score }) => {
        const chance = winChances(score, paces)?.home
        return chance === undefined ? [] : [{ chance, came }]
      })
    })
  })
}

const mean = (list: readonly number[]) => list.reduce((sum, one) => sum + one, 0) / list.length
const brier = (list: readonly Said[]) => mean(list.map(({ chance, came }) => (chance - came) ** 2))

describe.skipIf(folders.length < 2)('recorded matches (skipped: ../shared/data is not here)', () => {
  it('CHANCE-6 the tables are those that the recorded matches give', () => {
    expect(counted(matches)).toEqual({ short: SHORT_PACES, long: LONG_PACES })
  })

  it('CHANCE-6 on matches that were not counted the chances are better than evens, and mean what they say', () => {
    const all = said()
    expect(all.length).toBeGreaterThan(15_000)
    expect(brier(all)).toBeLessThan(0.17)
    expect(brier(all)).toBeLessThan(0.85 * brier(all.map(({ came }) => ({ chance: 0.5, came }))))
    const both = all.flatMap(({ chance, came }) => [
      { chance, came },
      { chance: 1 - chance, came: 1 - came },
    ])
    for (const from of [0.5, 0.6, 0.7, 0.8, 0.9]) {
      const band = both.filter(({ chance }) => chance >= from && chance <= from + 0.1)
      expect(Math.abs(mean(band.map(({ chance, came }) => chance - came)))).toBeLessThan(0.2)
    }
  })
})
