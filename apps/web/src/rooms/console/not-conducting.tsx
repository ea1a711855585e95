import { Button, EmptyState } from '@gavel/ui'
import Link from 'next/link'
import { paths } from '../../paths.ts'
import type { RoomInfo } from '../directory.ts'

/** For whoever opens the console without conducting this auction. */
export function NotConducting({ info, signedIn }: { info: RoomInfo; signedIn: boolean }) {
  return (
    <main id="main" className="mx-auto grid w-full max-w-2xl content-start gap-4 px-4 py-10">
      <h1 className="text-xl">The console is the auctioneer’s</h1>
      <EmptyState
        title={signedIn ? 'This account does not conduct this auction' : 'You are not signed in'}
        words={
          signedIn
            ? 'The organiser names the auctioneers of an event. As soon as you are one, this page opens.'
            : 'Sign in with the account of the auctioneer. You can watch without one.'
        }
        action={
          <div className="flex flex-wrap gap-2">
            {signedIn ? null : (
              <Button look="primary" asChild>
                <Link href={paths.signin(paths.console(info.auctionId))}>Sign in</Link>
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
