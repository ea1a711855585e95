import { AppError } from '@gavel/api'
import { TRPCError } from '@trpc/server'
import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { viewer } from '../../../../features/account/viewer.ts'
import { Forbidden } from '../../../../features/admin/forbidden.tsx'
import { JobsTable } from '../../../../features/queues/jobs-table.tsx'
import { ParkedTable } from '../../../../features/queues/parked-table.tsx'
import { paths } from '../../../../paths.ts'
import { api } from '../../../../server/context.ts'

export const metadata: Metadata = { title: 'Messages and jobs' }

export default async function QueuesPage() {
  const me = await viewer()
  if (!me) redirect(paths.signin(paths.adminQueues))
  if (!me.admin) {
    return (
      <Forbidden
        title="This desk is for administrators"
        words="Here stand messages and jobs that were given up."
        email={me.email}
      />
    )
  }
  const { operator } = await api()
  const [parked, jobs] = await Promise.all([operator.parked(), operator.failedJobs().catch(unreached)])
  return (
    <main id="main" className="mx-auto grid w-full max-w-6xl grid-cols-1 content-start gap-10 px-4 pt-8 pb-16 sm:px-6">
      <header className="grid gap-2">
        <h1 className="text-xl sm:text-2xl">Messages and jobs</h1>
        <p className="max-w-prose text-muted">
          What was given up waits here for you. Look at why, mend the cause, then replay it, or discard it. Whatever you
          do stands in the audit.
        </p>
      </header>
      <ParkedTable first={parked} />
      <JobsTable first={jobs} />
    </main>
  )
}

/** The other table is shown all the same; this one says that it cannot be read. */
const unreached = (error: unknown) => {
  if (error instanceof TRPCError && error.cause instanceof AppError && error.cause.code === 'QUEUE.UNAVAILABLE')
    return null
  throw error
}
