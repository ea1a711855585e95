import type { Metadata } from 'next'
import Link from 'next/link'
import { redirect } from 'next/navigation'
import { viewer } from '../../../../features/account/viewer.ts'
import { Forbidden } from '../../../../features/admin/forbidden.tsx'
import { loadRequests } from '../../../../features/admin/users/load-requests.ts'
import { PeopleTable } from '../../../../features/admin/users/people-table.tsx'
import { Requests } from '../../../../features/admin/users/requests.tsx'
import { paths } from '../../../../paths.ts'

export const metadata: Metadata = { title: 'People' }

type Props = { searchParams: Promise<{ search?: string | string[] }> }

export default async function AdminPeoplePage({ searchParams }: Props) {
  const me = await viewer()
  if (!me) redirect(paths.signin(paths.adminUsers))
  if (!me.admin) {
    return (
      <Forbidden
        title="This page is for administrators"
        words="It is where the right to create events is granted. Ask for it on your desk."
        email={me.email}
      />
    )
  }
  const [{ search }, requests] = await Promise.all([searchParams, loadRequests()])
  return (
    <main id="main" className="mx-auto grid w-full max-w-6xl grid-cols-1 content-start gap-8 px-4 pt-8 pb-16 sm:px-6">
      <div className="grid gap-1">
        <p className="text-sm">
          <Link href={paths.admin} className="font-semibold underline">
            Your events
          </Link>
        </p>
        <h1 className="text-xl">People and their rights</h1>
      </div>
      <Requests requests={requests} />
      <PeopleTable search={typeof search === 'string' ? search : ''} you={me.userId} timeZone="UTC" />
    </main>
  )
}
