import type { MyRegistration } from '@gavel/api'
import { Badge, Button, cn, formatMoney, TeamChip } from '@gavel/ui'
import { CalendarPlus } from 'lucide-react'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { paths } from '../../paths.ts'
import { GroupSeats } from '../entering/group-seats.tsx'
import { HoldClock } from '../entering/hold-clock.tsx'
import { OfferButtons } from '../entering/offer-buttons.tsx'
import { badgeWords, isStanding, payableSeats, STATUS } from '../entering/standing.ts'
import { PayButton } from '../payments/pay-button.tsx'
import { PayHere } from '../payments/pay-here.tsx'
import { LeaveEvent } from './leave-event.tsx'

type RegistrationStateProps = {
  slug: string
  timeZone: string
  mine: MyRegistration
  currency: string
  auctionId: string | null
  /** Where phones reach this installation. */
  origin: string
  /** The server's clock less this device's. */
  offsetMs: number
  /** Opens the form again; null where the event takes nobody now. */
  again: (() => void) | null
}

/** Where the viewer's own entry stands, why, and what comes next. */
export function RegistrationState(props: RegistrationStateProps) {
  const { slug, timeZone, mine, currency, auctionId, origin, offsetMs, again } = props
  const { details, status, dueAtMs, reason, words, feeWords } = mine
  const { tone, edge } = STATUS[status]
  const payable = payableSeats(mine)
  const allPaid = mine.seats.length > 0 && mine.seats.every(({ paid }) => paid)
  return (
    <div className={cn('grid gap-3 rounded-card border bg-raised p-4', edge)}>
      <div className="flex flex-wrap items-center justify-between gap-2">
        <p className="font-semibold">{details.kind === 'player' ? 'You as a player' : 'Your team'}</p>
        <Badge tone={tone}>{badgeWords(mine)}</Badge>
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
      <p className="text-sm text-muted">
        {words}
        {nextWords(mine)}
      </p>
      {status === 'withdrawn' && reason ? <p className="text-sm text-muted">{reason}</p> : null}
      {feeWords ? (
        <p className="flex flex-wrap items-baseline justify-between gap-x-3 text-sm tabular-nums">
          <span className="text-muted">{details.kind === 'player' ? 'Fee' : 'Deposit'}</span>
          <span className="font-semibold">
            {feeWords}
            {details.kind === 'player' && mine.seats.length > 1 ? ' a seat' : ''}
            {allPaid ? <span className="text-good"> paid</span> : null}
          </span>
        </p>
      ) : null}
      {dueAtMs === null ? null : (
        <HoldClock
          words={status === 'offered' ? 'Time to take it' : 'Time left'}
          dueAtMs={dueAtMs}
          offsetMs={offsetMs}
          timeZone={timeZone}
        />
      )}
      {payable.map(({ id, moneyWords }) => (
        <div key={id} className="grid gap-1">
          <PayButton registrationId={mine.entryId} seat={id} money={moneyWords ?? feeWords ?? ''} />
          <PayHere registrationId={mine.entryId} seat={id} />
        </div>
      ))}
      {status === 'offered' ? (
        <OfferButtons slug={slug} mine={mine} decline={<LeaveEvent slug={slug} mine={mine} face="Decline" />} />
      ) : null}
      {mine.seats.length > 1 ? (
        <GroupSeats
          slug={slug}
          mine={mine}
          origin={origin}
          currentName={details.kind === 'player' ? details.name : details.team}
        />
      ) : null}
      {status === 'confirmed' ? <WhenConfirmed slug={slug} mine={mine} auctionId={auctionId} /> : null}
      {!isStanding(status) && again ? <Button onClick={again}>Enter again</Button> : null}
      {mine.mayWithdraw && status !== 'offered' ? <LeaveEvent slug={slug} mine={mine} face="Withdraw" /> : null}
    </div>
  )
}

function WhenConfirmed({
  slug,
  mine,
  auctionId,
}: {
  slug: string
  mine: MyRegistration
  auctionId: string | null
}): ReactNode {
  return (
    <div className="flex flex-wrap gap-2">
      {mine.kind === 'owner' && auctionId ? (
        <Button asChild>
          <Link href={paths.paddle(auctionId)}>Open your paddle</Link>
        </Button>
      ) : null}
      <Button asChild look="quiet" size="sm" className="-ml-3">
        <a href={paths.calendar(slug)} download>
          <CalendarPlus aria-hidden className="size-4" />
          Add to calendar
        </a>
      </Button>
    </div>
  )
}

/** What the place in the auction means, behind how the entry stands. */
function nextWords({ status, kind }: MyRegistration): string {
  switch (status) {
    case 'confirmed':
      return kind === 'player'
        ? ' You are in the pool and will be called up in your set.'
        : ' Your team is in the auction, with its whole purse.'
    case 'pending':
      return ' This line changes by itself.'
    case 'awaiting':
    case 'waitlisted':
    case 'offered':
    case 'owing':
    case 'rejected':
    case 'withdrawn':
    case 'lapsed':
      return ''
    default:
      return status satisfies never
  }
}
