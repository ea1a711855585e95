import { Button } from '@gavel/ui'
import Link from 'next/link'
import { paths } from '../../../../paths.ts'
import { MessagePage } from '../../../../shell/message-page.tsx'

/** The same for who is not there, keeps the page back, or is shut out: a page that says which would say too much. */
export default function PersonNotFound() {
  return (
    <MessagePage
      code="404"
      title="This page is not available"
      words="There is no such person, or the page is not for everybody."
      actions={
        <Button look="primary" asChild>
          <Link href={paths.home}>Go to the home page</Link>
        </Button>
      }
    />
  )
}
