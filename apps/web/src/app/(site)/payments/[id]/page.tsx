import type { Metadata } from 'next'
import { viewer } from '../../../../features/account/viewer.ts'
import { loadPayment } from '../../../../features/payments/load-payment.ts'
import { PaymentPage } from '../../../../features/payments/payment-page.tsx'

type Props = { params: Promise<{ id: string }> }

export const metadata: Metadata = { title: 'Payment' }

export default async function OnePaymentPage({ params }: Props) {
  const [payment, me] = await Promise.all([loadPayment((await params).id), viewer()])
  return payment ? <PaymentPage first={payment} mine={payment.payer.userId === me?.userId} /> : null
}
