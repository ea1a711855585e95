import { Button } from '@gavel/ui'
import { Inbox, Landmark, Users } from 'lucide-react'
import type { Metadata } from 'next'
import Link from 'next/link'
import { redirect } from 'next/navigation'
import { viewer } from '../../../../features/account/viewer.ts'
import { EventsTable, NewEvent } from '../../../../features/admin/events-table.tsx'
import { RunALeague } from '../../../../features/admin/run-a-league.tsx'
import { paths } from '../../../../paths.ts'
import { api } from '../../../../server/context.ts'

export const metadata: Metadata = { title: 'Manage events' }

type Search = Promise<{ q?: string | string[]; state?: string | string[] }>

export default async function AdminPage({ searchParams }: { searchParams: Search }) {
  const me = await viewer()
  if (!me) redirect(paths.signin(paths.admin))
  const [{ mayCreate, events }, { q, state }] = await Promise.all([(await api()).admin.events(), searchParams])
  if (!mayCreate && events.length === 0) return <RunALeague email={me.email} />
  return (
    <main id="main" className="mx-auto grid w-full max-w-6xl grid-cols-1 content-start gap-6 px-4 pt-8 pb-16 sm:px-6">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h1 className="text-xl">Your events</h1>
        <div className="flex flex-wrap gap-2">
          {me.admin ? (
            <>
              <Button asChild>
                <Link href={paths.adminUsers}>
                  <Users aria-hidden className="size-4" />
                  People
                </Link>
              </Button>
              <Button asChild>
                <Link href={paths.adminFinance}>
                  <Landmark aria-hidden className="size-4" />
                  Finance
                </Link>
              </Button>
              <Button asChild>
                <Link href={paths.adminQueues}>
                  <Inbox aria-hidden className="size-4" />
                  Queues
                </Link>
              </Button>
            </>
          ) : null}
          {mayCreate && events.length > 0 ? <NewEvent /> : null}
        </div>
      </div>
      <EventsTable events={events} mayCreate={mayCreate} filters={{ q: one(q), state: one(state) }} />
    </main>
  )
}

const one = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value) ?? ''
