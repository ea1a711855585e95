import type { Event, PaymentRecord } from '@gavel/db'
import { declineWords, type Payment, type Refund, type Stage } from '@gavel/payments'

/** What is paid, in words for the payer: `Entry fee, Harbour Cup`. */
export const paidFor = (event: Pick<Event, 'name'>, purpose: PaymentRecord['purpose']): string =>
  `${purpose === 'fee' ? 'Entry fee' : 'Team deposit'}, ${event.name}`

/** How a payment stands, in a sentence for its payer. */
export const stageWords = (stage: Stage): string => {
  switch (stage.is) {
    case 'created':
      return 'Nothing was paid yet.'
    case 'open':
      return stage.declined === null ? 'The payment page is open.' : declineWords(stage.declined)
    case 'processing':
      return 'The payment is on its way. You are told as soon as it arrives.'
    case 'paid':
      return paidWords(stage)
    case 'returned':
      return 'This was given back.'
    case 'failed':
      return stage.code === null ? 'The payment did not go through.' : declineWords(stage.code)
    case 'expired':
      return 'The payment page has closed without a payment.'
    case 'cancelled':
      return stage.why
    default:
      return stage satisfies never
  }
}

const paidWords = ({ kept, dispute }: Extract<Stage, { is: 'paid' }>): string => {
  if (dispute === 'open') return 'The bank has taken this money back for now: somebody disputes the payment.'
  if (dispute === 'lost') return 'The bank has given this money back.'
  return kept ? 'Paid.' : 'The money has arrived. In a moment you will see whether there is a place for it.'
}

/** What becomes of a refund, in a sentence for the payer. */
export const refundWords = ({ charges }: Pick<Payment, 'charges'>, { charge, state }: Refund): string => {
  const byHand = charges.some(({ id, source }) => id === charge && source !== 'stripe')
  switch (state.is) {
    case 'owed':
      return byHand ? 'The organiser hands this back.' : 'This is about to be sent back.'
    case 'sent':
      return 'This is on its way back. Banks take up to ten days.'
    case 'done':
      return state.via === 'stripe'
        ? 'This was sent back to where it came from.'
        : `This was handed back: ${state.proof}.`
    case 'stuck':
      return 'This could not be sent back yet. An administrator sees to it.'
    case 'dropped':
      return 'This was given back in another way.'
    default:
      return state satisfies never
  }
}

/** What a payer can quote: of a payment that came in. */
export const receiptNumber = (id: string): string => id.toUpperCase()
