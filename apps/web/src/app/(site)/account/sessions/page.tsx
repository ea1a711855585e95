import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { viewer } from '../../../../features/account/viewer.ts'
import { SessionsSection } from '../../../../features/sessions/sessions-section.tsx'
import { paths } from '../../../../paths.ts'
import { api } from '../../../../server/context.ts'

export const metadata: Metadata = { title: 'Sessions' }

export default async function AccountSessionsPage() {
  if (!(await viewer())) redirect(paths.signin(paths.accountSessions))
  return <SessionsSection sessions={await (await api()).auth.sessions()} />
}
