'use client'

import type { PaymentView } from '@gavel/api'
import { Button, ErrorState } from '@gavel/ui'
import { Receipt } from 'lucide-react'
import Link from 'next/link'
import { paths } from '../../paths.ts'
import { HeldUntil } from './held-until.tsx'
import { PaymentHistory } from './history.tsx'
import { Keeping } from './keeping/keeping.tsx'
import { Amount, PaymentMain } from './payment-frame.tsx'
import { landingOf, turnOf } from './stands.ts'
import { TurnToPay } from './turn.tsx'
import { usePayment } from './use-payment.ts'

type PaymentPageProps = { first: PaymentView; mine: boolean }

/** Whoever comes back from an open page without a word may have paid there all the same: once it is looked up. */
const asks = (view: PaymentView, round: number): boolean => {
  const turn = turnOf(view)
  if (turn.do === 'wait') return turn.for !== 'money' || round === 0
  return round === 0 && view.stage.is === 'open'
}

/** One payment: what is paid, how it stands, and what to do about it. */
export function PaymentPage({ first, mine }: PaymentPageProps) {
  const { view, offsetMs, ...asked } = usePayment(first, asks)
  const { words, stageWords, declinedWords, event, heldUntilMs, stage, receiptNumber, payer } = view
  const isPaid = stage.is === 'paid' || stage.is === 'returned'
  return (
    <PaymentMain>
      <div className="grid gap-3">
        <h1 className="text-xl [overflow-wrap:anywhere]">{words}</h1>
        <Amount view={view} />
        {mine ? null : (
          <p className="text-sm text-muted">
            {isPaid ? 'Paid by' : 'To be paid by'} {payer.name}.
          </p>
        )}
        <div aria-live="polite" className="grid gap-3">
          {declinedWords === null ? (
            <p className="max-w-prose">{mine && stage.is === 'paid' ? landingOf(view).words : stageWords}</p>
          ) : (
            <ErrorState title="The payment did not go through" words={`${declinedWords} Nothing was charged.`} />
          )}
        </div>
        {heldUntilMs === null || isPaid ? null : (
          <HeldUntil
            words={mine ? 'Your place is kept until' : 'The place is kept until'}
            heldUntilMs={heldUntilMs}
            offsetMs={offsetMs}
            timeZone={event.timeZone}
          />
        )}
      </div>
      {mine ? <TurnToPay view={view} {...asked} /> : null}
      {view.manages ? <Keeping view={view} /> : null}
      <PaymentHistory view={view} />
      <nav aria-label="Further" className="-mx-3 flex flex-wrap">
        {receiptNumber === null ? null : (
          <Button asChild look="quiet">
            <Link href={paths.paymentReceipt(view.id)}>
              <Receipt aria-hidden className="size-4 text-muted" />
              Receipt
            </Link>
          </Button>
        )}
        <Button asChild look="quiet">
          <Link href={paths.event(event.slug)}>The event</Link>
        </Button>
        {mine ? (
          <Button asChild look="quiet">
            <Link href={paths.accountPayments}>Your payments</Link>
          </Button>
        ) : (
          <Button asChild look="quiet">
            <Link href={paths.adminPayments(event.slug)}>All payments of the event</Link>
          </Button>
        )}
      </nav>
    </PaymentMain>
  )
}
