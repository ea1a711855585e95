import type { Metadata } from 'next'
import { ConfirmAddress } from '../../../features/account/letters/confirm-address.tsx'
import { LinkPage } from '../../../features/account/letters/link-page.tsx'
import { first } from '../../../paths.ts'

export const metadata: Metadata = { title: 'Confirm your address', referrer: 'no-referrer', robots: 'noindex' }

/** Where a letter to an address leads that an account is to have, or has. */
export default async function ConfirmPage({ searchParams }: { searchParams: Promise<{ token?: string | string[] }> }) {
  const token = first((await searchParams).token)
  return (
    <LinkPage
      token={token}
      purposes={['change', 'confirm']}
      title="Confirm your address"
      words="Your account will have the address"
      foot={null}
    >
      {() => <ConfirmAddress token={token ?? ''} />}
    </LinkPage>
  )
}
