import { Button } from '@gavel/ui'
import type { Metadata } from 'next'
import Link from 'next/link'
import { paths } from '../paths.ts'
import { MessagePage } from '../shell/message-page.tsx'

export const metadata: Metadata = { title: 'Not found' }

export default function NotFound() {
  return (
    <MessagePage
      code="404"
      title="There is no page at this address"
      words="It may have been moved, or the link may have lost a letter. What is live now is on the home page."
      actions={
        <Button look="primary" asChild>
          <Link href={paths.home}>Go to the home page</Link>
        </Button>
      }
    />
  )
}
