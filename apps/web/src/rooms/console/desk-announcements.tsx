'use client'

import type { AuctionState } from '@gavel/auction'
import { Button } from '@gavel/ui'
import { AnnouncementBanner } from '../announcement-banner.tsx'
import type { DeskCommand } from './actions.ts'
import { Announce } from './announce.tsx'
import type { CommandWords } from './use-desk.ts'

const SAID: CommandWords = { sending: 'Sending the announcement', done: 'Every screen shows the announcement' }
const TAKEN_DOWN: CommandWords = { sending: 'Taking the announcement down', done: 'The announcement is down' }

type DeskAnnouncementsProps = {
  auction: AuctionState
  off: string | null
  /** Another line is being written. */
  open: boolean
  onClose: () => void
  send: (words: CommandWords, command: DeskCommand) => void
}

/** The line that stands, to be taken down, and under it the field for another. */
export function DeskAnnouncements({ auction, off, open, onClose, send }: DeskAnnouncementsProps) {
  return (
    <>
      <AnnouncementBanner auction={auction}>
        <Button
          size="sm"
          look="quiet"
          disabledReason={off}
          onClick={() => send(TAKEN_DOWN, { type: 'Announce', words: null })}
        >
          Take it down
        </Button>
      </AnnouncementBanner>
      {open && auction.phase.is !== 'ended' ? (
        <Announce {...{ auction, off, onClose }} onSend={(words) => send(SAID, { type: 'Announce', words })} />
      ) : null}
    </>
  )
}
