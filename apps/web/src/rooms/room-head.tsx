'use client'

import type { AuctionState } from '@gavel/auction'
import { Badge, Button, cn, LiveDot, Tooltip } from '@gavel/ui'
import { Eye, Volume2, VolumeX } from 'lucide-react'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { paths } from '../paths.ts'
import { BallMark } from '../shell/brand.tsx'
import { ThemeMenu } from '../shell/theme.tsx'
import type { RoomInfo } from './directory.ts'

type RoomHeadProps = {
  info: RoomInfo
  auction: AuctionState | null
  watching?: number
  sound?: { on: boolean; toggle: () => void }
  /** The page below uses the whole width of the screen. */
  wide?: boolean
  children?: ReactNode
}

/** The strip at the head of a live room: where we are, whether it is live, and the few switches. */
export function RoomHead({ info, auction, watching, sound, wide = false, children }: RoomHeadProps) {
  return (
    <header className="border-b">
      <div
        className={cn(
          'mx-auto flex min-h-14 flex-wrap items-center gap-x-2 px-3 py-1 sm:gap-x-3 sm:px-5',
          !wide && 'max-w-[110rem]',
        )}
      >
        <Link href={paths.home} aria-label="Gavel, home" className="shrink-0 rounded-card">
          <BallMark />
        </Link>
        <Link
          href={paths.event(info.event.slug)}
          title={info.event.name}
          className="w-0 min-w-12 flex-1 truncate rounded-card font-semibold hover:underline sm:w-auto sm:flex-none"
        >
          {info.event.name}
        </Link>
        <PhaseMark auction={auction} />
        <div className="ml-auto flex flex-wrap items-center gap-1">
          {watching ? (
            <Tooltip words="People in this room">
              <span className="mr-2 hidden items-center gap-1.5 text-sm text-muted tabular-nums sm:flex">
                <Eye aria-hidden className="size-4" />
                {watching.toLocaleString('en-IN')}
                <span className="sr-only"> people are watching</span>
              </span>
            </Tooltip>
          ) : null}
          {children}
          {sound ? (
            <Button look="quiet" size="icon" aria-pressed={sound.on} aria-label="Sound" onClick={sound.toggle}>
              {sound.on ? <Volume2 aria-hidden className="size-5" /> : <VolumeX aria-hidden className="size-5" />}
            </Button>
          ) : null}
          <ThemeMenu />
        </div>
      </div>
    </header>
  )
}

function PhaseMark({ auction }: { auction: AuctionState | null }) {
  switch (auction?.phase.is) {
    case undefined:
      return null
    case 'scheduled':
      return <Badge>Not started</Badge>
    case 'running':
      return <LiveDot />
    case 'paused':
      return <Badge tone="warn">Paused</Badge>
    case 'ended':
      return <Badge tone="ink">Finished</Badge>
    default:
      return auction?.phase satisfies undefined
  }
}
