'use client'

import type { NextStep } from '@gavel/api'
import { moneyWords } from '@gavel/payments'
import { HandBack } from './hand-back.tsx'
import { Retry } from './retry.tsx'

type NextStepsProps = { slug: string; id: string; name: string; next: readonly NextStep[] }

/** What waits for a person about one payment: whose it is, in words, and the button for it. */
export function NextSteps({ slug, id, name, next }: NextStepsProps) {
  if (next.length === 0) return null
  return (
    <ul className="grid gap-3">
      {next.map((step) => (
        <li key={step.id} className="grid justify-items-start gap-2 border-l-2 border-warn pl-3">
          <p className="text-sm">
            {step.money ? <span className="font-semibold tabular-nums">{moneyWords(step.money)} </span> : null}
            {step.step}
          </p>
          <span className="flex flex-wrap gap-2">
            {step.what === 'mend' ? <Retry slug={slug} id={id} name={name} /> : null}
            {/* What Stripe cannot send may go from hand to hand; a page that it would not open has nothing to hand back. */}
            {step.money ? <HandBack slug={slug} id={id} refund={step.id} name={name} money={step.money} /> : null}
          </span>
        </li>
      ))}
    </ul>
  )
}
