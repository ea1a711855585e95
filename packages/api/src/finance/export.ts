import { type Event, eventBySlug, ledgerOf, listPayments, peopleOf } from '@gavel/db'
import { decimalsOf } from '@gavel/payments'
import type { Context } from '../context.ts'
import { AppError } from '../errors.ts'
import { rowsOf } from '../payment/list.ts'
import { receiptNumber } from '../payment/words.ts'
import { type Cell, csvOf } from '../results/csv.ts'
import type { ExportedFile } from '../results/export.ts'
import { authorise, maySee, subjectIn } from '../trpc.ts'

const FINANCE_FILES = ['ledger.csv', 'payments.csv'] as const
export type FinanceFile = (typeof FINANCE_FILES)[number]
export const isFinanceFile = (name: string): name is FinanceFile => FINANCE_FILES.some((file) => file === name)

/** What is asked for: one event, or all; from a time on and before another. */
export type FinanceSpan = { slug: string | null; fromMs: number; toMs: number }

/**
 * The books as a file: one event's for its organisers, all for administrators (BOOKS-5).
 * @throws AppError EVENT.NOT_FOUND, AUTH.SIGN_IN_FIRST, AUTH.FORBIDDEN
 */
export const exportFinance = async (ctx: Context, file: FinanceFile, span: FinanceSpan): Promise<ExportedFile> => {
  const event = await eventFor(ctx, span.slug)
  const filter = event ? { eventId: event.id } : {}
  const name = `${event ? event.slug : 'gavel'}-${file}`
  const type = 'text/csv; charset=utf-8'
  switch (file) {
    case 'ledger.csv':
      return { name, type, body: await ledgerCsv(ctx, filter, span) }
    case 'payments.csv':
      return { name, type, body: await paymentsCsv(ctx, filter, span) }
    default:
      return file satisfies never
  }
}

const eventFor = async (ctx: Context, slug: string | null): Promise<Event | null> => {
  if (slug === null) {
    authorise(ctx.actor, 'finance.read', { roles: [], rehearsal: false, private: false, own: false })
    return null
  }
  const event = await eventBySlug(ctx.services.mongo, slug)
  const subject = event && (await subjectIn(ctx, event))
  if (!subject || !maySee(ctx.actor, event, subject)) throw new AppError('EVENT.NOT_FOUND')
  authorise(ctx.actor, 'payment.manage', subject)
  return event
}

/** A number in units of its currency, which a spreadsheet can add up. */
const units = (amount: number, currency: string): number => amount / 10 ** decimalsOf(currency)
const time = (atMs: number | null): string => (atMs === null ? '' : new Date(atMs).toISOString())

type Filter = { eventId?: string }

const ledgerCsv = async ({ services }: Context, filter: Filter, { fromMs, toMs }: FinanceSpan): Promise<string> => {
  const entries = await ledgerOf(services.mongo, { ...filter, toMs })
  const rows = entries
    .filter(({ atMs }) => atMs >= fromMs)
    .flatMap(({ id, atMs, payment, words, currency, lines }) =>
      lines.map(({ account, amount }): Cell[] => [
        ...[time(atMs), id, payment, words, account],
        ...[units(amount, currency), currency],
      ]),
    )
  return csvOf(['Time', 'Entry', 'Payment', 'What', 'Account', 'Amount', 'Currency'], rows)
}

const paymentsCsv = async ({ services }: Context, filter: Filter, { fromMs, toMs }: FinanceSpan): Promise<string> => {
  const all = await listPayments(services.mongo, filter)
  const rows = await rowsOf(
    services,
    all.filter(({ createdAtMs }) => createdAtMs >= fromMs && createdAtMs < toMs),
  )
  const people = await peopleOf(services.postgres, [...new Set(rows.map(({ payer }) => payer.userId))])
  const cells = rows.map(({ id, payer, purpose, money, stage, source, reference, paidAtMs, returned }): Cell[] => [
    ...[id, paidAtMs === null ? '' : receiptNumber(id), payer.name, people.get(payer.userId)?.email ?? ''],
    ...[purpose === 'fee' ? 'Entry fee' : 'Team deposit', units(money.amount, money.currency), money.currency],
    ...[stage, source ?? '', reference ?? '', time(paidAtMs), units(returned.amount, returned.currency)],
  ])
  const headings = ['Payment', 'Receipt', 'Payer', 'E-mail', 'For', 'Amount', 'Currency']
  return csvOf([...headings, 'Stands', 'Paid by', 'Reference', 'Paid', 'Given back'], cells)
}
