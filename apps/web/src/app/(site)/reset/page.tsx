import { MAX_PASSWORD_LENGTH, MIN_PASSWORD_LENGTH } from '@gavel/auth'
import type { Metadata } from 'next'
import { LinkForm } from '../../../features/account/letters/link-form.tsx'
import { LinkPage } from '../../../features/account/letters/link-page.tsx'
import { first, paths } from '../../../paths.ts'

export const metadata: Metadata = { title: 'Choose another password', referrer: 'no-referrer', robots: 'noindex' }

/** Where a letter leads that somebody who forgot the password has asked for. */
export default async function ResetPage({ searchParams }: { searchParams: Promise<{ token?: string | string[] }> }) {
  const token = first((await searchParams).token)
  return (
    <LinkPage token={token} purposes={['reset']} title="Choose another password" words="For the account of" foot={null}>
      {({ email }) => (
        <LinkForm
          purpose="reset"
          token={token ?? ''}
          email={email}
          next={paths.home}
          passwordLength={{ min: MIN_PASSWORD_LENGTH, max: MAX_PASSWORD_LENGTH }}
        />
      )}
    </LinkPage>
  )
}
