import type { Metadata } from 'next'
import Link from 'next/link'
import { redirect } from 'next/navigation'
import { viewer } from '../../../../features/account/viewer.ts'
import { PreferencesForm } from '../../../../features/inbox/preferences-form.tsx'
import { paths } from '../../../../paths.ts'
import { api } from '../../../../server/context.ts'

export const metadata: Metadata = { title: 'Inbox settings' }

export default async function InboxSettingsPage() {
  if (!(await viewer())) redirect(paths.signin(paths.inboxSettings))
  const preferences = await (await api()).inbox.preferences()
  return (
    <main
      id="main"
      className="mx-auto grid w-full max-w-3xl grid-cols-1 content-start gap-6 px-4 pt-8 pb-16 sm:px-6 sm:pt-12"
    >
      <header className="grid gap-2">
        <p className="text-sm">
          <Link href={paths.inbox} className="font-semibold underline">
            Inbox
          </Link>
        </p>
        <h1 className="text-xl sm:text-2xl">What we write to you about</h1>
        <p className="max-w-prose text-muted">
          Your inbox here always tells you everything. E-mail is for what you want to hear of while you are elsewhere.
        </p>
      </header>
      <PreferencesForm preferences={preferences} />
    </main>
  )
}
