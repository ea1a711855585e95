'use client'

import { moneyWords } from '@gavel/payments'
import { Badge, Button, cn, EmptyState, Field, Input, Section, Select, Table, Td, Th, Tr } from '@gavel/ui'
import Link from 'next/link'
import { usePathname, useSearchParams } from 'next/navigation'
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react'
import { paths } from '../../../paths.ts'
import { ShortTime } from '../../events/event-time.tsx'
import { MarkPaid } from '../../payments/keeping/mark-paid.tsx'
import { NextSteps } from '../../payments/keeping/next-steps.tsx'
import { Refund } from '../../payments/keeping/refund.tsx'
import type { Tone } from '../../payments/stands.ts'
import {
  type Filters,
  filtered,
  filtersFrom,
  type MoneyLine,
  STANDS,
  type Stands,
  searchFrom,
  wordsOf,
} from './rows.ts'

type PaymentsDeskProps = { slug: string; timeZone: string; lines: readonly MoneyLine[] }

const TONE: Readonly<Record<Stands, Tone>> = {
  owes: 'warn',
  way: 'accent',
  paid: 'good',
  back: 'plain',
  later: 'plain',
  over: 'plain',
}

/** Who owes, has paid and got back: found, and dealt with, one by one. */
export function PaymentsDesk({ slug, timeZone, lines }: PaymentsDeskProps) {
  const { filters, filter } = useFilters()
  const rows = useMemo(() => filtered(lines, filters), [lines, filters])
  const frame = useKeptFocus(lines)
  if (lines.length === 0) {
    return (
      <Section title="Everybody">
        <EmptyState
          className="mt-2"
          title="Nobody owes anything yet"
          words="Once entering costs something, everybody who enters stands here: who owes, who has paid and who got money back."
          action={
            <Button asChild>
              <Link href={paths.adminEntries(slug)}>Set fees and deposits</Link>
            </Button>
          }
        />
      </Section>
    )
  }
  return (
    <Section title="Everybody" aside={`${rows.length} of ${lines.length}`}>
      <div className="grid grid-cols-1 gap-4 pt-2">
        <div className="grid gap-3 sm:grid-cols-[minmax(0,1fr)_11rem_9rem] sm:items-end">
          <Field label="Find a payment">
            {(control) => (
              <Input
                {...control}
                type="search"
                value={filters.q}
                placeholder="Name, team, reference or receipt"
                onChange={(event) => filter({ q: event.target.value })}
              />
            )}
          </Field>
          <Field label="State">
            {(control) => (
              <Select {...control} value={filters.stands} onChange={(event) => filter({ stands: event.target.value })}>
                <option value="">Every state</option>
                <option value="asks">Waits for you</option>
                {Object.entries(STANDS).map(([stands, words]) => (
                  <option key={stands} value={stands}>
                    {words}
                  </option>
                ))}
              </Select>
            )}
          </Field>
          <Field label="For">
            {(control) => (
              <Select {...control} value={filters.kind} onChange={(event) => filter({ kind: event.target.value })}>
                <option value="">Everything</option>
                <option value="fee">Entry fees</option>
                <option value="deposit">Deposits</option>
              </Select>
            )}
          </Field>
        </div>
        <p role="status" className="sr-only">
          {rows.length} of {lines.length} shown
        </p>
        {rows.length === 0 ? (
          <EmptyState
            title="Nothing fits"
            words="No payment matches what you look for."
            action={<Button onClick={() => filter({ q: '', stands: '', kind: '' })}>Show everything</Button>}
          />
        ) : (
          <div {...frame} tabIndex={-1} className="rounded-card outline-none">
            <Lines slug={slug} timeZone={timeZone} rows={rows} />
          </div>
        )}
      </div>
    </Section>
  )
}

/** A table where there is room, and one card under the other on a phone: the same rows, drawn by the same markup. */
function Lines({ slug, timeZone, rows }: { slug: string; timeZone: string; rows: readonly MoneyLine[] }) {
  return (
    <Table aria-label="Payments" className="ruled max-md:block max-md:[&_tbody]:grid">
      <thead className="max-md:sr-only">
        <tr>
          <Th>Person</Th>
          <Th>For</Th>
          <Th numeric>Amount</Th>
          <Th>State</Th>
          <Th>When</Th>
          <Th className="text-right">
            <span className="sr-only">What to do</span>
          </Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((line) => (
          <Tr
            key={line.id}
            className="align-top max-md:grid max-md:grid-cols-[minmax(0,1fr)_auto] max-md:gap-x-3 max-md:py-3"
          >
            <Cell className="min-w-36">
              <Name line={line} />
            </Cell>
            <Cell className="whitespace-nowrap max-md:order-3">{line.purpose === 'fee' ? 'Entry fee' : 'Deposit'}</Cell>
            <Cell className="text-right font-semibold whitespace-nowrap tabular-nums">{moneyWords(line.money)}</Cell>
            <Cell className="max-md:order-4 max-md:text-right">
              <State line={line} />
            </Cell>
            <Cell className="text-muted max-md:order-5 max-md:col-span-2">
              <When line={line} timeZone={timeZone} />
            </Cell>
            <Cell className="max-md:order-6 max-md:col-span-2 md:w-56">
              <Deeds slug={slug} line={line} />
            </Cell>
          </Tr>
        ))}
      </tbody>
    </Table>
  )
}

