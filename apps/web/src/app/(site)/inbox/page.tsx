import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { viewer } from '../../../features/account/viewer.ts'
import { InboxList } from '../../../features/inbox/inbox-list.tsx'
import { paths } from '../../../paths.ts'
import { api } from '../../../server/context.ts'

export const metadata: Metadata = { title: 'Inbox' }

export default async function InboxPage() {
  if (!(await viewer())) redirect(paths.signin(paths.inbox))
  const { inbox } = await api()
  const [first, { unread }] = await Promise.all([inbox.list(), inbox.unread()])
  return (
    <main
      id="main"
      className="mx-auto grid w-full max-w-3xl grid-cols-1 content-start gap-6 px-4 pt-8 pb-16 sm:px-6 sm:pt-12"
    >
      <InboxList first={first} unread={unread} />
    </main>
  )
}
