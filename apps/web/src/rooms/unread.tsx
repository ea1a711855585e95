import { ErrorState } from '@gavel/ui'

/** The picture of an auction did not come: nothing is known of it just now. */
export function AuctionUnread() {
  return (
    <ErrorState
      title="The auction could not be read just now"
      words="Nothing of it is lost. Load the page again in a moment."
    />
  )
}
