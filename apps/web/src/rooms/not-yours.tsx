import { Button, EmptyState } from '@gavel/ui'
import Link from 'next/link'
import { paths } from '../paths.ts'

type NotYoursProps = {
  auctionId: string
  signedIn: boolean
  heading: string
  /** What this account lacks, and how it is had. */
  lacks: { title: string; words: string }
  /** Whose account to sign in with. */
  signInWords: string
  /** This page's path, to come back to after signing in. */
  here: string
}

/** A seat in the room that is somebody else's: says why, and leads to signing in or to watching. */
export function NotYours({ auctionId, signedIn, heading, lacks, signInWords, here }: NotYoursProps) {
  return (
    <main id="main" className="mx-auto grid w-full max-w-2xl content-start gap-4 px-4 py-10">
      <h1 className="text-xl">{heading}</h1>
      <EmptyState
        title={signedIn ? lacks.title : 'You are not signed in'}
        words={signedIn ? lacks.words : signInWords}
        action={
          <div className="flex flex-wrap gap-2">
            {signedIn ? null : (
              <Button look="primary" asChild>
                <Link href={paths.signin(here)}>Sign in</Link>
              </Button>
            )}
            <Button asChild>
              <Link href={paths.auction(auctionId)}>Watch the auction</Link>
            </Button>
          </div>
        }
      />
    </main>
  )
}
