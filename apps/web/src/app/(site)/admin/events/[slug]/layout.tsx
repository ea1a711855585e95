import { notFound, redirect } from 'next/navigation'
import type { ReactNode } from 'react'
import { viewer } from '../../../../../features/account/viewer.ts'
import { loadEvent } from '../../../../../features/events/load-event.ts'
import { paths } from '../../../../../paths.ts'

type Props = { children: ReactNode; params: Promise<{ slug: string }> }

/** Asked before the desk's skeleton is sent: guests sign in first, and an address without an event is answered 404. */
export default async function DeskLayout({ children, params }: Props) {
  const { slug } = await params
  if (!(await viewer())) redirect(paths.signin(paths.adminEvent(slug)))
  if (!(await loadEvent(slug))) notFound()
  return children
}
