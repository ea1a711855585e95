'use client'

import type { AuctionState } from '@gavel/auction'
import { Badge, Button, type ConnectionState, cn, LiveDot, Tooltip } from '@gavel/ui'
import { Eye, Megaphone, MegaphoneOff, Volume2, VolumeX } from 'lucide-react'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { paths } from '../paths.ts'
import { BallMark } from '../shell/brand.tsx'
import { ThemeMenu } from '../shell/theme.tsx'
import type { RoomInfo } from './directory.ts'
import { LateBadge } from './late-badge.tsx'
import type { Voice } from './use-voice.ts'

type RoomHeadProps = {
  info: RoomInfo
  auction: AuctionState | null
  connection: ConnectionState
  /** How late this page shows the auction, in milliseconds. */
  delayMs?: number
  watching?: number
  sound?: { on: boolean; toggle: () => void }
  /** Call-outs; null where the browser has no voice. */
  voice?: Voice | null
  /** The page below uses the whole width of the screen. */
  wide?: boolean
  children?: ReactNode
}

/** The strip at the head of a live room: where we are, whether it is live, and the few switches. */
export function RoomHead(props: RoomHeadProps) {
  const { info, auction, connection, delayMs = 0, watching, sound, voice, wide = false, children } = props
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
        <PhaseMark auction={auction} connection={connection} />
        {auction?.phase.is === 'ended' ? null : <LateBadge delayMs={delayMs} publicDelayMs={info.event.delayMs} />}
        {info.event.rehearsal ? (
          <Tooltip words="Nothing of it counts, and nothing of it stays">
            <Badge>Rehearsal</Badge>
          </Tooltip>
        ) : null}
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
          {voice ? (
            <Button
              look="quiet"
              size="icon"
              aria-pressed={voice.on}
              aria-label="Call-outs by voice"
              aria-keyshortcuts="V"
              onClick={voice.toggle}
            >
              {voice.on ? (
                <Megaphone aria-hidden className="size-5" />
              ) : (
                <MegaphoneOff aria-hidden className="size-5" />
              )}
            </Button>
          ) : null}
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

/** A page that hears nothing does not call itself live: what it shows is from before the break. */
const UNHEARD = { offline: 'Offline', reconnecting: 'Reconnecting', behind: 'Catching up' } as const

function PhaseMark({ auction, connection }: Pick<RoomHeadProps, 'auction' | 'connection'>) {
  const { kind } = connection
  if (auction && (kind === 'offline' || kind === 'reconnecting' || kind === 'behind') && auction.phase.is !== 'ended')
    return <Badge tone="warn">{UNHEARD[kind]}</Badge>
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
