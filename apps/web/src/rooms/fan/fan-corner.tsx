'use client'

import type { AuctionState } from '@gavel/auction'
import type { ConnectionState } from '@gavel/ui'
import { Section } from '@gavel/ui'
import type { AuctionRoom } from '../../realtime/use-auction-room.ts'
import { Guess } from './guess.tsx'
import { Reactions } from './reactions.tsx'

type FanCornerProps = {
  room: Pick<AuctionRoom, 'reactions' | 'guesses' | 'react' | 'guess'>
  auction: AuctionState
  connection: ConnectionState
  /** The room shows the past. */
  late: boolean
}

/** Where fans join in, at the edge of the room. Nothing of it touches the auction. */
export function FanCorner({ room, auction, connection, late }: FanCornerProps) {
  const off = connection.kind === 'live' ? null : 'There is no connection just now'
  return (
    <Section title="Join in">
      <div className="grid gap-4 pb-2">
        <Guess auction={auction} outcome={room.guesses} guess={room.guess} off={off} late={late} />
        <Reactions burst={room.reactions} react={room.react} off={off} />
      </div>
    </Section>
  )
}
