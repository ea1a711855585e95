import type { Season } from '@gavel/api'
import { formatMoney, TeamChip } from '@gavel/ui'
import Link from 'next/link'
import { paths } from '../../paths.ts'
import { momentIn } from '../events/when.ts'

/** One event of a person: what the person was in it, and what became of that. */
export function SeasonRow({ season }: { season: Season }) {
  const { event, player, owns, staff, auctionId } = season
  const duties = [...owns.map(({ name }) => `Bids for ${name}`), ...staff.map((role) => DUTIES[role])]
  const team = player?.team ?? owns[0] ?? null
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-x-4 gap-y-1 border-b py-3 last:border-b-0">
      <div className="grid gap-0.5">
        <Link href={paths.event(event.slug)} className="font-semibold break-words underline">
          {event.name}
        </Link>
        <span className="text-sm text-muted">{momentIn(event.startsAtMs, event.timeZone).date}</span>
        {duties.length > 0 ? <span className="text-sm">{duties.join(' · ')}</span> : null}
      </div>
      <div className="grid justify-items-end gap-1 text-right">
        {team ? <TeamChip shortName={team.short} name={team.name} colour={team.colour} /> : null}
        {player ? (
          <>
            {player.price === null ? null : (
              <span className="font-bold tabular-nums">{formatMoney(player.price, event.currency)}</span>
            )}
            {auctionId ? (
              <Link href={paths.soldPlayer(auctionId, player.playerId)} className="text-sm text-muted underline">
                {BECAME[player.is]}
              </Link>
            ) : null}
          </>
        ) : null}
      </div>
    </li>
  )
}

const DUTIES = { organiser: 'Organiser', auctioneer: 'Auctioneer', scorer: 'Scorer' } as const satisfies Record<
  Season['staff'][number],
  string
>

const BECAME = {
  waiting: 'In the pool',
  sold: 'Sold',
  retained: 'Retained',
  unsold: 'Unsold',
  withdrawn: 'Withdrawn',
} as const satisfies Record<NonNullable<Season['player']>['is'], string>
