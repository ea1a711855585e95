import type { EventCard, Roster } from '@gavel/api'
import type { AuctionState } from '@gavel/auction'
import { Card, formatMoney, TeamChip } from '@gavel/ui'
import Link from 'next/link'
import { paths } from '../../paths.ts'
import { countsOf } from '../../rooms/view.ts'
import { ShortTime } from '../events/event-time.tsx'
import { dearestOf } from './dearest.ts'

type ResultCardProps = { event: EventCard; auctionId: string; roster: Roster; state: AuctionState | null }

/** How an auction ended: how many were sold for how much, and the dearest of them. Leads to the room, where all of it is. */
export function ResultCard({ event, auctionId, roster, state }: ResultCardProps) {
  const counts = state ? countsOf(state) : null
  const dearest = state ? dearestOf(state, roster, 3) : []
  return (
    <Card className="relative grid grid-cols-1 content-start gap-4 p-5 focus-within:outline-2 focus-within:outline-offset-2 focus-within:outline-accent hover:border-edge">
      <div className="grid gap-1">
        <h3 className="text-base break-words">
          <Link href={paths.auction(auctionId)} className="outline-none after:absolute after:inset-0">
            {event.name}
          </Link>
        </h3>
        <p className="text-sm text-muted tabular-nums">
          <ShortTime atMs={event.startsAtMs} timeZone={event.timeZone} />
          {counts ? ` · ${counts.sold} sold for ${formatMoney(counts.spent, event.currency)}` : null}
        </p>
      </div>
      {dearest.length > 0 ? (
        <ol aria-label="Highest prices" className="ruled grid">
          {dearest.map(({ player, name, team, amount }) => (
            <li
              key={player}
              className="flex min-h-10 flex-wrap items-center gap-x-3 border-b py-1.5 text-sm last:border-b-0"
            >
              <TeamChip size="sm" shortName={team.short} name={team.name} colour={team.colour} />
              <span className="min-w-28 flex-1 break-words">{name}</span>
              <span className="font-semibold whitespace-nowrap tabular-nums">
                {formatMoney(amount, event.currency, 'short')}
              </span>
            </li>
          ))}
        </ol>
      ) : (
        <p className="text-sm text-muted">Nobody was sold.</p>
      )}
    </Card>
  )
}
