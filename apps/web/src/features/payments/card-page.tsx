import type { PaymentView } from '@gavel/api'
import { moneyWords } from '@gavel/payments'
import { Button, EmptyState } from '@gavel/ui'
import Link from 'next/link'
import { paths } from '../../paths.ts'
import { CardForm } from './card-form.tsx'
import { Amount, PaymentMain } from './payment-frame.tsx'

type CardPageProps = {
  payment: PaymentView
  mine: boolean
  /** Stripe's page was asked for, and this form is open. */
  begun: boolean
}

/** Paying by card without leaving Gavel: what is paid, how much, and the form. Where there is nothing to pay, how it stands. */
export function CardPage({ payment, mine, begun }: CardPageProps) {
  const { id, event, words, payable, heldUntilMs, stageWords, declinedWords, payer } = payment
  return (
    <PaymentMain>
      <div className="grid gap-3">
        <h1 className="text-xl [overflow-wrap:anywhere]">{words}</h1>
        <Amount view={payment} />
      </div>
      {mine && payable && heldUntilMs !== null ? (
        <>
          {begun ? (
            <p className="max-w-prose text-sm text-muted">
              You have begun to pay in this form, perhaps in another tab. A payment has one place at a time, so that
              nothing is paid twice: go on here.
            </p>
          ) : null}
          <CardForm
            key={id}
            id={id}
            registrationId={payment.registrationId}
            seat={payment.seat}
            money={moneyWords(payment.money)}
            heldUntilMs={heldUntilMs}
            declinedWords={declinedWords}
            timeZone={event.timeZone}
          />
        </>
      ) : (
        <EmptyState
          title={mine ? 'There is nothing to pay here now' : `This is ${payer.name}’s to pay`}
          words={mine ? stageWords : 'Whoever enters pays for it, signed in.'}
          action={
            <Button asChild look="primary">
              <Link href={paths.payment(id)}>See the payment</Link>
            </Button>
          }
        />
      )}
    </PaymentMain>
  )
}
