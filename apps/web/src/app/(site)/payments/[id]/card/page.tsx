import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { viewer } from '../../../../../features/account/viewer.ts'
import { CardPage } from '../../../../../features/payments/card-page.tsx'
import { loadPayment } from '../../../../../features/payments/load-payment.ts'
import { paths } from '../../../../../paths.ts'

export const metadata: Metadata = { title: 'Pay by card', robots: { index: false } }

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const id = decodeURIComponent((await params).id)
  const me = await viewer()
  if (!me) redirect(paths.signin(paths.paymentCard(id)))
  const payment = await loadPayment(id)
  if (!payment) notFound()
  return <CardPage payment={payment} viewerId={me.userId} />
}
