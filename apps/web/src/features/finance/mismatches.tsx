'use client'

import { type Mismatch, type MismatchKind, moneyWords } from '@gavel/payments'
import { Badge, EmptyState, ErrorState, Section, Table, Td, Th, Tr } from '@gavel/ui'
import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { paths } from '../../paths.ts'
import { useTRPC } from '../../trpc/client.tsx'
import { saidBy } from '../api-error.ts'
import { Moment } from '../queues/moment.tsx'
import { AcceptMismatch } from './accept-mismatch.tsx'

const KIND: Readonly<Record<MismatchKind, string>> = {
  'not-with-us': 'Stripe has it, we do not',
  'not-with-them': 'We have it, Stripe does not',
  amount: 'The amounts differ',
  state: 'The states differ',
  nobodys: 'Nobody’s payment',
}

/** Where our books and Stripe's differ, with what to do; below, those that are settled. */
export function Mismatches({ first }: { first: Mismatch[] }) {
  const { data, error } = useQuery(useTRPC().finance.mismatches.queryOptions(undefined, { initialData: first }))
  const all = data ?? first
  const open = all.filter(({ state }) => state.is === 'open')
  const settled = all.filter(({ state }) => state.is !== 'open')
  return (
    <Section title="Where the books differ" aside={open.length || null}>
      {error ? <ErrorState className="mb-3" title="Differences cannot be read just now" words={saidBy(error)} /> : null}
      {open.length === 0 ? (
        <EmptyState
          className="mt-2"
          title="Our books and Stripe’s agree"
          words="They are compared once a day. What differs stands here, with whose it is and what to do."
        />
      ) : (
        <MismatchTable label="Open differences" rows={open} />
      )}
      {settled.length > 0 ? (
        <details className="mt-2">
          <summary className="min-h-9 cursor-pointer py-2 text-sm font-semibold">
            Settled differences ({settled.length})
          </summary>
          <MismatchTable label="Settled differences" rows={settled} />
        </details>
      ) : null}
    </Section>
  )
}

function MismatchTable({ label, rows }: { label: string; rows: readonly Mismatch[] }) {
  return (
    <Table aria-label={label}>
      <thead>
        <tr>
          <Th>What</Th>
          <Th numeric>Amount</Th>
          <Th className="max-md:hidden">What to do</Th>
          <Th className="max-lg:hidden">Since</Th>
          <Th>
            <span className="sr-only">State</span>
          </Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((one) => (
          <Tr key={one.id} className="align-top">
            <Td className="py-2.5 align-top">
              <What mismatch={one} />
            </Td>
            <Td numeric className="py-2.5 align-top">
              {moneyWords(one.movement.money)}
            </Td>
            <Td className="max-w-96 py-2.5 align-top max-md:hidden">{one.step}</Td>
            <Td className="py-2.5 align-top text-muted max-lg:hidden">
              <Moment atMs={one.sinceMs} />
            </Td>
            <Td className="py-2.5 text-right align-top">
              <State mismatch={one} />
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  )
}

function What({ mismatch: { kind, movement, step } }: { mismatch: Mismatch }) {
  const { id, payment, atMs } = movement
  return (
    <span className="grid gap-0.5">
      <span className="font-semibold">{KIND[kind]}</span>
      <span className="text-muted">
        {movement.kind === 'charge' ? 'Charge' : 'Refund'} of <Moment atMs={atMs} />
      </span>
      <code className="break-all text-muted">{id}</code>
      {payment === null ? null : (
        <Link href={paths.payment(payment)} className="inline-flex min-h-6 items-center justify-self-start underline">
          Our payment
        </Link>
      )}
      <span className="md:hidden">{step}</span>
    </span>
  )
}

function State({ mismatch }: { mismatch: Mismatch }) {
  const { state } = mismatch
  switch (state.is) {
    case 'open':
      return <AcceptMismatch mismatch={mismatch} />
    case 'resolved':
      return (
        <span className="grid justify-items-end gap-0.5 text-muted">
          <Badge tone="good">Gone</Badge>
          <Moment atMs={state.atMs} />
        </span>
      )
    case 'accepted':
      return (
        <span className="grid justify-items-end gap-0.5 text-muted">
          <Badge>Accepted</Badge>
          <Moment atMs={state.atMs} />
          <span className="max-w-56 [overflow-wrap:anywhere]">{state.note}</span>
        </span>
      )
    default:
      return state satisfies never
  }
}
