import { Button, cn, Section } from '@gavel/ui'
import { Download } from 'lucide-react'
import type { Metadata } from 'next'
import Link from 'next/link'
import { redirect } from 'next/navigation'
import { viewer } from '../../../../features/account/viewer.ts'
import { Forbidden } from '../../../../features/admin/forbidden.tsx'
import { Balance } from '../../../../features/finance/balance.tsx'
import { Mismatches } from '../../../../features/finance/mismatches.tsx'
import { MoneyDays } from '../../../../features/finance/money-days.tsx'
import { Runs } from '../../../../features/finance/runs.tsx'
import { daysAsked, SPANS, spanOf } from '../../../../features/finance/spans.ts'
import { Stages } from '../../../../features/finance/stages.tsx'
import { Statement } from '../../../../features/finance/statement.tsx'
import { Stuck } from '../../../../features/finance/stuck.tsx'
import { first, paths } from '../../../../paths.ts'
import { api } from '../../../../server/context.ts'

export const metadata: Metadata = { title: 'Finance' }

type Search = Promise<{ days?: string | string[] }>

export default async function FinancePage({ searchParams }: { searchParams: Search }) {
  const me = await viewer()
  if (!me) redirect(paths.signin(paths.adminFinance))
  if (!me.admin) {
    return (
      <Forbidden
        title="The books are for administrators"
        words="Here stands all the money of all events. Who organises an event finds its payments at its own desk."
        email={me.email}
      />
    )
  }
  const days = daysAsked(first((await searchParams).days))
  const nowMs = Date.now()
  const span = spanOf(days, nowMs)
  const { finance } = await api()
  const [books, mismatches] = await Promise.all([finance.overview(span), finance.mismatches()])
  return (
    <main id="main" className="mx-auto grid w-full max-w-6xl grid-cols-1 content-start gap-10 px-4 pt-8 pb-16 sm:px-6">
      <header className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="grid gap-2">
          <h1 className="text-xl sm:text-2xl">Finance</h1>
          <p className="max-w-prose text-muted">
            All the money of all events: what there is, whose it is, and what waits for somebody.
          </p>
        </div>
        <div className="flex flex-wrap gap-2">
          <Button asChild>
            <a href={paths.financeFile('ledger.csv')} download>
              <Download aria-hidden className="size-4" />
              Ledger as CSV
            </a>
          </Button>
          <Button asChild>
            <a href={paths.financeFile('payments.csv')} download>
              <Download aria-hidden className="size-4" />
              Payments as CSV
            </a>
          </Button>
        </div>
      </header>
      <Stuck rows={books.stuck} />
      <Mismatches first={mismatches} />
      <Runs runs={books} />
      <Section title="The books">
        <Balance balance={books.balance} />
      </Section>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-3">
        <nav aria-label="Days shown" className="flex flex-wrap gap-1">
          {SPANS.map((one) => (
            <Link
              key={one.days}
              href={`${paths.adminFinance}?days=${one.days}`}
              scroll={false}
              aria-current={one.days === days ? 'true' : undefined}
              className={cn(
                'inline-flex min-h-9 items-center rounded-card border border-line px-3 text-sm font-semibold text-muted hover:border-ink hover:text-ink',
                one.days === days && 'border-accent text-ink',
              )}
            >
              {one.words}
            </Link>
          ))}
        </nav>
        <MoneyDays days={books.days} {...span} title={days > 62 ? 'Week by week' : 'Day by day'} />
      </div>
      <Stages stages={books.stages} />
      <Statement currencies={Object.keys(books.balance).toSorted()} nowMs={nowMs} />
    </main>
  )
}
