import { ErrorState } from '@gavel/ui'
import type { Metadata } from 'next'
import Link from 'next/link'
import { AccountPage } from '../../../features/account/account-page.tsx'
import { refusedBefore } from '../../../features/account/refusal.ts'
import { sendOn } from '../../../features/account/send-on.ts'
import { SignInForm } from '../../../features/account/sign-in-form.tsx'
import { googleTrouble } from '../../../features/security/google-trouble.ts'
import { first, paths, safeNext } from '../../../paths.ts'
import { keptArrival } from '../../../server/arrival.ts'
import { letterPlace } from '../../../server/letters.ts'
import { otherWays } from '../../../server/other-ways.ts'

export const metadata: Metadata = { title: 'Sign in' }

type Named = 'next' | 'error' | 'google'
type Search = Promise<Partial<Record<Named, string | string[]>>>

export default async function SignInPage({ searchParams }: { searchParams: Search }) {
  const search = await searchParams
  const next = safeNext(first(search.next))
  const { letters } = await letterPlace()
  const ways = await otherWays()
  const [error, google] = [first(search.error), first(search.google)]
  const trouble = googleTrouble(error, google)
  const refused = google === 'kept' ? await keptArrival() : trouble ? null : refusedBefore(error)
  // Where something went wrong on the way here, it is read first.
  if (!trouble && !refused) await sendOn(next)
  return (
    <AccountPage
      title="Sign in"
      words="To bid, register or run an event. Watching needs no account."
      foot={
        <>
          No account yet?{' '}
          <Link href={paths.register(next)} className="font-semibold text-ink underline">
            Create one
          </Link>
        </>
      }
    >
      <div className="grid gap-6">
        {trouble ? <ErrorState {...trouble} /> : null}
        <SignInForm next={next} refused={refused} letters={letters} ways={ways} />
      </div>
    </AccountPage>
  )
}
