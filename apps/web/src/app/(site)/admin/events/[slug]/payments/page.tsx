import { Button, Section } from '@gavel/ui'
import { Download } from 'lucide-react'
import type { Metadata } from 'next'
import { DeskTitle } from '../../../../../../features/admin/desk/desk-title.tsx'
import { loadSetup } from '../../../../../../features/admin/desk/load-desk.ts'
import { PaymentsDesk } from '../../../../../../features/admin/payments/payments-desk.tsx'
import { ReturnDeposits } from '../../../../../../features/admin/payments/return-deposits.tsx'
import { depositsOf, linesOf } from '../../../../../../features/admin/payments/rows.ts'
import { Totals } from '../../../../../../features/admin/payments/totals.tsx'
import { Balance } from '../../../../../../features/finance/balance.tsx'
import { MoneyDays } from '../../../../../../features/finance/money-days.tsx'
import { paths } from '../../../../../../paths.ts'
import { api } from '../../../../../../server/context.ts'

type Props = { params: Promise<{ slug: string }> }

export const metadata: Metadata = { title: 'Payments' }

export default async function DeskPaymentsPage({ params }: Props) {
  const { slug } = await params
  const setup = await loadSetup(slug)
  if (!setup) return null
  const caller = await api()
  const toMs = Date.now()
  const [entries, payments, books] = await Promise.all([
    caller.registration.list({ slug }),
    caller.payment.list({ slug }),
    caller.finance.event({ slug, fromMs: 0, toMs }),
  ])
  const lines = linesOf(entries, payments)
  const { event } = setup
  const over = event.status === 'finished' || event.status === 'cancelled'
  return (
    <>
      <DeskTitle
        title="Payments"
        words="Who owes, who has paid, and who got money back."
        actions={
          <>
            <ReturnDeposits slug={slug} deposits={depositsOf(lines)} over={over} />
            {payments.length > 0 ? (
              <Button asChild>
                <a href={paths.financeFile('payments.csv', { slug })} download>
                  <Download aria-hidden className="size-4" />
                  Download as CSV
                </a>
              </Button>
            ) : null}
          </>
        }
      />
      <Totals lines={lines} />
      <PaymentsDesk slug={slug} timeZone={event.timeZone} lines={lines} />
      {payments.length > 0 ? (
        <>
          <MoneyDays days={books.days} fromMs={0} toMs={toMs} title="Day by day" />
          <Section title="The books of this event">
            <Balance balance={books.balance} />
          </Section>
        </>
      ) : null}
    </>
  )
}
