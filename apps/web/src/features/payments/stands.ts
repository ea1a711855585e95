import type { PaymentView } from '@gavel/api'
import { moneyWords } from '@gavel/payments'

export type Stage = PaymentView['stage']
export type StageIs = Stage['is']
export type Tone = 'plain' | 'good' | 'warn' | 'bad' | 'accent'

/** How each stage is said in a word or two, in the order in which an organiser looks for it. */
export const STAGE: Readonly<Record<StageIs, { tone: Tone; words: string }>> = {
  created: { tone: 'warn', words: 'To be paid' },
  open: { tone: 'warn', words: 'Being paid' },
  processing: { tone: 'accent', words: 'On its way' },
  failed: { tone: 'bad', words: 'Did not go through' },
  paid: { tone: 'good', words: 'Paid' },
  returned: { tone: 'plain', words: 'Given back' },
  expired: { tone: 'plain', words: 'Not paid in time' },
  cancelled: { tone: 'plain', words: 'Called off' },
}

/** The badge of a payment: what was paid may be disputed, or not have a place yet. */
export function badgeOf(stage: Stage): { tone: Tone; words: string } {
  if (stage.is !== 'paid') return STAGE[stage.is]
  if (stage.dispute === 'open') return { tone: 'warn', words: 'Disputed' }
  if (stage.dispute === 'lost') return { tone: 'bad', words: 'Taken back by the bank' }
  return stage.kept ? STAGE.paid : { tone: 'accent', words: 'Received' }
}

/** What there is to do about a payment now. */
export type Turn =
  /** `again`: paying was begun before. */
  | { do: 'pay'; again: boolean }
  /** Stripe's page is open. `declined`: a card was, and another one may pay there. */
  | { do: 'go-on'; url: string; declined: boolean }
  /** The form in Gavel's own page is. */
  | { do: 'form'; declined: boolean }
  | { do: 'wait'; for: 'page' | 'money' | 'place' }
  /** No card can pay here: the organiser takes the money. */
  | { do: 'by-hand' }
  /** The place is held no more. */
  | { do: 'enter-again' }
  | { do: 'nothing' }

type Asked = Pick<PaymentView, 'stage' | 'payable' | 'heldUntilMs' | 'tries' | 'entry' | 'nowMs'>

/** What its payer may do about a payment (PAYING-1). */
export function turnOf(view: Asked): Turn {
  const { stage, payable, heldUntilMs, nowMs } = view
  if (stage.is === 'processing') return { do: 'wait', for: 'money' }
  if (stage.is === 'paid') return isInPlace(view) ? { do: 'nothing' } : { do: 'wait', for: 'place' }
  if (payable) return payTurn(view)
  if (heldUntilMs !== null && nowMs < heldUntilMs && stage.is !== 'cancelled') return { do: 'by-hand' }
  return isOver(view) ? { do: 'enter-again' } : { do: 'nothing' }
}

function payTurn({ stage, tries }: Asked): Turn {
  if (stage.is === 'open') {
    const declined = stage.declined !== null
    return stage.url === null ? { do: 'form', declined } : { do: 'go-on', url: stage.url, declined }
  }
  // It was begun, and Stripe has not given a page yet.
  if (stage.is === 'created' && tries > 0) return { do: 'wait', for: 'page' }
  return { do: 'pay', again: tries > 0 }
}

/** Whether what was paid has its place, or never will: nothing more comes by itself. */
function isInPlace({ stage, entry }: Asked): boolean {
  return stage.is === 'paid' && (stage.dispute !== null || (stage.kept && entry !== 'pending'))
}

const isOver = ({ stage, entry }: Asked): boolean =>
  stage.is !== 'returned' && (entry === null || entry === 'lapsed' || entry === 'withdrawn' || entry === 'rejected')

/** How somebody is met who comes back from paying. `asks`: not known yet, and asked again. */
export type Landing = { tone: Tone; title: string; words: string; asks: boolean }

/** What the page after Stripe's says (PAYING-2). */
export function landingOf(view: PaymentView): Landing {
  const { stage, stageWords, declinedWords, event } = view
  switch (stage.is) {
    case 'paid':
      return paidLanding(view)
    case 'processing':
      return {
        tone: 'accent',
        title: 'Your payment is on its way',
        words:
          'This way to pay takes a while: some minutes, or some days. Your place is kept for you meanwhile, and you are told as soon as the money arrives. There is nothing more to do.',
        asks: false,
      }
    case 'created':
    case 'open':
      return {
        tone: 'warn',
        title: 'Looking for your payment',
        words: declinedWords ?? 'If you have just paid, it is here in a moment. Nothing is charged twice.',
        asks: true,
      }
    case 'failed':
      return {
        tone: 'bad',
        title: 'The payment did not go through',
        words: `${declinedWords ?? stageWords} Nothing was charged.`,
        asks: false,
      }
    case 'returned':
      return {
        tone: 'warn',
        title: 'Your money goes back',
        words: `There is no place for you at ${event.name} any more. What you paid is given back in full.`,
        asks: false,
      }
    case 'expired':
      return { tone: 'plain', title: 'Nothing was paid', words: `${stageWords} Nothing was charged.`, asks: false }
    case 'cancelled':
      return { tone: 'plain', title: 'This was called off', words: stageWords, asks: false }
    default:
      return stage satisfies never
  }
}

function paidLanding(view: PaymentView): Landing {
  const { stage, stageWords, entry, money, purpose, event } = view
  const paid = `${moneyWords(money)} paid.`
  if (stage.is !== 'paid' || stage.dispute !== null)
    return { tone: 'warn', title: 'Paid', words: stageWords, asks: false }
  if (!stage.kept) return { tone: 'accent', title: 'Your money has arrived', words: stageWords, asks: true }
  if (entry === 'confirmed')
    return {
      tone: 'good',
      title: 'You are in',
      words: `${paid} Your place at ${event.name} is confirmed.`,
      asks: false,
    }
  if (entry === 'pending')
    return { tone: 'good', title: 'Paid', words: `${paid} Your place is being confirmed.`, asks: true }
  if (entry === 'owing' || entry === 'offered') {
    const others = purpose === 'deposit' ? 'every share of the team' : 'everybody of the group'
    return {
      tone: 'good',
      title: purpose === 'deposit' ? 'Your share is paid' : 'Your seat is paid',
      words: `${paid} ${purpose === 'deposit' ? 'The team is in' : 'You are in'} as soon as ${others} ${purpose === 'deposit' ? 'is paid' : 'has paid'}.`,
      asks: false,
    }
  }
  return {
    tone: 'good',
    title: 'Paid',
    words: `${paid} ${stageWords === 'Paid.' ? '' : stageWords}`.trim(),
    asks: false,
  }
}

/** How soon a payment is looked at again where something other than this page may change it; null where nothing does. */
export function lookAgainMs({ stage, heldUntilMs }: Pick<PaymentView, 'stage' | 'heldUntilMs'>): number | null {
  if (stage.is === 'processing') return 20_000
  // Somebody may be paying in another tab, and the hold ends some time.
  return stage.is !== 'paid' && heldUntilMs !== null ? 5_000 : null
}
