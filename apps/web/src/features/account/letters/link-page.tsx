import { AppError, type LetterLink } from '@gavel/api'
import { Button } from '@gavel/ui'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { paths } from '../../../paths.ts'
import { api } from '../../../server/context.ts'
import { AccountPage } from '../account-page.tsx'

type LinkPageProps = {
  token: string | undefined
  /** What the link has to be for. */
  purposes: readonly LetterLink['purpose'][]
  title: string
  words: string
  foot?: ReactNode
  /** What is done with a link that is good. */
  children: (link: LetterLink) => ReactNode
}

/** The page that a link of a letter leads to. It uses nothing up: mail programs open links before people do. */
export async function LinkPage({ token, purposes, title, words, foot, children }: LinkPageProps) {
  const link = await readLink(token)
  if (link && purposes.includes(link.purpose))
    return (
      <AccountPage
        title={title}
        words={
          <>
            {words} <span className="font-semibold text-ink">{link.email}</span>
          </>
        }
        foot={foot}
      >
        {children(link)}
      </AccountPage>
    )
  return (
    <AccountPage title="This link no longer works" words="It was used already, or it is too old." foot={null}>
      <div className="grid gap-3">
        <Button asChild look="primary" size="lg" wide>
          <Link href={paths.signin()}>Sign in</Link>
        </Button>
        <Button asChild size="lg" wide>
          <Link href={paths.forgot}>Get a new link</Link>
        </Button>
      </div>
    </AccountPage>
  )
}

const readLink = async (token: string | undefined): Promise<LetterLink | null> => {
  if (token === undefined) return null
  try {
    return await (await api()).account.link({ token: token.slice(0, 100) })
  } catch (error) {
    if (error instanceof Error && error.cause instanceof AppError) return null
    throw error
  }
}
