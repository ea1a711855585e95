import { Button } from '@gavel/ui'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { paths } from '../../paths.ts'
import { MessagePage } from '../../shell/message-page.tsx'
import { OtherAccount } from '../join/other-account.tsx'

/** The viewer is signed in and may not: says who may, as whom one is here, and the ways on. */
export function Forbidden({ title, words, email }: { title: string; words: ReactNode; email: string }) {
  return (
    <MessagePage
      code="403"
      title={title}
      words={
        <>
          {words} You are signed in as {email}.
        </>
      }
      actions={
        <>
          <Button look="primary" asChild>
            <Link href={paths.home}>Go to the home page</Link>
          </Button>
          <OtherAccount as="button" next={paths.signin(paths.admin)} words="Sign in as somebody else" />
        </>
      }
    />
  )
}
