import { Skeleton } from '@gavel/ui'
import { PaymentMain } from './payment-frame.tsx'

/** The shape of a payment's page. */
export function PaymentLoading() {
  return (
    <PaymentMain>
      <h1 className="sr-only">The payment is on its way</h1>
      <div className="grid gap-3">
        <Skeleton className="h-7 w-3/4" />
        <Skeleton className="h-10 w-40" />
        <Skeleton className="h-5 w-full" />
      </div>
      <Skeleton className="h-12 w-full" />
    </PaymentMain>
  )
}
