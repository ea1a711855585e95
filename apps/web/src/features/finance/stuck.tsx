import type { NextStep, PaymentRow } from '@gavel/api'
import { moneyWords } from '@gavel/payments'
import { EmptyState, Section, Table, Td, Th, Tr } from '@gavel/ui'
import Link from 'next/link'
import { paths } from '../../paths.ts'

const OWNER: Readonly<Record<NextStep['what'], string>> = { 'hand-back': 'Its organiser', mend: 'An administrator' }

/** What no machine can do any more: of which payment, whose it is, and the next step. */
export function Stuck({ rows }: { rows: readonly PaymentRow[] }) {
  return (
    <Section title="Waits for somebody" aside={rows.length || null}>
      {rows.length === 0 ? (
        <EmptyState
          className="mt-2"
          title="Nothing is stuck"
          words="What Stripe cannot send, and what has to be handed back, waits here with its next step."
        />
      ) : (
        <Table aria-label="Waits for somebody">
          <thead>
            <tr>
              <Th>Payment</Th>
              <Th>Next step</Th>
              <Th className="max-md:hidden">Whose</Th>
            </tr>
          </thead>
          <tbody>
            {rows.flatMap((row) =>
              row.next.map((step) => (
                <Tr key={`${row.id} ${step.id}`} className="align-top">
                  <Td className="py-2.5 align-top">
                    <Link href={paths.payment(row.id)} className="font-semibold [overflow-wrap:anywhere] underline">
                      {row.payer.name}
                    </Link>
                    <span className="block text-muted tabular-nums">
                      {row.purpose === 'fee' ? 'Entry fee' : 'Deposit'}, {moneyWords(row.money)}
                    </span>
                  </Td>
                  <Td className="py-2.5 align-top">
                    {step.money ? <span className="font-semibold tabular-nums">{moneyWords(step.money)} </span> : null}
                    {step.step}
                    <span className="block text-muted md:hidden">{OWNER[step.what]}</span>
                  </Td>
                  <Td className="py-2.5 align-top text-muted max-md:hidden">{OWNER[step.what]}</Td>
                </Tr>
              )),
            )}
          </tbody>
        </Table>
      )}
    </Section>
  )
}
