import { Badge } from '@gavel/ui'
import { ChevronLeft } from 'lucide-react'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { paths } from '../../paths.ts'
import { LateBadge } from '../../rooms/late-badge.tsx'
import { ThemeMenu } from '../../shell/theme.tsx'
import type { MatchInfo } from '../fan/match-info.ts'

type PadHeadProps = {
  info: MatchInfo
  blind: boolean
  /** How late the public is shown the match, in milliseconds. */
  publicDelayMs: number
  children: ReactNode
}

/** Where we are, in one short line. */
export function PadHead({ info, blind, publicDelayMs, children }: PadHeadProps) {
  const { home, away } = info.sides
  return (
    <header className="border-b">
      <div className="mx-auto flex min-h-12 max-w-6xl items-center gap-2 px-1 @4xl:px-3">
        <Link
          href={paths.match(info.matchId)}
          aria-label="To the match"
          className="grid size-12 shrink-0 place-items-center rounded-card hover:bg-sunken"
        >
          <ChevronLeft aria-hidden className="size-5" />
        </Link>
        <p
          className="min-w-0 flex-1 truncate text-base font-semibold"
          title={`${home.name} v ${away.name}, ${info.stage}`}
        >
          {home.short} v {away.short}
          <span className="ml-2 text-sm font-normal text-muted">{info.stage}</span>
        </p>
        <LateBadge delayMs={0} publicDelayMs={publicDelayMs} />
        {blind ? <Badge tone="warn">Second scorer</Badge> : null}
        <ThemeMenu />
      </div>
      {children}
    </header>
  )
}
