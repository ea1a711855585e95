import { Button } from '@gavel/ui'
import type { Metadata } from 'next'
import Link from 'next/link'
import { paths } from '../../../../paths.ts'
import { MessagePage } from '../../../../shell/message-page.tsx'

export const metadata: Metadata = { title: 'A private room' }

/** Where somebody ends who may not watch an auction: its organiser opens it to people with a role alone. */
export default function PrivateRoomPage() {
  return (
    <MessagePage
      code="–"
      title="This auction room is private"
      words="It is open to the people who take part in the event. If you are one of them, open the link or the code that its organiser gave you."
      actions={
        <>
          <Button look="primary" asChild>
            <Link href={paths.join()}>Enter a code</Link>
          </Button>
          <Button asChild>
            <Link href={paths.home}>Go to the home page</Link>
          </Button>
        </>
      }
    />
  )
}
