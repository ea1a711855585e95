import type { Metadata } from 'next'
import Link from 'next/link'
import { AccountPage } from '../../../features/account/account-page.tsx'
import { refusalOf } from '../../../features/account/refusal.ts'
import { SignInForm } from '../../../features/account/sign-in-form.tsx'
import { paths, safeNext } from '../../../paths.ts'

export const metadata: Metadata = { title: 'Sign in' }

type Search = Promise<{ next?: string | string[]; callbackUrl?: string | string[]; error?: string | string[] }>

export default async function SignInPage({ searchParams }: { searchParams: Search }) {
  const search = await searchParams
  const next = safeNext(one(search.next))
  return (
    <AccountPage
      title="Sign in"
      words="To bid with your paddle, to register for an event, or to run one. Watching needs no account."
      foot={
        <>
          No account yet?{' '}
          <Link href={paths.register(next)} className="font-semibold text-ink underline">
            Create one
          </Link>
        </>
      }
    >
      <SignInForm next={next} refused={refusalOf(one(search.error))} />
    </AccountPage>
  )
}

const one = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value)
