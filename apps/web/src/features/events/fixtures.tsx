import type { MatchCard } from '@gavel/api'
import { EmptyState, Section } from '@gavel/ui'
import { FixtureRow } from '../../matches/fixture-row.tsx'

/** The matches of an event: what is on first, then what is to come, then how the others ended. */
export function Fixtures({ matches }: { matches: readonly MatchCard[] }) {
  const parts = [
    ['On now', matches.filter(({ status }) => status === 'live')],
    ['To come', matches.filter(({ status }) => status === 'scheduled')],
    ['Results', matches.filter(({ status }) => status === 'ended' || status === 'cancelled').toReversed()],
  ] as const
  return (
    <Section title="Fixtures" aside={matches.length > 0 ? matches.length : null}>
      {matches.length === 0 ? (
        <EmptyState
          className="mt-2"
          title="No matches yet"
          words="Who meets whom, when and where, stands here once the organiser has arranged the fixtures; then how each match stands, ball by ball."
        />
      ) : (
        <div className="grid gap-6">
          {parts.map(([title, of]) =>
            of.length > 0 ? (
              <section key={title} aria-label={title}>
                <h3 className="pt-2 text-sm text-muted">{title}</h3>
                <ul>
                  {of.map((match) => (
                    <FixtureRow key={match.matchId} match={match} />
                  ))}
                </ul>
              </section>
            ) : null,
          )}
        </div>
      )}
    </Section>
  )
}
