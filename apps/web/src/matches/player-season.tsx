import type { SeasonFigures, SportSeason } from '@gavel/api'
import { oversText } from '@gavel/scoring'
import { formatMoney, Section } from '@gavel/ui'

const BALLS_PER_OVER = 6
const rounded = (value: number | null, digits = 1): string => (value === null ? '–' : value.toFixed(digits))

type Shown = {
  readonly sport: string
  readonly facts: readonly (readonly [name: string, stands: string])[]
  /** Of the price that he was bought for; null: nothing to spread it over yet. */
  readonly costs: readonly (readonly [what: string, price: number | null])[]
}

type PlayerSeasonProps = {
  cricket: SeasonFigures | null
  others: readonly SportSeason[]
  currency: string
}

/** What a player has done since the auction, and what that has cost (FIGURES-1, FIGURES-2): a section for each sport. */
export function PlayerSeason({ cricket, others, currency }: PlayerSeasonProps) {
  const all = [...(cricket ? [ofCricket(cricket)] : []), ...others.map(ofSport)]
  return all.map(({ sport, facts, costs }) => (
    <Section
      key={sport}
      aria-label={`This season, ${sport}`}
      title={all.length > 1 ? `This season, ${sport}` : 'This season'}
      aside="so far"
    >
      <Facts facts={facts} />
      {costs.some(([, price]) => price !== null) ? (
        <>
          <h3 className="pt-5 text-base">What it has cost</h3>
          <Facts
            facts={costs.map(([what, price]) => [what, price === null ? '–' : formatMoney(price, currency)] as const)}
          />
        </>
      ) : null}
    </Section>
  ))
}

function ofCricket(figures: SeasonFigures): Shown {
  const { matches, innings, runs, balls, fours, sixes, highest, wickets, bowled, best, catches, averages, worth } =
    figures
  return {
    sport: 'cricket',
    facts: [
      ['Matches', String(matches)],
      ['Runs', String(runs)],
      ['Highest', innings === 0 ? '–' : String(highest)],
      ['Average', rounded(averages.batting)],
      ['Strike rate', balls === 0 ? '–' : rounded(averages.strikeRate)],
      ['Fours and sixes', `${fours} and ${sixes}`],
      ['Wickets', String(wickets)],
      ['Overs', oversText(bowled, BALLS_PER_OVER)],
      ['Economy', rounded(averages.economy, 2)],
      ['Best', best === null || bowled === 0 ? '–' : `${best.wickets}/${best.runs}`],
      ['Catches', String(catches)],
    ],
    costs: worth
      ? [
          ['A run', worth.perRun],
          ['A wicket', worth.perWicket],
        ]
      : [],
  }
}

const ofSport = ({ sport, matches, facts, costs }: SportSeason): Shown => ({
  sport,
  facts: [['Matches', String(matches)], ...facts.map(({ name, stands }) => [name, stands] as const)],
  costs: costs.map(({ what, price }) => [what, price] as const),
})

function Facts({ facts }: { facts: Shown['facts'] }) {
  return (
    <dl className="grid grid-cols-2 gap-x-8 sm:grid-cols-3">
      {facts.map(([name, value]) => (
        <div key={name} className="flex flex-wrap items-baseline justify-between gap-x-3 border-b py-2">
          <dt className="text-sm text-muted">{name}</dt>
          <dd className="font-semibold tabular-nums">{value}</dd>
        </div>
      ))}
    </dl>
  )
}
