'use client'

import type { Account } from '@gavel/payments'
import {
  Button,
  EmptyState,
  ErrorState,
  Field,
  Input,
  Section,
  Select,
  SkeletonRows,
  Table,
  Td,
  Th,
  Tr,
} from '@gavel/ui'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Download } from 'lucide-react'
import Link from 'next/link'
import { useState } from 'react'
import { paths } from '../../paths.ts'
import { useTRPC } from '../../trpc/client.tsx'
import { saidBy } from '../api-error.ts'
import { useViewerZone } from '../events/event-time.tsx'
import { Moment } from '../queues/moment.tsx'
import { ACCOUNT, accountOptions, signOf } from './books.ts'
import { lastOf, type Period, periodOf, periodSpan, type StatementOf } from './period.ts'
import { booked } from './said.ts'

const ACCOUNTS = accountOptions()
/** More rows than these are read in a file. */
const SHOWN = 500

type StatementProps = { currencies: readonly string[]; nowMs: number }

/** One account of the books from one day to another: each movement with the balance after it. */
export function Statement({ currencies, nowMs }: StatementProps) {
  const zone = useViewerZone() ?? 'UTC'
  const [account, setAccount] = useState<Account>('stripe')
  const [currency, setCurrency] = useState(currencies[0] ?? '')
  const [typed, setTyped] = useState<Period | null>(null)
  const period = typed ?? periodOf(nowMs, zone)
  const span = periodSpan(period, zone)
  const { data, error, isPending, refetch } = useQuery(
    useTRPC().finance.statement.queryOptions(
      { account, currency, fromMs: span?.fromMs ?? 0, toMs: span?.toMs ?? 0 },
      { enabled: span !== null && currency !== '', placeholderData: keepPreviousData },
    ),
  )
  if (currencies.length === 0) return null
  return (
    <Section
      title="Statement of an account"
      aside={
        span ? (
          <Button asChild size="sm">
            <a href={paths.financeFile('ledger.csv', span)} download>
              <Download aria-hidden className="size-4" />
              These days as CSV
            </a>
          </Button>
        ) : null
      }
    >
      <div className="grid grid-cols-1 gap-4 pt-2">
        <div className="grid grid-cols-2 gap-3 lg:grid-cols-[minmax(0,1fr)_7rem_11rem_11rem]">
          <Field label="Account" hint={ACCOUNT[account].means} className="max-lg:col-span-2">
            {(control) => (
              <Select
                {...control}
                value={account}
                onChange={({ target }) =>
                  setAccount(ACCOUNTS.find((one) => one.account === target.value)?.account ?? 'stripe')
                }
              >
                {ACCOUNTS.map((one) => (
                  <option key={one.account} value={one.account}>
                    {one.words}
                  </option>
                ))}
              </Select>
            )}
          </Field>
          <Field label="Currency" className="max-lg:col-span-2">
            {(control) => (
              <Select {...control} value={currency} onChange={({ target }) => setCurrency(target.value)}>
                {currencies.map((one) => (
                  <option key={one}>{one}</option>
                ))}
              </Select>
            )}
          </Field>
          <Field label="From">
            {(control) => (
              <Input
                {...control}
                type="date"
                value={period.from}
                onChange={({ target }) => setTyped({ ...period, from: target.value })}
              />
            )}
          </Field>
          <Field label="To" error={span ? undefined : 'Choose two days, the first one first.'}>
            {(control) => (
              <Input
                {...control}
                type="date"
                value={period.to}
                onChange={({ target }) => setTyped({ ...period, to: target.value })}
              />
            )}
          </Field>
        </div>
        {error ? (
          <ErrorState
            title="The statement cannot be read just now"
            words={saidBy(error)}
            action={<Button onClick={() => refetch()}>Try again</Button>}
          />
        ) : null}
        {span && isPending && !error ? <SkeletonRows rows={4} words="Loading the statement" /> : null}
        {span && data ? <Rows statement={data} account={account} currency={currency} /> : null}
      </div>
    </Section>
  )
}

type RowsProps = { statement: StatementOf; account: Account; currency: string }

function Rows({ statement, account, currency }: RowsProps) {
  const { before, rows, left } = lastOf(statement, SHOWN)
  const sign = signOf(account)
  const money = (amount: number) => booked({ amount: amount === 0 ? 0 : amount * sign, currency })
  if (rows.length === 0) {
    return (
      <EmptyState
        title="Nothing moved on this account in these days"
        words={`It stood at ${money(before)} all the time.`}
      />
    )
  }
  return (
    <Table aria-label={`Statement: ${ACCOUNT[account].words}, ${currency}`} className="ruled">
      <thead>
        <tr>
          <Th className="max-sm:hidden">When</Th>
          <Th>What</Th>
          <Th numeric>Amount</Th>
          <Th numeric>Balance</Th>
        </tr>
      </thead>
      <tbody>
        <Tr>
          <Td className="max-sm:hidden" />
          <Td className="text-muted">
            {left === 0 ? 'Before' : `Before, with ${left} earlier rows of these days: the file has them`}
          </Td>
          <Td />
          <Td numeric className="font-semibold">
            {money(before)}
          </Td>
        </Tr>
        {rows.map(({ id, atMs, payment, words, amount, balance }) => (
          <Tr key={id}>
            <Td className="text-muted max-sm:hidden">
              <Moment atMs={atMs} />
            </Td>
            <Td>
              <Link
                href={paths.payment(payment)}
                className="underline decoration-edge underline-offset-4 hover:decoration-ink"
              >
                {words}
              </Link>
              <code className="block text-xs break-all text-muted">{payment}</code>
              <span className="block text-muted sm:hidden">
                <Moment atMs={atMs} />
              </span>
            </Td>
            <Td numeric>{money(amount)}</Td>
            <Td numeric className="font-semibold">
              {money(balance)}
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  )
}
