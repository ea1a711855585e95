import type { EventSetup } from '@gavel/api'
import { localFromMoment } from '../../events/when.ts'
import { DeskTitle } from '../desk/desk-title.tsx'
import { EntriesForm } from './entries-form.tsx'

/** How people come into an event: when, who, at what price, with which questions. */
export function EntriesPage({ setup: { event } }: { setup: EventSetup }) {
  const { slug, entry, currency, timeZone, startsAtMs, status } = event
  return (
    <>
      <DeskTitle
        title="Entries"
        words={`When people enter, what you ask them, what it costs, and what becomes of a place that is not paid for. Times are those of ${timeZone}.`}
      />
      <EntriesForm
        slug={slug}
        saved={entry}
        meant={{ currency, timeZone }}
        eventDay={localFromMoment(startsAtMs, timeZone).slice(0, 10)}
        over={status === 'cancelled' ? 'This event is cancelled: it cannot be changed any more.' : null}
      />
    </>
  )
}
