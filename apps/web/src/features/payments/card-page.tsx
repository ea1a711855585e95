import type { PaymentView } from '@gavel/api'
import { moneyWords } from '@gavel/payments'
import { Button, EmptyState } from '@gavel/ui'
import Link from 'next/link'
import { paths } from '../../paths.ts'
import { JoinFrame } from '../join/join-frame.tsx'
import { CardForm } from './card-form.tsx'

/** Paying by card without leaving Gavel: what is paid, how much, and the form. Where there is nothing to pay, how it stands. */
export function CardPage({ payment, viewerId }: { payment: PaymentView; viewerId: string }) {
  const { id, event, words, payable, heldUntilMs, stageWords, declinedWords, registrationId, seat, payer } = payment
  const money = moneyWords(payment.money)
  const isOwn = payer.userId === viewerId
  return (
    <JoinFrame over={event.name} title={`Pay ${money}`}>
      <p className="ruled flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1 pt-3">
        <span className="min-w-0 break-words">{words}</span>
        <span className="font-semibold tabular-nums">{money}</span>
      </p>
      {isOwn && payable && heldUntilMs !== null ? (
        <>
          {declinedWords === null ? null : (
            <p className="text-sm">
              <span className="font-semibold">The last try did not pay.</span> {declinedWords}
            </p>
          )}
          <CardForm
            key={id}
            id={id}
            registrationId={registrationId}
            seat={seat}
            money={money}
            heldUntilMs={heldUntilMs}
            timeZone={event.timeZone}
          />
        </>
      ) : (
        <EmptyState
          title={isOwn ? 'There is nothing to pay here now' : `This is ${payer.name}’s to pay`}
          words={isOwn ? stageWords : 'Whoever enters pays for it, signed in.'}
          action={
            <Button asChild look="primary">
              <Link href={paths.payment(id)}>See the payment</Link>
            </Button>
          }
        />
      )}
    </JoinFrame>
  )
}
