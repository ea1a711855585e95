import { notFound, redirect } from 'next/navigation'
import type { ReactNode } from 'react'
import { viewer } from '../../../../../features/account/viewer.ts'
import { DeskFrame } from '../../../../../features/admin/desk/desk-frame.tsx'
import { loadSetup } from '../../../../../features/admin/desk/load-desk.ts'
import { Forbidden } from '../../../../../features/admin/forbidden.tsx'
import { loadEvent } from '../../../../../features/events/load-event.ts'
import { paths } from '../../../../../paths.ts'

type Props = { children: ReactNode; params: Promise<{ slug: string }> }

/**
 * The desk of one event. Asked before a page's skeleton is sent: guests sign in first, an address without an event is answered 404, and
 * who does not organise it is told who does.
 */
export default async function DeskLayout({ children, params }: Props) {
  const { slug } = await params
  const me = await viewer()
  if (!me) redirect(paths.signin(paths.adminEvent(slug)))
  const event = await loadEvent(slug)
  if (!event) notFound()
  if (!event.you.mayManage) {
    return (
      <Forbidden
        title="This desk is for the event’s organisers"
        words={`You do not organise ${event.name}. One of its organisers, or an administrator, can change that.`}
        email={me.email}
      />
    )
  }
  const setup = await loadSetup(slug)
  const counts = {
    players: setup?.counts.players ?? 0,
    teams: setup?.teams.length ?? 0,
    waiting: setup?.counts.registrations.awaiting ?? 0,
  }
  return (
    <DeskFrame event={event} counts={counts}>
      {children}
    </DeskFrame>
  )
}
