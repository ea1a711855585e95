import { RULE_SETS } from '@gavel/auction'
import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { viewer } from '../../../../features/account/viewer.ts'
import { NewEventForm } from '../../../../features/admin/new-event-form.tsx'
import { RunALeague } from '../../../../features/admin/run-a-league.tsx'
import { timeZones } from '../../../../features/admin/time-zones.ts'
import { paths } from '../../../../paths.ts'
import { api } from '../../../../server/context.ts'

export const metadata: Metadata = { title: 'New event' }

export default async function NewEventPage() {
  const me = await viewer()
  if (!me) redirect(paths.signin(paths.newEvent))
  const { mayCreate } = await (await api()).admin.events()
  if (!mayCreate) return <RunALeague email={me.email} />
  return (
    <main id="main" className="mx-auto grid w-full max-w-6xl grid-cols-1 content-start gap-8 px-4 pt-8 pb-16 sm:px-6">
      <h1 className="text-xl">New event</h1>
      <NewEventForm ruleSets={RULE_SETS} timeZones={timeZones()} />
    </main>
  )
}
