import { paths } from '../../paths.ts'
import type { RoomInfo } from '../directory.ts'
import { NotYours } from '../not-yours.tsx'

/** For whoever opens a paddle without holding one. */
export function NoPaddle({ info, signedIn }: { info: RoomInfo; signedIn: boolean }) {
  return (
    <NotYours
      auctionId={info.auctionId}
      signedIn={signedIn}
      heading="No paddle for you in this auction"
      lacks={{
        title: 'This account holds no paddle here',
        words:
          'Paddles are given when an owner registration is confirmed, or by the organiser. You can watch meanwhile.',
      }}
      signInWords="Sign in with the account that registered as an owner. You can watch without one."
      here={paths.paddle(info.auctionId)}
    />
  )
}
