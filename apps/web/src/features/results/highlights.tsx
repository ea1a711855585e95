import type { Contest } from '@gavel/api'
import { Section } from '@gavel/ui'
import Link from 'next/link'
import { paths } from '../../paths.ts'
import { amountsApart, type Bought, type Deal, dealsIn } from './insights.ts'
import { Chip, PlainTable, PlayerLink, type ResultsProps, shortMoney } from './sale-tables.tsx'

const SHOWN = 8

type HighlightsProps = ResultsProps & { bought: readonly Bought[]; contests: readonly Contest[] }

/** What people talk about afterwards: the longest fights, the steals, the dearest against their base, and who got which part of the money. */
export function Highlights(props: HighlightsProps) {
  const { steals, overpaid } = dealsIn(props.bought, SHOWN)
  return (
    <>
      <Contested {...props} />
      {steals.length > 0 || overpaid.length > 0 ? (
        <div className="grid grid-cols-[minmax(0,1fr)] gap-8 lg:grid-cols-2">
          <Deals {...props} title="Steals" words="Furthest below what their base usually fetched." deals={steals} />
          <Deals {...props} title="Dearest against their base" words="Furthest above it." deals={overpaid} />
        </div>
      ) : null}
      <FourAmounts {...props} />
    </>
  )
}

function Contested({ auctionId, auction, directory, contests }: HighlightsProps) {
  const fought = contests
    .filter(({ teams }) => teams > 1)
    .toSorted((a, b) => b.bids - a.bids || b.teams - a.teams || a.lot - b.lot)
    .slice(0, SHOWN)
  if (fought.length === 0) return null
  const priceOf = (player: string) => {
    const status = auction.players[player]?.status
    return status?.is === 'sold' ? shortMoney(status.amount, auction.rules.currency) : ''
  }
  return (
    <Section title="Most contested">
      <PlainTable
        label="Most contested lots"
        rows={fought}
        keyOf={({ lot }) => lot}
        columns={[
          { name: 'Player', cell: ({ playerId }) => <PlayerLink {...{ auctionId, directory }} player={playerId} /> },
          { name: 'Bids', numeric: true, cell: ({ bids }) => bids },
          { name: 'Teams', numeric: true, cell: ({ teams }) => teams },
          { name: 'Time', numeric: true, muted: true, cell: ({ tookMs }) => lasted(tookMs) },
          { name: 'Price', numeric: true, cell: ({ playerId }) => priceOf(playerId) },
          {
            name: 'Lot',
            numeric: true,
            cell: ({ lot, seq }) => (
              <Link href={paths.moment(auctionId, seq)} className="underline">
                Watch lot {lot}
              </Link>
            ),
          },
        ]}
      />
    </Section>
  )
}

type DealsProps = ResultsProps & { title: string; words: string; deals: readonly Deal[] }

function Deals({ auctionId, auction, directory, title, words, deals }: DealsProps) {
  const { currency } = auction.rules
  if (deals.length === 0) return null
  return (
    <Section title={title}>
      <p className="pb-1 text-sm text-muted">{words}</p>
      <PlainTable
        label={title}
        rows={deals}
        keyOf={({ player }) => player}
        columns={[
          { name: 'Player', cell: ({ player }) => <PlayerLink {...{ auctionId, directory, player }} /> },
          { name: 'Team', cell: ({ team }) => <Chip directory={directory} team={team} /> },
          { name: 'Price', numeric: true, cell: ({ price }) => shortMoney(price, currency) },
          {
            name: 'Usual at this base',
            numeric: true,
            muted: true,
            cell: ({ middle }) => shortMoney(Math.round(middle), currency),
          },
        ]}
      />
    </Section>
  )
}

function FourAmounts({ auctionId, auction, directory, bought }: HighlightsProps) {
  const apart = amountsApart(bought)
  if (!apart) return null
  const { currency } = auction.rules
  const { sums } = apart
  return (
    <Section title="Who got which part" aside={apart.rows.length}>
      <p className="max-w-prose pb-1 text-sm text-muted">
        For these players the price, what the purse paid, what the player gets and what the league gets are not one
        amount. Over all players the purses paid {shortMoney(sums.debit, currency)} and{' '}
        {shortMoney(sums.levy, currency)} goes to the league.
      </p>
      <PlainTable
        label="Four amounts"
        rows={apart.rows}
        keyOf={({ player }) => player}
        columns={[
          { name: 'Player', cell: ({ player }) => <PlayerLink {...{ auctionId, directory, player }} /> },
          { name: 'Team', cell: ({ team }) => <Chip directory={directory} team={team} /> },
          { name: 'Price', numeric: true, cell: ({ price }) => shortMoney(price, currency) },
          { name: 'Purse paid', numeric: true, cell: ({ debit }) => shortMoney(debit, currency) },
          { name: 'Player gets', numeric: true, cell: ({ fee }) => shortMoney(fee, currency) },
          { name: 'League gets', numeric: true, cell: ({ levy }) => shortMoney(levy, currency) },
        ]}
      />
    </Section>
  )
}

/** `48 s`, `2 min 5 s` */
function lasted(ms: number): string {
  const seconds = Math.round(ms / 1_000)
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`
}
