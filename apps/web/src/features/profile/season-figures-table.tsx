import type { Season } from '@gavel/api'
import { averagesOf, oversText, type PlayerTotals } from '@gavel/scoring'
import { Section, Table, Td, Th, Tr } from '@gavel/ui'
import { ShortTh } from '../short-th.tsx'
import { together } from './together.ts'

const BALLS_PER_OVER = 6

type Column = { short: string; name: string; of: (totals: PlayerTotals) => string }

const rounded = (value: number | null, digits = 1): string => (value === null ? '–' : value.toFixed(digits))

const COLUMNS: readonly Column[] = [
  { short: 'M', name: 'Matches', of: ({ matches }) => String(matches) },
  { short: 'Runs', name: 'Runs', of: ({ runs }) => String(runs) },
  { short: 'HS', name: 'Highest score', of: ({ innings, highest }) => (innings === 0 ? '–' : String(highest)) },
  { short: 'Avg', name: 'Batting average', of: (totals) => rounded(averagesOf(totals).batting) },
  { short: 'SR', name: 'Strike rate', of: (totals) => rounded(averagesOf(totals).strikeRate) },
  { short: 'Overs', name: 'Overs bowled', of: ({ bowled }) => oversText(bowled, BALLS_PER_OVER) },
  { short: 'Wkts', name: 'Wickets', of: ({ wickets }) => String(wickets) },
  { short: 'Econ', name: 'Economy', of: (totals) => rounded(averagesOf(totals).economy, 2) },
  {
    short: 'Best',
    name: 'Best bowling',
    of: ({ best, bowled }) => (best === null || bowled === 0 ? '–' : `${best.wickets}/${best.runs}`),
  },
  { short: 'Ct', name: 'Catches', of: ({ catches }) => String(catches) },
]

/** What a person did in cricket, season by season, and what it comes to (PROFILE-5). Nothing where nothing was played. */
export function SeasonFiguresTable({ seasons }: { seasons: readonly Season[] }) {
  const played = seasons.flatMap(({ event, figures }) => (figures ? [{ event, figures }] : []))
  const all = together(played.map(({ figures }) => figures))
  if (!all) return null
  return (
    <Section title="Figures" aside="Cricket, so far">
      <Table aria-label="Figures by season">
        <thead>
          <tr>
            <Th>Season</Th>
            {COLUMNS.map(({ short, name }) => (
              <ShortTh key={short} short={short} name={name} />
            ))}
          </tr>
        </thead>
        <tbody>
          {played.map(({ event, figures }) => (
            <Tr key={event.slug}>
              <Td className="min-w-40 font-semibold">{event.name}</Td>
              <Cells totals={figures} />
            </Tr>
          ))}
          {played.length > 1 ? (
            <Tr className="font-bold">
              <Td>Together</Td>
              <Cells totals={all} />
            </Tr>
          ) : null}
        </tbody>
      </Table>
    </Section>
  )
}

function Cells({ totals }: { totals: PlayerTotals }) {
  return COLUMNS.map(({ short, of }) => (
    <Td key={short} numeric>
      {of(totals)}
    </Td>
  ))
}
