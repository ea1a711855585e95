'use client'

import type { RuleSet } from '@gavel/auction'
import { Field, formatMoney, Select, Table, Td, Th, Tr } from '@gavel/ui'
import { ArrowRight, ChevronRight } from 'lucide-react'
import { useState } from 'react'
import { RulesPanel } from '../../events/rules-panel.tsx'
import { limitsOf, nextBids } from './preview.ts'

const BIDS_SHOWN = 6

/** What rules mean on the night, as they stand in the form: the next bids from any price, what a team may bid, then every number. */
export function RulesPreview({ rules }: { rules: RuleSet }) {
  const say = (amount: number) => formatMoney(amount, rules.currency, 'short')
  const [from, setFrom] = useState(0)
  const prices = [...new Set([...rules.basePrices, ...rules.ladder.map((band) => band.from)])]
    .filter((price) => price > 0)
    .toSorted((one, other) => one - other)
  const price = prices.includes(from) ? from : (prices[0] ?? 1)
  return (
    <div className="grid grid-cols-1 gap-6">
      <section aria-label="The next bids" className="grid gap-3">
        <Field label="Bids after">
          {(control) => (
            <Select {...control} value={price} onChange={(event) => setFrom(Number(event.target.value))}>
              {prices.map((one) => (
                <option key={one} value={one}>
                  {formatMoney(one, rules.currency)}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <ol aria-live="polite" className="flex flex-wrap items-center gap-x-1 gap-y-1.5">
          {nextBids(rules, price, BIDS_SHOWN).map((bid) => (
            <li key={bid} className="flex items-center gap-1">
              <ArrowRight aria-hidden className="size-3.5 text-muted" />
              <span className="plate text-sm leading-6 whitespace-nowrap">{say(bid)}</span>
            </li>
          ))}
        </ol>
      </section>
      <Table aria-label="What a team may bid">
        <thead>
          <tr>
            <Th numeric className="pl-0">
              Players
            </Th>
            <Th numeric>Money left</Th>
            <Th numeric>May bid up to</Th>
          </tr>
        </thead>
        <tbody>
          {limitsOf(rules).map(({ held, left, most }) => (
            <Tr key={held}>
              <Td numeric>{held}</Td>
              <Td numeric>{say(left)}</Td>
              <Td numeric className="font-semibold">
                {say(most)}
              </Td>
            </Tr>
          ))}
        </tbody>
      </Table>
      <details className="group border-t pt-2">
        <summary className="flex min-h-11 cursor-pointer list-none items-center gap-2 rounded-card text-sm font-semibold [&::-webkit-details-marker]:hidden">
          <ChevronRight aria-hidden className="size-4 text-muted transition-transform group-open:rotate-90" />
          The whole ladder and every number
        </summary>
        <RulesPanel rules={rules} compact />
      </details>
    </div>
  )
}
