import type { Metadata } from 'next'
import { viewer } from '../../../../../features/account/viewer.ts'
import { loadPayment } from '../../../../../features/payments/load-payment.ts'
import { ReturnPage } from '../../../../../features/payments/return-page.tsx'

type Props = { params: Promise<{ id: string }> }

export const metadata: Metadata = { title: 'Your payment' }

/** Where Stripe's page leads back to. */
export default async function PaymentReturnPage({ params }: Props) {
  const [payment, me] = await Promise.all([loadPayment((await params).id), viewer()])
  return payment ? <ReturnPage first={payment} mine={payment.payer.userId === me?.userId} /> : null
}
