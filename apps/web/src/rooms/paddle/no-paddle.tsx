import { Button, EmptyState } from '@gavel/ui'
import Link from 'next/link'
import { paths } from '../../paths.ts'
import type { RoomInfo } from '../directory.ts'

/** For whoever opens a paddle without holding one. */
export function NoPaddle({ info, signedIn }: { info: RoomInfo; signedIn: boolean }) {
  return (
    <main id="main" className="mx-auto grid w-full max-w-2xl content-start gap-4 px-4 py-10">
      <h1 className="text-xl">No paddle for you in this auction</h1>
      <EmptyState
        title={signedIn ? 'This account holds no paddle here' : 'You are not signed in'}
        words={
          signedIn
            ? 'Paddles are given when an owner registration is confirmed, or by the organiser. You can watch meanwhile.'
            : 'Sign in with the account that registered as an owner. You can watch without one.'
        }
        action={
          <div className="flex flex-wrap gap-2">
            {signedIn ? null : (
              <Button look="primary" asChild>
                <Link href={paths.signin(paths.paddle(info.auctionId))}>Sign in</Link>
              </Button>
            )}
            <Button asChild>
              <Link href={paths.auction(info.auctionId)}>Watch the auction</Link>
            </Button>
          </div>
        }
      />
    </main>
  )
}
