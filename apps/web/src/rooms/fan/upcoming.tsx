import type { AuctionState } from '@gavel/auction'
import { EmptyState, Money } from '@gavel/ui'
import type { Directory } from '../directory.ts'
import { upcomingSets } from '../view.ts'

/** Who is still to come, set by set, in the running order. Long sets open on demand. */
export function Upcoming({ auction, directory }: { auction: AuctionState; directory: Directory }) {
  const sets = upcomingSets(auction)
  if (sets.length === 0 && auction.phase.is === 'scheduled') {
    return (
      <EmptyState
        title="No players to show yet"
        words="The pool is empty so far, or the organiser keeps it back until the auction starts."
      />
    )
  }
  if (sets.length === 0) {
    return (
      <EmptyState
        title="Nobody is waiting"
        words="Every player was called. Unsold players may be recalled by the auctioneer."
      />
    )
  }
  return (
    <div className="grid gap-4">
      {sets.map(({ set, players }, at) => (
        <details key={set} open={at < 2} className="group">
          <summary className="ruled flex min-h-11 cursor-pointer items-center justify-between py-2 font-semibold">
            {directory.set(set)}
            <span className="text-sm font-normal text-muted">{players.length} to come</span>
          </summary>
          <ol className="grid gap-x-8 text-sm sm:grid-cols-2 xl:grid-cols-3">
            {players.map((id) => {
              const card = directory.player(id)
              const player = auction.players[id]
              return (
                <li key={id} className="flex min-h-11 items-center justify-between gap-3 border-b py-1">
                  <span className="min-w-0">
                    {card.name}
                    <span className="block text-xs text-muted">{card.role}</span>
                  </span>
                  {player ? (
                    <Money
                      amount={player.base}
                      currency={auction.rules.currency}
                      style="short"
                      className="text-muted"
                    />
                  ) : null}
                </li>
              )
            })}
          </ol>
        </details>
      ))}
    </div>
  )
}
