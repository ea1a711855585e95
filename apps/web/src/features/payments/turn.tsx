'use client'

import type { PaymentView } from '@gavel/api'
import { moneyWords } from '@gavel/payments'
import { Button, ErrorState } from '@gavel/ui'
import { ExternalLink } from 'lucide-react'
import Link from 'next/link'
import { useState } from 'react'
import { paths } from '../../paths.ts'
import { saidBy } from '../api-error.ts'
import { PayButton } from './pay-button.tsx'
import { PayHere } from './pay-here.tsx'
import { turnOf } from './stands.ts'

type TurnProps = { view: PaymentView; asking: boolean; gaveUp: boolean; again: () => void; error: unknown }

/** What its payer does about a payment now. */
export function TurnToPay({ view, ...asked }: TurnProps) {
  const turn = turnOf(view)
  const { registrationId, seat, money, event } = view
  const said = moneyWords(money)
  switch (turn.do) {
    case 'pay':
      return (
        <div className="grid gap-2">
          <PayButton
            registrationId={registrationId}
            seat={seat}
            money={said}
            face={turn.again ? `Pay ${said} again` : `Pay ${said}`}
          />
          <PayHere registrationId={registrationId} seat={seat} />
        </div>
      )
    case 'form':
      return (
        <Button asChild look="primary" size="lg" wide>
          <Link href={paths.paymentCard(view.id)}>
            {turn.declined ? 'Pay with another card' : 'Continue to the card form'}
          </Link>
        </Button>
      )
    case 'go-on':
      return <GoOn url={turn.url} face={turn.declined ? 'Pay with another card' : 'Continue to the payment page'} />
    case 'wait':
      // Of money on its way the page says all that there is to say.
      return turn.for === 'money' ? null : <Waiting what={turn.for} {...asked} />
    case 'by-hand':
      return (
        <p className="rounded-card border border-warn bg-raised px-4 py-3 text-sm">
          Nothing can be paid online here. Pay the organiser of {event.name}, in cash or by UPI, who then notes it here.
        </p>
      )
    case 'enter-again':
      return (
        <div className="grid justify-items-start gap-3">
          <p className="text-sm text-muted">
            The place is no longer kept for this. You can enter again while there is room.
          </p>
          <Button asChild>
            <Link href={paths.event(event.slug)}>Go to the event</Link>
          </Button>
        </div>
      )
    case 'nothing':
      return null
    default:
      return turn satisfies never
  }
}

/** Leads to the page that is open at Stripe. Pressing it twice opens the same page. */
function GoOn({ url, face }: { url: string; face: string }) {
  const [leaving, setLeaving] = useState(false)
  return (
    <Button look="primary" size="lg" wide asChild aria-busy={leaving || undefined}>
      <a href={url} onClick={() => setLeaving(true)}>
        {face}
        <ExternalLink aria-hidden className="size-4" />
      </a>
    </Button>
  )
}

const WAITING: Readonly<Record<'page' | 'place', { asks: string; gaveUp: string }>> = {
  page: {
    asks: 'The payment service does not answer just now, and nothing was charged. This page goes on asking and changes by itself.',
    gaveUp: 'The payment service still does not answer. Nothing was charged, and your place is kept until its time.',
  },
  place: {
    asks: 'Your place is being confirmed. This page changes by itself.',
    gaveUp: 'This takes longer than it should. Your money is safe: you are told in your inbox how it ends.',
  },
}

type WaitingProps = Omit<TurnProps, 'view'> & { what: keyof typeof WAITING }

/** Something that comes by itself. Where it does not come, it is asked for by hand. */
function Waiting({ what, gaveUp, again, error }: WaitingProps) {
  const { asks, gaveUp: late } = WAITING[what]
  return (
    <div className="grid justify-items-start gap-3">
      <p role="status" className="text-sm text-muted">
        {gaveUp ? late : asks}
      </p>
      {gaveUp && error ? <ErrorState title="It could not be looked up" words={saidBy(error)} /> : null}
      {gaveUp ? <Button onClick={again}>Ask again</Button> : null}
    </div>
  )
}
