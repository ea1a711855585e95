'use client'

import { Button } from '@gavel/ui'
import { Presentation } from 'lucide-react'
import type { ComponentProps, ReactNode } from 'react'
import { paths } from '../../paths.ts'
import type { AuctionRoom } from '../../realtime/use-auction-room.ts'
import { Latency } from '../latency.tsx'
import { RoomHead } from '../room-head.tsx'
import { KeysHelp } from './keys-help.tsx'
import { Train } from './train.tsx'

type DeskHeadProps = Pick<ComponentProps<typeof RoomHead>, 'info' | 'connection' | 'sound' | 'voice'> & {
  room: AuctionRoom
  help: boolean
  onHelp: (open: boolean) => void
  /** The button that ends the auction. */
  children: ReactNode
}

/** The head of the desk: the line to the server, training, the keys, the projector, and the end. */
export function DeskHead({ room, help, onHelp, children, info, ...head }: DeskHeadProps) {
  const { auction, watching, latencyMs, offsetMs, status } = room
  const { is: phase } = auction?.phase ?? { is: null }
  return (
    <RoomHead info={info} auction={auction} watching={watching} wide {...head}>
      {phase === 'ended' ? null : <Latency latencyMs={latencyMs} offsetMs={offsetMs} live={status.is === 'live'} />}
      <Train info={info} auction={auction} />
      <KeysHelp open={help} onOpenChange={onHelp} />
      <Button look="quiet" size="sm" asChild>
        <a href={paths.stage(info.auctionId)} target="_blank" rel="noreferrer">
          <Presentation aria-hidden className="size-4" />
          <span className="max-xl:sr-only">Projector</span>
        </a>
      </Button>
      {phase === 'running' || phase === 'paused' ? children : null}
    </RoomHead>
  )
}
