'use client'

import { Button, ErrorState } from '@gavel/ui'
import { useMutation } from '@tanstack/react-query'
import Link from 'next/link'
import { useEffect } from 'react'
import { paths } from '../../paths.ts'
import { useOnline } from '../../rooms/use-online.ts'
import { useTRPC } from '../../trpc/client.tsx'
import { useRefresh } from '../admin/desk/use-refresh.ts'
import { saidBy } from '../api-error.ts'

type PayButtonProps = {
  registrationId: string
  /** The seat or share that is paid. */
  seat: string
  /** What it costs, as the button says it: `₹500`. */
  money: string
}

/** Goes to the page on which a seat is paid. */
export function PayButton({ registrationId, seat, money }: PayButtonProps) {
  const online = useOnline()
  const refresh = useRefresh()
  const begin = useMutation(
    useTRPC().payment.begin.mutationOptions({
      onSuccess: ({ url, clientSecret, state }) => {
        if (url) window.location.assign(url)
        // It is paid already, as in another tab: the page says so as soon as it is drawn anew.
        else if (state === 'open' && clientSecret === null) refresh()
      },
    }),
  )
  const { reset } = begin
  // Who comes back by the browser's own button finds the page as it was left, and may press again.
  useEffect(() => {
    const back = (event: PageTransitionEvent) => {
      if (event.persisted) reset()
    }
    window.addEventListener('pageshow', back)
    return () => window.removeEventListener('pageshow', back)
  }, [reset])
  const leaving = begin.isSuccess && begin.data.url !== null
  return (
    <div className="grid gap-2">
      <Button
        look="primary"
        size="lg"
        wide
        busy={begin.isPending || leaving}
        disabledReason={online ? null : 'No network. Your place is kept all the same.'}
        showReason
        onClick={() => begin.mutate({ registrationId, seat, way: 'page' })}
      >
        {leaving ? 'Opening the payment page' : `Pay ${money}`}
      </Button>
      {begin.error ? (
        <ErrorState title="Nothing was charged" words={`${saidBy(begin.error)} Your place is kept until its time.`} />
      ) : null}
      {begin.data && begin.data.clientSecret !== null ? (
        <p role="status" className="text-sm text-muted">
          You have begun to pay this in the form here, perhaps in another tab. A payment has one place at a time:{' '}
          <Link href={paths.paymentCard(begin.data.payment)} className="text-ink underline underline-offset-4">
            go on in the form
          </Link>
          .
        </p>
      ) : null}
      {begin.data?.state === 'waiting' ? (
        <p role="status" className="text-sm text-muted">
          The payment service does not answer just now, and nothing was charged. We go on trying: press again in a
          moment.
        </p>
      ) : null}
    </div>
  )
}
