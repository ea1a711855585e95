import { notFound } from 'next/navigation'
import type { ReactNode } from 'react'
import { loadEvent } from '../../../../features/events/load-event.ts'

type Props = { children: ReactNode; params: Promise<{ slug: string }> }

/** Asked before the page's skeleton is sent, so that an address without an event is answered 404. */
export default async function EventLayout({ children, params }: Props) {
  if (!(await loadEvent((await params).slug))) notFound()
  return children
}
