'use client'

import { Button, ErrorState } from '@gavel/ui'
import { useMutation } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
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
  face?: string
  /** Closes the form that is open for it in Gavel's own page. */
  instead?: boolean
}

/** Goes to the page on which a seat is paid; where Stripe does not answer, to the payment's own, which asks again by itself. */
export function PayButton({ registrationId, seat, money, face = `Pay ${money}`, instead = false }: PayButtonProps) {
  const online = useOnline()
  const refresh = useRefresh()
  const router = useRouter()
  const begin = useMutation(
    useTRPC().payment.begin.mutationOptions({
      onSuccess: ({ url, clientSecret, state, payment }) => {
        if (url) return window.location.assign(url)
        if (state === 'waiting') router.push(paths.payment(payment))
        // The form in the page is begun, as in another tab, and one place to pay is enough.
        else if (clientSecret) router.push(paths.paymentCard(payment, 'begun'))
        // It is paid already, as in another tab: the page says so as soon as it is drawn anew.
        refresh()
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
        onClick={() => begin.mutate({ registrationId, seat, way: 'page', instead })}
      >
        {leaving ? 'Opening the payment page' : face}
      </Button>
      {begin.error ? (
        <ErrorState title="Nothing was charged" words={`${saidBy(begin.error)} Your place is kept until its time.`} />
      ) : null}
    </div>
  )
}
