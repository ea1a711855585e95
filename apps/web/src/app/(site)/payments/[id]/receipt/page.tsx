import type { Metadata } from 'next'
import { loadPayment } from '../../../../../features/payments/load-payment.ts'
import { ReceiptPage } from '../../../../../features/payments/receipt-page.tsx'

type Props = { params: Promise<{ id: string }> }

export const metadata: Metadata = { title: 'Receipt' }

export default async function PaymentReceiptPage({ params }: Props) {
  const payment = await loadPayment((await params).id)
  return payment ? <ReceiptPage view={payment} /> : null
}
