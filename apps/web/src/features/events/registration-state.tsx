import type { MyRegistration } from '@gavel/api'
import { Badge, Button, cn, formatMoney, TeamChip } from '@gavel/ui'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { paths } from '../../paths.ts'

type RegistrationStateProps = {
  mine: MyRegistration
  currency: string
  auctionId: string | null
  /** Opens the form again; null where the event takes nobody now. */
  again: (() => void) | null
  /** Leaves the event; null where one no longer can. */
  leave: ReactNode
}

const HEAD = {
  pending: { tone: 'warn', badge: 'Being confirmed' },
  awaiting: { tone: 'warn', badge: 'Awaiting approval' },
  confirmed: { tone: 'good', badge: 'Confirmed' },
  waitlisted: { tone: 'warn', badge: 'Waiting list' },
  rejected: { tone: 'bad', badge: 'Not accepted' },
  withdrawn: { tone: 'plain', badge: 'Withdrawn' },
} as const

const EDGE = {
  pending: 'border-warn',
  awaiting: 'border-warn',
  confirmed: 'border-good',
  waitlisted: 'border-warn',
  rejected: 'border-bad',
  withdrawn: 'border-line',
} as const

/** Where the viewer's own entry stands, why, and what comes next. */
export function RegistrationState({ mine, currency, auctionId, again, leave }: RegistrationStateProps) {
  const { details, status } = mine
  const head = HEAD[status]
  return (
    <div className={cn('grid gap-3 rounded-card border bg-raised p-4', EDGE[status])}>
      <div className="flex flex-wrap items-center justify-between gap-2">
        <p className="font-semibold">{details.kind === 'player' ? 'You as a player' : 'Your team'}</p>
        <Badge tone={head.tone}>{head.badge}</Badge>
      </div>
      {details.kind === 'player' ? (
        <p className="text-sm">
          {details.name}, {details.role}
          {details.base === null ? '' : `, from ${formatMoney(details.base, currency)}`}
        </p>
      ) : (
        <p className="flex min-w-0 items-center gap-3 text-sm">
          <TeamChip shortName={details.short} name={details.team} colour={details.colour} />
          <span className="min-w-0 break-words">{details.team}</span>
        </p>
      )}
      <p className="text-sm text-muted">{wordsOf(mine)}</p>
      {status === 'confirmed' && details.kind === 'owner' && auctionId ? (
        <Button asChild>
          <Link href={paths.paddle(auctionId)}>Open your paddle</Link>
        </Button>
      ) : null}
      {(status === 'rejected' || status === 'withdrawn') && again ? (
        <Button onClick={again}>Register again</Button>
      ) : null}
      {status === 'rejected' || status === 'withdrawn' ? null : leave}
    </div>
  )
}

function wordsOf({ status, reason, details }: MyRegistration): string {
  switch (status) {
    case 'pending':
      return 'It is kept, and is being put into the auction. This line changes by itself.'
    case 'awaiting':
      return 'It is kept, and holds a place. The organiser looks at it; this line changes once that is done.'
    case 'confirmed':
      return details.kind === 'player'
        ? 'You are in the pool and will be called up in your set.'
        : 'Your team is in the auction, with its whole purse.'
    case 'waitlisted':
      return reason ?? 'All places were taken. You move up when one is freed, in the order in which people came.'
    case 'rejected':
      return reason ?? 'The organiser did not accept this entry.'
    case 'withdrawn':
      return reason ?? 'You are no longer in this event.'
    default:
      return status satisfies never
  }
}
