import type { ReactNode } from 'react'
import { viewer } from '../../../../features/account/viewer.ts'
import { Forbidden } from '../../../../features/admin/forbidden.tsx'
import { loadPayment } from '../../../../features/payments/load-payment.ts'

type Props = { children: ReactNode; params: Promise<{ id: string }> }

/** Asked before the page's shape is sent, so that an address without a payment is answered 404, and guests sign in first. */
export default async function PaymentLayout({ children, params }: Props) {
  const payment = await loadPayment((await params).id)
  const me = await viewer()
  if (payment) return children
  return (
    <Forbidden
      title="This payment is somebody else’s"
      words="Its payer sees it, and who looks after the event’s money."
      email={me?.email ?? ''}
    />
  )
}
