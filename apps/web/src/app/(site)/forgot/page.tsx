import { EmptyState } from '@gavel/ui'
import type { Metadata } from 'next'
import Link from 'next/link'
import { AccountPage } from '../../../features/account/account-page.tsx'
import { ForgotForm } from '../../../features/account/letters/forgot-form.tsx'
import { paths } from '../../../paths.ts'
import { letterPlace } from '../../../server/letters.ts'

export const metadata: Metadata = { title: 'Choose another password' }

export default async function ForgotPage() {
  const { letters, inboxUrl } = await letterPlace()
  return (
    <AccountPage
      title="Choose another password"
      words="We send a link to the address of your account."
      foot={
        <>
          Remembered it?{' '}
          <Link href={paths.signin()} className="font-semibold text-ink underline">
            Sign in
          </Link>
        </>
      }
    >
      {letters ? (
        <ForgotForm inboxUrl={inboxUrl} />
      ) : (
        <EmptyState
          title="This Gavel sends no e-mail"
          words="Ask whoever runs it: they can give your account another password."
        />
      )}
    </AccountPage>
  )
}
