import { type AuctionState, moneyLimit, purseLeft, standing, type TeamId } from '@gavel/auction'
import { Money, TeamChip } from '@gavel/ui'
import type { Directory } from '../directory.ts'

type TeamStripProps = { auction: AuctionState; directory: Directory; team: TeamId }

/** Own team in one line: what is left, and how full the squad is. */
export function TeamStrip({ auction, directory, team: id }: TeamStripProps) {
  const team = auction.teams[id]
  const { squad, overseasMax, currency } = auction.rules
  const card = directory.team(id)
  if (!team) return null
  // What it leads with on other open lots is spoken for.
  const limit = moneyLimit(auction, standing(auction, team, auction.lot?.lot ?? 0))
  return (
    <div className="flex items-center gap-3 py-1 text-sm tabular-nums sm:gap-6">
      <TeamChip size="sm" shortName={card.short} name={card.name} colour={card.colour} className="shrink-0" />
      <dl className="flex min-w-0 flex-1 flex-wrap items-center justify-between gap-x-2 gap-y-1 sm:justify-start sm:gap-x-6">
        <Figure label="Purse">
          <Money amount={purseLeft(team)} currency={currency} style="short" />
        </Figure>
        <Figure label="Squad">
          {team.squad.length} of {squad.max}
        </Figure>
        {overseasMax === null ? null : (
          <Figure label="Overseas">
            {team.overseas} of {overseasMax}
          </Figure>
        )}
        <Figure label="Limit">
          <Money amount={limit} currency={currency} style="short" />
        </Figure>
      </dl>
    </div>
  )
}

function Figure({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <div>
      <dt className="text-xs text-muted">{label}</dt>
      <dd className="font-semibold whitespace-nowrap">{children}</dd>
    </div>
  )
}
