import type { MatchCard } from '@gavel/api'
import { EmptyState } from '@gavel/ui'
import { FixtureRow } from '../fixture-row.tsx'

/** The other matches of the event: those that are live first. */
export function OtherMatches({ matches }: { matches: readonly MatchCard[] }) {
  if (matches.length === 0)
    return (
      <EmptyState title="No other match" words="The other matches of this event stand here once they are arranged." />
    )
  const order = { live: 0, scheduled: 1, ended: 2, cancelled: 3 } as const
  return (
    <ul className="grid">
      {matches
        .toSorted((a, b) => order[a.status] - order[b.status] || a.number - b.number)
        .map((match) => (
          <FixtureRow key={match.matchId} match={match} />
        ))}
    </ul>
  )
}
