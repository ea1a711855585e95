'use client'

import type { PaymentView } from '@gavel/api'
import { Button, cn, ErrorState } from '@gavel/ui'
import { CircleAlert, CircleCheck, Hourglass } from 'lucide-react'
import Link from 'next/link'
import { paths } from '../../paths.ts'
import { saidBy } from '../api-error.ts'
import { HeldUntil } from './held-until.tsx'
import { Amount, PaymentMain } from './payment-frame.tsx'
import { type Landing, landingOf, turnOf } from './stands.ts'
import { TurnToPay } from './turn.tsx'
import { usePayment } from './use-payment.ts'

/** What is known for good is not asked for; anything else once at least, for Stripe may know more than we were told. */
const asks = (view: PaymentView, round: number): boolean => landingOf(view).asks || (round === 0 && !isGood(view))
const isGood = (view: PaymentView): boolean => landingOf(view).tone === 'good'

const LOOK: Readonly<Record<Landing['tone'], { Icon: typeof CircleCheck; ink: string }>> = {
  good: { Icon: CircleCheck, ink: 'text-good' },
  accent: { Icon: Hourglass, ink: 'text-accent' },
  warn: { Icon: Hourglass, ink: 'text-warn' },
  bad: { Icon: CircleAlert, ink: 'text-bad' },
  plain: { Icon: CircleAlert, ink: 'text-muted' },
}

/** Where somebody lands after paying. Coming here again, or by the back button, asks how it stands and nothing else. */
export function ReturnPage({ first, mine }: { first: PaymentView; mine: boolean }) {
  const asked = usePayment(first, asks)
  const { view, offsetMs, gaveUp, again, error } = asked
  const { tone, title, words } = gaveUp ? inVain(view) : landingOf(view)
  const { Icon, ink } = LOOK[tone]
  const turn = turnOf(view)
  const canPay = turn.do === 'pay' || turn.do === 'go-on' || turn.do === 'form'
  return (
    <PaymentMain>
      <div className="grid gap-4">
        <div role="status" className="grid gap-3">
          <Icon aria-hidden className={cn('size-10', ink)} />
          <h1 className="text-xl [overflow-wrap:anywhere] sm:text-2xl">{title}</h1>
          <p className="max-w-prose text-muted">{words}</p>
        </div>
        <div className="ruled grid gap-1 pt-3">
          <p className="text-sm [overflow-wrap:anywhere] text-muted">{view.words}</p>
          <Amount view={view} />
        </div>
        {canPay && view.heldUntilMs !== null ? (
          <HeldUntil
            words="Your place is kept until"
            heldUntilMs={view.heldUntilMs}
            offsetMs={offsetMs}
            timeZone={view.event.timeZone}
          />
        ) : null}
      </div>
      {gaveUp && error ? <ErrorState title="It could not be looked up" words={saidBy(error)} /> : null}
      {mine && canPay ? <TurnToPay {...asked} /> : null}
      <div className="flex flex-wrap gap-2">
        {gaveUp ? <Button onClick={again}>Ask again</Button> : null}
        <Button asChild look={isGood(view) ? 'primary' : 'plain'}>
          <Link href={paths.event(view.event.slug)}>Go to the event</Link>
        </Button>
        {view.receiptNumber === null ? null : (
          <Button asChild>
            <Link href={paths.paymentReceipt(view.id)}>Receipt</Link>
          </Button>
        )}
        <Button asChild look="quiet">
          <Link href={paths.payment(view.id)}>This payment</Link>
        </Button>
      </div>
    </PaymentMain>
  )
}

/** What is said where a minute of asking has brought nothing. */
const inVain = (view: PaymentView): Landing => {
  const { stage } = view
  if (stage.is === 'paid')
    return {
      tone: 'accent',
      title: 'Your money has arrived',
      words:
        'Confirming the place takes longer than it should. Your money is safe, and your inbox tells you how it ends.',
      asks: true,
    }
  return {
    tone: 'warn',
    title: 'No payment has arrived yet',
    words:
      'If you have paid, it comes by itself and you are told. If you have not, you can still do so. Nothing is charged twice.',
    asks: true,
  }
}
