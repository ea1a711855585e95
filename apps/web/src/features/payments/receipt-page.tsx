import type { PaymentView } from '@gavel/api'
import { moneyWords } from '@gavel/payments'
import { Button } from '@gavel/ui'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { paths } from '../../paths.ts'
import { momentIn } from '../events/when.ts'
import { PrintButton } from '../night/print-button.tsx'
import { SOURCE, stayedOf } from './history.ts'
import { PaymentMain } from './payment-frame.tsx'

/** What was paid, on paper: by whom, for what, how, and what of it went back. Times are the event's. */
export function ReceiptPage({ view }: { view: PaymentView }) {
  const { id, event, words, payer, charges, refunds, receiptNumber, money } = view
  const back = refunds.filter(({ state }) => state !== 'dropped')
  return (
    <PaymentMain>
      <nav aria-label="Receipt" className="flex flex-wrap gap-2 print:hidden">
        {receiptNumber === null ? null : <PrintButton look="primary" />}
        <Button asChild>
          <Link href={paths.payment(id)}>This payment</Link>
        </Button>
      </nav>
      <header className="grid gap-1">
        <p className="text-sm text-muted">Gavel</p>
        <h1 className="text-xl">Receipt</h1>
        {receiptNumber === null ? (
          <p className="max-w-prose text-muted">
            Nothing has come in for this yet, so there is nothing to acknowledge. The receipt stands here once it is
            paid.
          </p>
        ) : (
          <p className="font-semibold break-all tabular-nums">No. {receiptNumber}</p>
        )}
      </header>
      {receiptNumber === null ? null : (
        <>
          <dl className="ruled grid pt-1">
            <Line name="Received from">{payer.name}</Line>
            <Line name="For">{words}</Line>
            <Line name="Event">{event.name}</Line>
            <Line name="Amount due">{moneyWords(money)}</Line>
          </dl>
          <table className="ruled w-full border-collapse text-left text-sm">
            <caption className="py-2 text-left text-lg font-semibold">What was paid, and given back</caption>
            <thead>
              <tr className="border-b border-edge text-muted">
                <th scope="col" className="h-9 pr-2 font-semibold">
                  What
                </th>
                <th scope="col" className="h-9 text-right font-semibold">
                  Amount
                </th>
              </tr>
            </thead>
            <tbody>
              {charges.map(({ id: charge, source, money: sum, atMs, reference, counts }) => (
                <Row key={charge} atMs={atMs} timeZone={event.timeZone} amount={moneyWords(sum)}>
                  Paid {SOURCE[source]}
                  {counts ? '' : ', not due'}
                  <Reference text={reference ?? (source === 'stripe' ? charge : null)} />
                </Row>
              ))}
              {back.map(({ id: refund, money: sum, state, words: how, atMs }) => (
                <Row key={refund} atMs={atMs} timeZone={event.timeZone} amount={`−${moneyWords(sum)}`}>
                  {state === 'done' ? 'Given back' : 'To be given back'}
                  <span className="block text-muted">{how}</span>
                </Row>
              ))}
            </tbody>
            <tfoot>
              <tr className="border-t border-edge text-base font-semibold">
                <th scope="row" className="py-2 pr-3 text-left">
                  Paid in the end
                </th>
                <td className="py-2 text-right tabular-nums">{moneyWords(stayedOf(view))}</td>
              </tr>
            </tfoot>
          </table>
          <p className="text-sm text-muted">
            Times are those of the event: {momentIn(view.nowMs, event.timeZone).place}.
          </p>
        </>
      )}
    </PaymentMain>
  )
}

function Line({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_minmax(0,2fr)] gap-3 border-b py-2 last:border-b-0">
      <dt className="text-muted">{name}</dt>
      <dd className="[overflow-wrap:anywhere] tabular-nums">{children}</dd>
    </div>
  )
}

type RowProps = { atMs: number | null; timeZone: string; amount: string; children: ReactNode }

function Row({ atMs, timeZone, amount, children }: RowProps) {
  return (
    <tr className="break-inside-avoid border-b align-top last:border-b-0">
      <td className="py-2 pr-3 [overflow-wrap:anywhere]">
        {children}
        <span className="block text-muted tabular-nums">
          {atMs === null ? 'Not yet' : <Moment atMs={atMs} timeZone={timeZone} />}
        </span>
      </td>
      <td className="py-2 text-right [overflow-wrap:anywhere] tabular-nums">{amount}</td>
    </tr>
  )
}

function Moment({ atMs, timeZone }: { atMs: number; timeZone: string }) {
  const { date, time } = momentIn(atMs, timeZone)
  return (
    <time dateTime={new Date(atMs).toISOString()}>
      {date}, {time}
    </time>
  )
}

const Reference = ({ text }: { text: string | null }) =>
  text === null ? null : <span className="block break-all text-muted">Reference {text}</span>
