'use client'

import { Button } from '@gavel/ui'
import Link from 'next/link'
import { paths } from '../paths.ts'
import { MessagePage } from '../shell/message-page.tsx'

export default function ErrorPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <MessagePage
      code="500"
      title="This page could not be shown"
      words={
        <>
          Something broke on our side. Bids and registrations that were confirmed are safe.
          {error.digest ? ` If it happens again, tell the organiser this number: ${error.digest}.` : ''}
        </>
      }
      actions={
        <>
          <Button look="primary" onClick={reset}>
            Try again
          </Button>
          <Button asChild>
            <Link href={paths.home}>Go to the home page</Link>
          </Button>
        </>
      }
    />
  )
}
