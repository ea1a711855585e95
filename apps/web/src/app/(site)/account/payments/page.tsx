import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { viewer } from '../../../../features/account/viewer.ts'
import { MyPayments } from '../../../../features/payments/my-payments.tsx'
import { paths } from '../../../../paths.ts'
import { api } from '../../../../server/context.ts'

export const metadata: Metadata = { title: 'Your payments' }

export default async function AccountPaymentsPage() {
  if (!(await viewer())) redirect(paths.signin(paths.accountPayments))
  return <MyPayments first={await (await api()).payment.mine()} />
}
