import type { Metadata } from 'next'
import { viewer } from '../../../../../features/account/viewer.ts'
import { CardPage } from '../../../../../features/payments/card-page.tsx'
import { loadPayment } from '../../../../../features/payments/load-payment.ts'
import { first } from '../../../../../paths.ts'

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ why?: string | string[] }> }

export const metadata: Metadata = { title: 'Pay by card' }

export default async function PaymentCardPage({ params, searchParams }: Props) {
  const [payment, me, { why }] = await Promise.all([loadPayment((await params).id), viewer(), searchParams])
  if (!payment) return null
  return <CardPage payment={payment} mine={payment.payer.userId === me?.userId} begun={first(why) === 'begun'} />
}
