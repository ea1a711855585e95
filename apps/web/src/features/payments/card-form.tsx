'use client'

import { Button, EmptyState, ErrorState, useTimeLeft } from '@gavel/ui'
import { useMutation } from '@tanstack/react-query'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useCallback, useEffect, useState } from 'react'
import { paths } from '../../paths.ts'
import { useTRPC } from '../../trpc/client.tsx'
import { useRefresh } from '../admin/desk/use-refresh.ts'
import { saidBy } from '../api-error.ts'
import { CardFieldsForm, FieldsSkeleton } from './card-fields-form.tsx'
import { HeldUntil } from './held-until.tsx'
import { PayButton } from './pay-button.tsx'
import { formKeyOf } from './use-card-fields.ts'

type CardFormProps = {
  id: string
  registrationId: string
  seat: string
  /** What it costs, as the button says it: `₹500`. */
  money: string
  heldUntilMs: number
  /** Why the last try did not pay; null where none failed. */
  declinedWords: string | null
  timeZone: string
}

/** How soon a Stripe that did not answer is asked again. */
const AGAIN_MS = 4_000

/** Pays by card in the page: begins the payment, or goes on with the one that is begun, as after a reload, and shows its fields. */
export function CardForm({ id, registrationId, seat, money, heldUntilMs, declinedWords, timeZone }: CardFormProps) {
  const router = useRouter()
  const refresh = useRefresh()
  const [offsetMs, setOffsetMs] = useState(0)
  const { mutate, data, error } = useMutation(
    useTRPC().payment.begin.mutationOptions({
      onSuccess: ({ payment, url, clientSecret, state, nowMs }) => {
        setOffsetMs(nowMs - Date.now())
        // An earlier one was given back or called off, and this is another.
        if (payment !== id) router.replace(paths.paymentCard(payment))
        // It is paid already, as in another tab: the page says so once it is drawn anew.
        else if (state === 'open' && url === null && clientSecret === null) refresh()
      },
    }),
  )
  const begin = useCallback(() => mutate({ registrationId, seat, way: 'form' }), [mutate, registrationId, seat])
  useEffect(begin, [begin])
  const isWaiting = data?.state === 'waiting'
  // biome-ignore lint/correctness/useExhaustiveDependencies: each answer that it waits still is asked after again
  useEffect(() => {
    if (!isWaiting) return
    const timer = setTimeout(begin, AGAIN_MS)
    return () => clearTimeout(timer)
  }, [isWaiting, data, begin])
  const leftMs = useTimeLeft(heldUntilMs, offsetMs)
  const key = data?.payment === id ? formKeyOf(data) : null
  return (
    <div className="grid gap-4">
      <HeldUntil words="Your place is kept until" heldUntilMs={heldUntilMs} offsetMs={offsetMs} timeZone={timeZone} />
      {error ? (
        <ErrorState
          title="Nothing was charged"
          words={`${saidBy(error)} Your place is kept until its time.`}
          action={<Button onClick={begin}>Try again</Button>}
        />
      ) : key ? (
        <CardFieldsForm
          key={key.clientSecret}
          id={id}
          money={money}
          formKey={key}
          declinedWords={declinedWords}
          isOver={leftMs === 0}
          otherwise={
            <PayButton
              registrationId={registrationId}
              seat={seat}
              money={money}
              face="Pay on Stripe’s page instead"
              instead
            />
          }
        />
      ) : data?.url ? (
        <EmptyState
          title="Stripe’s page is open for this"
          words="You have begun to pay there, perhaps in another tab. A payment has one place at a time, so that nothing is paid twice: go on there."
          action={
            <Button asChild look="primary">
              <a href={data.url}>Go on at Stripe’s page</a>
            </Button>
          }
        />
      ) : (
        <>
          <p role="status" className="text-sm text-muted">
            {isWaiting
              ? 'The payment service does not answer just now, and nothing was charged. The form comes by itself as soon as it does.'
              : 'Opening the form'}
          </p>
          <FieldsSkeleton />
        </>
      )}
      <p className="text-sm">
        <Link href={paths.payment(id)} className="underline underline-offset-4">
          Back to the payment
        </Link>
      </p>
    </div>
  )
}
