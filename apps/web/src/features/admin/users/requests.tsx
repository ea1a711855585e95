import { EmptyState, Section } from '@gavel/ui'
import { ShortTime } from '../../events/event-time.tsx'
import type { CreateRequest } from './load-requests.ts'
import { GrantRequest } from './rights.tsx'

/** Those who have asked for the right to create events and do not have it yet. */
export function Requests({ requests }: { requests: readonly CreateRequest[] }) {
  return (
    <Section title="Requests" aside={requests.length || null}>
      {requests.length === 0 ? (
        <EmptyState className="mt-2" title="Nobody is asking" words="Requests to run a league show up here." />
      ) : (
        <ul>
          {requests.map(({ person, words, atMs }) => (
            <li
              key={person.userId}
              className="flex flex-wrap items-center gap-x-6 gap-y-2 border-b py-3 last:border-b-0"
            >
              <div className="grid min-w-0 flex-1 basis-64 gap-0.5">
                <p className="font-semibold [overflow-wrap:anywhere]">{person.name}</p>
                <p className="text-sm break-words text-muted">{words}</p>
                <p className="text-sm text-muted">
                  <ShortTime atMs={atMs} timeZone="UTC" />
                </p>
              </div>
              <GrantRequest person={person} />
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}
