import { RULE_SETS } from '@gavel/auction'
import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { viewer } from '../../../../features/account/viewer.ts'
import { EventForm } from '../../../../features/admin/event-form.tsx'
import { Forbidden } from '../../../../features/admin/forbidden.tsx'
import { paths } from '../../../../paths.ts'
import { api } from '../../../../server/context.ts'

export const metadata: Metadata = { title: 'New event' }

export default async function NewEventPage() {
  const me = await viewer()
  if (!me) redirect(paths.signin(paths.newEvent))
  const { mayCreate } = await (await api()).admin.events()
  if (!mayCreate) {
    return (
      <Forbidden
        title="Only administrators make events"
        words="Ask one to make it and to name you its organiser; you can do the rest."
        email={me.email}
      />
    )
  }
  return (
    <main id="main" className="mx-auto grid w-full max-w-6xl grid-cols-1 content-start gap-8 px-4 pt-8 pb-16 sm:px-6">
      <h1 className="text-xl">New event</h1>
      <EventForm
        ruleSets={RULE_SETS.map(({ id, name }) => ({ id, name }))}
        timeZones={[...new Set(['UTC', ...Intl.supportedValuesOf('timeZone').map(canonical)])].toSorted()}
      />
    </main>
  )
}

/** The names that people know; the engine's own list still has a few old ones. */
const MODERN: Readonly<Record<string, string>> = { 'Asia/Calcutta': 'Asia/Kolkata', 'Asia/Katmandu': 'Asia/Kathmandu' }
const canonical = (name: string) => MODERN[name] ?? name
