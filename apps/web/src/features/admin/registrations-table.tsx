import type { RouterOutputs } from '@gavel/api'
import { Badge, EmptyState, formatMoney, Section, Table, Td, TeamChip, Th, Tr } from '@gavel/ui'
import { ShortTime } from '../events/event-time.tsx'

type Overview = RouterOutputs['event']['overview']
type Registration = Overview['registrations'][number]

const STATES = {
  pending: { tone: 'warn', words: 'Being confirmed' },
  confirmed: { tone: 'good', words: 'Confirmed' },
  waitlisted: { tone: 'warn', words: 'Waiting list' },
  rejected: { tone: 'bad', words: 'Not accepted' },
  withdrawn: { tone: 'plain', words: 'Withdrawn' },
} as const

/** Everybody who registered, oldest first, and what became of it. */
export function RegistrationsTable({ overview }: { overview: Overview }) {
  const { registrations, counts, currency, timeZone } = overview
  const said = Object.entries(STATES).flatMap(([status, { words }]) => {
    const count = counts[status as keyof typeof STATES]
    return count > 0 ? [`${count} ${words.toLowerCase()}`] : []
  })
  return (
    <Section title="Registrations" aside={said.join(', ') || null}>
      {registrations.length === 0 ? (
        <EmptyState
          className="mt-2"
          title="Nobody has registered yet"
          words="Everybody who registers as a player or with a team stands here, with whether a place was left."
        />
      ) : (
        <Table aria-label="Registrations">
          <thead>
            <tr>
              <Th>Person</Th>
              <Th>As</Th>
              <Th>Details</Th>
              <Th>State</Th>
              <Th>Sent</Th>
            </tr>
          </thead>
          <tbody>
            {registrations.map((registration) => (
              <Tr key={registration.id}>
                <Td className="font-semibold">{registration.person}</Td>
                <Td>{registration.kind === 'player' ? 'Player' : 'Team owner'}</Td>
                <Td>
                  <Details registration={registration} currency={currency} />
                </Td>
                <Td>
                  <Badge tone={STATES[registration.status].tone}>{STATES[registration.status].words}</Badge>
                  {registration.reason ? <span className="block text-muted">{registration.reason}</span> : null}
                </Td>
                <Td className="whitespace-nowrap text-muted">
                  <ShortTime atMs={registration.createdAtMs} timeZone={timeZone} />
                </Td>
              </Tr>
            ))}
          </tbody>
        </Table>
      )}
    </Section>
  )
}

function Details({ registration: { details }, currency }: { registration: Registration; currency: string }) {
  if (details.kind === 'owner') {
    return (
      <span className="flex items-center gap-2">
        <TeamChip size="sm" shortName={details.short} name={details.team} colour={details.colour} />
        {details.team}
      </span>
    )
  }
  const base = details.base === null ? null : formatMoney(details.base, currency)
  return <span className="tabular-nums">{[details.role, details.country, base].filter(Boolean).join(', ')}</span>
}
