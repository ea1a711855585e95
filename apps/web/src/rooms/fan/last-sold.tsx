import type { AuctionState } from '@gavel/auction'
import { Money, Section, TeamChip } from '@gavel/ui'
import type { Directory } from '../directory.ts'
import { lastSales } from '../view.ts'

type LastSoldProps = { auction: AuctionState; directory: Directory; className?: string }

const SHOWN = 4

/** The newest sales, beside the board of a wide screen; the whole list stands below. Its height never changes. */
export function LastSold({ auction, directory, className }: LastSoldProps) {
  const sales = lastSales(auction, SHOWN)
  return (
    <Section title="Last sold" {...(className ? { className } : {})}>
      {sales.length === 0 ? <p className="text-sm text-muted">Nobody yet.</p> : null}
      <ol className="min-h-40 text-sm">
        {sales.map(({ player, team, amount }) => {
          const { short, name, colour } = directory.team(team)
          return (
            <li key={player} className="flex min-h-10 items-center gap-3 border-b last:border-b-0">
              <TeamChip size="sm" shortName={short} name={name} colour={colour} className="w-13" />
              <span className="min-w-0 flex-1 leading-tight">{directory.player(player).name}</span>
              <Money amount={amount} currency={auction.rules.currency} style="short" className="font-semibold" />
            </li>
          )
        })}
      </ol>
    </Section>
  )
}