const Cell = ({ className, children }: { className?: string; children: ReactNode }) => (
  <Td className={cn('max-md:h-auto max-md:p-0 max-md:empty:hidden md:py-2.5 md:align-top', className)}>{children}</Td>
)

function Name({ line: { name, detail, payment } }: { line: MoneyLine }) {
  const other = payment && payment.payer.name !== name ? payment.payer.name : null
  return (
    <span className="grid gap-0.5">
      {payment ? (
        <Link href={paths.payment(payment.id)} className="font-semibold [overflow-wrap:anywhere] hover:underline">
          {name}
        </Link>
      ) : (
        <span className="font-semibold [overflow-wrap:anywhere]">{name}</span>
      )}
      {detail ? <span className="[overflow-wrap:anywhere] text-muted">{detail}</span> : null}
      {other ? <span className="[overflow-wrap:anywhere] text-muted">Paid by {other}</span> : null}
    </span>
  )
}

function State({ line }: { line: MoneyLine }) {
  const { payment, stands } = line
  const part = payment && payment.returned.amount > 0 ? payment.returned : null
  return (
    <span className="inline-grid max-w-44 justify-items-start gap-1 max-md:justify-items-end">
      <Badge tone={TONE[stands]}>{wordsOf(line)}</Badge>
      {payment?.reference ? (
        <span className="text-muted [overflow-wrap:anywhere] max-md:text-right">{payment.reference}</span>
      ) : null}
      {part && stands === 'paid' ? <span className="text-muted tabular-nums">{moneyWords(part)} back</span> : null}
    </span>
  )
}

function When({ line: { stands, dueAtMs, payment }, timeZone }: { line: MoneyLine; timeZone: string }) {
  if (dueAtMs !== null) {
    return (
      <>
        Until <ShortTime atMs={dueAtMs} timeZone={timeZone} />
      </>
    )
  }
  const atMs = payment && (stands === 'paid' ? payment.paidAtMs : payment.updatedAtMs)
  return atMs ? <ShortTime atMs={atMs} timeZone={timeZone} /> : null
}

function Deeds({ slug, line: { owed, payment, name, money } }: { slug: string; line: MoneyLine }) {
  if (!owed && !payment) return null
  return (
    <span className="flex flex-wrap items-start gap-2 max-md:pt-1 md:flex-col md:items-end">
      {payment ? <NextSteps slug={slug} id={payment.id} name={name} next={payment.next} /> : null}
      {owed ? <MarkPaid slug={slug} {...owed} name={name} money={money} /> : null}
      {payment && payment.refundable.amount > 0 ? (
        <Refund
          slug={slug}
          id={payment.id}
          name={payment.payer.name}
          left={payment.refundable}
          online={payment.source === 'stripe'}
        />
      ) : null}
    </span>
  )
}

/** Where a button that was pressed goes with what it was for, the list takes the focus, so that a keyboard goes on from there. */
function useKeptFocus(lines: readonly MoneyLine[]) {
  const ref = useRef<HTMLDivElement>(null)
  const within = useRef(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: other lines are what took the button away
  useEffect(() => {
    if (within.current && document.activeElement === document.body) ref.current?.focus({ preventScroll: true })
  }, [lines])
  return {
    ref,
    onFocus: () => {
      within.current = true
    },
  }
}

function useFilters() {
  const search = useSearchParams()
  const path = usePathname()
  const [filters, setFilters] = useState<Filters>(() => filtersFrom(search))
  useEffect(() => {
    const wanted = searchFrom(filters)
    if (wanted !== window.location.search.slice(1))
      window.history.replaceState(null, '', wanted ? `${path}?${wanted}` : path)
  }, [filters, path])
  return { filters, filter: (changed: Partial<Filters>) => setFilters((before) => ({ ...before, ...changed })) }
}
