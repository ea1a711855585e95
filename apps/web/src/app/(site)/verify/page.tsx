import { MAX_PASSWORD_LENGTH, MIN_PASSWORD_LENGTH } from '@gavel/auth'
import type { Metadata } from 'next'
import Link from 'next/link'
import { LinkForm } from '../../../features/account/letters/link-form.tsx'
import { LinkPage } from '../../../features/account/letters/link-page.tsx'
import { first, paths, safeNext } from '../../../paths.ts'

export const metadata: Metadata = { title: 'Open your account', referrer: 'no-referrer', robots: 'noindex' }

type Search = Promise<{ token?: string | string[]; next?: string | string[] }>

/** Where the first letter to a new account leads. */
export default async function VerifyPage({ searchParams }: { searchParams: Search }) {
  const { token, next } = await searchParams
  const given = first(token)
  return (
    <LinkPage
      token={given}
      purposes={['verify']}
      title="Open your account"
      words="Type the password that you chose for"
      foot={
        <>
          Forgot it?{' '}
          <Link href={paths.forgot} className="font-semibold text-ink underline">
            Choose another
          </Link>
        </>
      }
    >
      {({ email }) => (
        <LinkForm
          purpose="verify"
          token={given ?? ''}
          email={email}
          next={safeNext(first(next))}
          passwordLength={{ min: MIN_PASSWORD_LENGTH, max: MAX_PASSWORD_LENGTH }}
        />
      )}
    </LinkPage>
  )
}
