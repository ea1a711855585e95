import { paths } from '../../paths.ts'
import type { RoomInfo } from '../directory.ts'
import { NotYours } from '../not-yours.tsx'

/** For whoever opens the console without conducting this auction. */
export function NotConducting({ info, signedIn }: { info: RoomInfo; signedIn: boolean }) {
  return (
    <NotYours
      auctionId={info.auctionId}
      signedIn={signedIn}
      heading="The console is the auctioneer’s"
      lacks={{
        title: 'This account does not conduct this auction',
        words: 'The organiser names the auctioneers of an event. As soon as you are one, this page opens.',
      }}
      signInWords="Sign in with the account of the auctioneer. You can watch without one."
      here={paths.console(info.auctionId)}
    />
  )
}
