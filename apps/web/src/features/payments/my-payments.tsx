'use client'

import type { MyPayment } from '@gavel/api'
import { moneyWords } from '@gavel/payments'
import { Badge, Button, EmptyState, ErrorState, Section } from '@gavel/ui'
import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { paths } from '../../paths.ts'
import { useTRPC } from '../../trpc/client.tsx'
import { ShortTime } from '../events/event-time.tsx'
import { STAGE } from './stands.ts'

const AGAIN_MS = 15_000

/** Everything that the viewer paid, or was to pay, the newest first. */
export function MyPayments({ first }: { first: MyPayment[] }) {
  const { data, error, refetch } = useQuery(
    useTRPC().payment.mine.queryOptions(undefined, {
      initialData: first,
      refetchInterval: ({ state }) => (state.data?.some(mayChange) ? AGAIN_MS : false),
    }),
  )
  const payments = data ?? first
  return (
    <Section title="Your payments" aside={payments.length || null}>
      {error ? (
        <ErrorState
          className="mb-3"
          title="Your payments could not be read just now"
          words="What you see is from a moment ago. Nothing was lost."
          action={<Button onClick={() => refetch()}>Try again</Button>}
        />
      ) : null}
      {payments.length === 0 ? (
        <EmptyState
          className="mt-2"
          title="You have paid nothing here yet"
          words="Fees and deposits of the events that you enter stand here, each with its receipt."
          action={
            <Button asChild>
              <Link href={paths.events}>See the events</Link>
            </Button>
          }
        />
      ) : (
        <ul className="grid">
          {payments.map((payment) => (
            <PaymentLine key={payment.id} payment={payment} />
          ))}
        </ul>
      )}
    </Section>
  )
}

/** Without the viewer: the money arrives, or the time to pay runs out. */
const mayChange = ({ stage }: MyPayment) => stage === 'created' || stage === 'open' || stage === 'processing'

function PaymentLine({ payment }: { payment: MyPayment }) {
  const { id, event, words, money, stage, stageWords, createdAtMs, receiptNumber } = payment
  const { tone, words: badge } = STAGE[stage]
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-x-4 gap-y-1 border-b py-3 last:border-b-0">
      <div className="grid min-w-0 gap-0.5">
        <Link href={paths.payment(id)} className="font-semibold [overflow-wrap:anywhere] hover:underline">
          {words}
        </Link>
        <p className="text-sm text-muted">
          <ShortTime atMs={createdAtMs} timeZone={event.timeZone} />
        </p>
        <p className="text-sm text-muted">{stageWords}</p>
      </div>
      <div className="grid justify-items-end gap-1 text-right">
        <span className="font-semibold whitespace-nowrap tabular-nums">{moneyWords(money)}</span>
        <Badge tone={tone}>{badge}</Badge>
        {receiptNumber === null ? null : (
          <Link href={paths.paymentReceipt(id)} className="inline-flex min-h-6 items-center text-sm underline">
            Receipt<span className="sr-only"> of {words}</span>
          </Link>
        )}
      </div>
    </li>
  )
}
