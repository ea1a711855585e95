import { MAX_PASSWORD_LENGTH, MIN_PASSWORD_LENGTH } from '@gavel/auth'
import type { Metadata } from 'next'
import Link from 'next/link'
import { AccountForm } from '../../../features/account/account-form.tsx'
import { AccountPage } from '../../../features/account/account-page.tsx'
import { paths, safeNext } from '../../../paths.ts'

export const metadata: Metadata = { title: 'Create an account' }

export default async function RegisterPage({ searchParams }: { searchParams: Promise<{ next?: string | string[] }> }) {
  const { next: asked } = await searchParams
  const next = safeNext(Array.isArray(asked) ? asked[0] : asked)
  return (
    <AccountPage
      title="Create an account"
      words="One account for everything: register as a player, own a team, run an event."
      foot={
        <>
          You have one already?{' '}
          <Link href={paths.signin(next)} className="font-semibold text-ink underline">
            Sign in
          </Link>
        </>
      }
    >
      <AccountForm next={next} passwordLength={{ min: MIN_PASSWORD_LENGTH, max: MAX_PASSWORD_LENGTH }} />
    </AccountPage>
  )
}
