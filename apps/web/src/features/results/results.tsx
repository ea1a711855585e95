import type { Contest } from '@gavel/api'
import type { SaleVia } from '@gavel/auction'
import { EmptyState, formatMoney, Money, Section } from '@gavel/ui'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { paths } from '../../paths.ts'
import { Squads } from '../../rooms/fan/squads.tsx'
import { countsOf, dearestSale } from '../../rooms/view.ts'
import { Charts } from './charts.tsx'
import { Highlights } from './highlights.tsx'
import { boughtIn } from './insights.ts'
import { Chip, PlainTable, PlayerLink, type ResultsProps, shortMoney } from './sale-tables.tsx'

/** How an auction came out, or stands: the figures, every squad, where the money went, who went unsold. Reads the same on paper. */
export function Results(props: ResultsProps & { contests: readonly Contest[] }) {
  const { auctionId, auction, directory } = props
  const { currency } = auction.rules
  const counts = countsOf(auction)
  const dearest = dearestSale(auction)
  const bought = boughtIn(auction, (id) => directory.player(id).role)
  const unsold = Object.values(auction.players).filter(({ status }) => status.is === 'unsold')
  return (
    <>
      <dl className="ruled grid grid-cols-2 gap-x-8 sm:grid-cols-4">
        <Figure name="Sold">{counts.sold}</Figure>
        <Figure name="Unsold">{counts.unsold}</Figure>
        <Figure name="Spent on sales">{formatMoney(counts.spent, currency)}</Figure>
        <Figure name="Highest price">
          {dearest ? (
            <>
              {formatMoney(dearest.amount, currency)}
              <span className="block text-sm font-normal text-muted">
                <Link href={paths.soldPlayer(auctionId, dearest.player)} className="underline">
                  {directory.player(dearest.player).name}
                </Link>
              </span>
            </>
          ) : (
            '–'
          )}
        </Figure>
      </dl>
      <Section title="Squads" aside={directory.teams.length || null}>
        {directory.teams.length === 0 ? (
          <EmptyState
            className="mt-2"
            title="No teams yet"
            words="Squads fill here, player by player, while the auction runs."
          />
        ) : (
          <Squads auction={auction} directory={directory} />
        )}
      </Section>
      <Highlights {...props} bought={bought} />
      <Charts {...props} bought={bought} />
      {unsold.length > 0 ? (
        <Section title="Unsold" aside={unsold.length}>
          <ul className="grid sm:grid-cols-2 sm:gap-x-8 lg:grid-cols-3">
            {unsold.map(({ id, base }) => (
              <li key={id} className="flex min-h-9 items-center justify-between gap-3 border-b py-1 text-sm">
                <span className="min-w-0 break-words">{directory.player(id).name}</span>
                <Money amount={base} currency={currency} style="short" className="text-muted" />
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      <Section title="Every sale" aside={counts.sold || null} className="print:break-before-page">
        <Sales auctionId={auctionId} auction={auction} directory={directory} />
      </Section>
    </>
  )
}

function Figure({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="grid content-start gap-0.5 border-b py-3">
      <dt className="text-sm text-muted">{name}</dt>
      <dd className="text-lg font-bold tabular-nums">{children}</dd>
    </div>
  )
}

function Sales({ auctionId, auction, directory }: ResultsProps) {
  const { currency } = auction.rules
  const sales = Object.values(auction.players)
    .flatMap(({ id, base, status }) => (status.is === 'sold' ? [{ id, base, ...status }] : []))
    .sort((one, other) => one.lot - other.lot)
  if (sales.length === 0)
    return <EmptyState className="mt-2" title="Nobody is sold yet" words="Each sale stands here from its hammer on." />
  return (
    <PlainTable
      label="Every sale"
      rows={sales}
      keyOf={({ id }) => id}
      columns={[
        { name: 'Lot', numeric: true, muted: true, cell: ({ lot }) => lot },
        { name: 'Player', cell: ({ id }) => <PlayerLink {...{ auctionId, directory }} player={id} /> },
        { name: 'Team', cell: ({ team }) => <Chip directory={directory} team={team} /> },
        ...(sales.some(({ via }) => via !== 'hammer')
          ? [{ name: 'How', muted: true, cell: ({ via }: { via: SaleVia }) => HOW[via] }]
          : []),
        { name: 'Base', numeric: true, muted: true, cell: ({ base }) => shortMoney(base, currency) },
        {
          name: 'Price',
          numeric: true,
          cell: ({ amount }) => <span className="font-semibold">{shortMoney(amount, currency)}</span>,
        },
      ]}
    />
  )
}

/** How a sale came about, where it was not simply the hammer. */
const HOW = { hammer: '', match: 'Matched', tiebreak: 'Tie-break', correction: 'Corrected' } as const
