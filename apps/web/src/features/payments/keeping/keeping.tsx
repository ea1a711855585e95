'use client'

import type { PaymentView } from '@gavel/api'
import { Section } from '@gavel/ui'
import { NextSteps } from './next-steps.tsx'
import { Refund } from './refund.tsx'

/** What those who keep the event's money do about a payment. */
export function Keeping({ view }: { view: PaymentView }) {
  const { id, event, payer, next, refundable, stage } = view
  const online = stage.is === 'paid' && stage.source === 'stripe'
  if (next.length === 0 && refundable.amount === 0) return null
  return (
    <Section title="For the organiser">
      <div className="grid justify-items-start gap-4 pt-1">
        <NextSteps slug={event.slug} id={id} name={payer.name} next={next} />
        {refundable.amount > 0 ? (
          <Refund slug={event.slug} id={id} name={payer.name} left={refundable} online={online} />
        ) : null}
      </div>
    </Section>
  )
}
