import type { AuctionState, TeamId } from '@gavel/auction'
import { Button } from '@gavel/ui'
import type { ReactNode } from 'react'
import type { Directory } from '../directory.ts'
import type { ActMoment, SendAct } from './use-act.ts'

/** What every pad is given that asks a team for something. */
export type PadProps = {
  auction: AuctionState
  directory: Directory
  team: TeamId
  /** The auctioneer answers for a team in the hall; null: the team's own paddle. */
  floorTeam: TeamId | null
  off: string | null
  offsetMs: number
  moment: ActMoment
  onAct: SendAct
}

type SendButtonProps = {
  moment: ActMoment
  /** What the moment must be about for this button to be busy. */
  at: string
  reason: string | null
  onSend: () => void
  children: ReactNode
}

/** The one large button of a pad: it says why it is off, and is busy until an answer is here. */
export function SendButton({ moment, at, reason, onSend, children }: SendButtonProps) {
  return (
    <Button
      look="primary"
      size="lg"
      wide
      showReason
      disabledReason={reason}
      busy={moment.is === 'sent' && moment.at === at}
      onClick={onSend}
    >
      {children}
    </Button>
  )
}
