import { MAX_PASSWORD_LENGTH, MIN_PASSWORD_LENGTH } from '@gavel/auth'
import type { Metadata } from 'next'
import Link from 'next/link'
import { AccountForm } from '../../../features/account/account-form.tsx'
import { AccountPage } from '../../../features/account/account-page.tsx'
import { sendOn } from '../../../features/account/send-on.ts'
import { first, paths, safeNext } from '../../../paths.ts'
import { letterPlace } from '../../../server/letters.ts'
import { otherWays } from '../../../server/other-ways.ts'

export const metadata: Metadata = { title: 'Create an account' }

export default async function RegisterPage({ searchParams }: { searchParams: Promise<{ next?: string | string[] }> }) {
  const next = safeNext(first((await searchParams).next))
  await sendOn(next)
  const [{ inboxUrl }, { google }] = await Promise.all([letterPlace(), otherWays()])
  return (
    <AccountPage
      title="Create an account"
      words="To play, own a team or run an event."
      foot={
        <>
          Have one already?{' '}
          <Link href={paths.signin(next)} className="font-semibold text-ink underline">
            Sign in
          </Link>
        </>
      }
    >
      <AccountForm
        next={next}
        inboxUrl={inboxUrl}
        google={google}
        passwordLength={{ min: MIN_PASSWORD_LENGTH, max: MAX_PASSWORD_LENGTH }}
      />
    </AccountPage>
  )
}
