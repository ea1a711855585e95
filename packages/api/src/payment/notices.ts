import { adminIds, type Event, type PaymentRecord } from '@gavel/db'
import { type Change, changeId, moneyWords } from '@gavel/payments'
import type { Notice } from '../inbox/notify.ts'
import type { Stores } from '../services.ts'
import { paidFor, receiptNumber } from './words.ts'

const DAY_MS = 86_400_000

type Said = Pick<Notice, 'title' | 'words'>

/** Whom these changes of a payment are told to: its payer, the organisers, and once a day the administrators. Each is named by its change. */
export const noticesOf = async (
  { postgres }: Pick<Stores, 'postgres'>,
  event: Event,
  record: PaymentRecord,
  changes: readonly Change[],
): Promise<Notice[]> => {
  const { id, payer } = record
  const href = `/payments/${id}`
  const toPayer = changes.flatMap((change): Notice[] => {
    const said = saidOf(event, record, change)
    return said ? [{ ...said, userIds: [payer], kind: 'payment', key: `payment:${changeId(id, change)}`, href }] : []
  })
  const disputed = changes.filter(({ type }) => type === 'DisputeOpened')
  const toOrganisers = disputed.map(
    (change): Notice => ({
      userIds: event.organiserIds,
      kind: 'payment',
      key: `payment:${changeId(id, change)}:organisers`,
      title: `A payment for ${event.name} is disputed`,
      words: 'The bank has taken the money back for now. Whether the place stays is yours to say.',
      href: `/admin/events/${event.slug}/payments`,
    }),
  )
  const stuck = changes.find(isStuck)
  if (!stuck) return [...toPayer, ...toOrganisers]
  const toAdministrators: Notice = {
    userIds: await adminIds(postgres),
    kind: 'payment',
    key: `payments-stuck:${Math.floor(stuck.atMs / DAY_MS)}`,
    title: 'Money waits for an administrator',
    words: 'A payment or a refund could not be finished by itself. What to do next is said beside it.',
    href: '/admin/finance',
  }
  return [...toPayer, ...toOrganisers, toAdministrators]
}

const isStuck = (change: Change): boolean =>
  (change.type === 'AttemptMoved' && change.state.is === 'dead') ||
  (change.type === 'RefundFailed' && change.step !== null)

const saidOf = (event: Event, { id, purpose, changes }: PaymentRecord, change: Change): Said | null => {
  const what = paidFor(event, purpose)
  switch (change.type) {
    case 'Kept':
      return {
        title: `Paid: ${what}`,
        words: `We have ${moneyWords(change.money)}. Your receipt is number ${receiptNumber(id)}.`,
      }
    case 'AttemptMoved':
      return change.state.is === 'failed'
        ? { title: `Your payment did not go through: ${what}`, words: 'Pay in another way while your place is held.' }
        : null
    case 'RefundOwed':
      return { title: `You get money back: ${what}`, words: backWords(changes, change) }
    case 'RefundDone':
      return {
        title: `Given back: ${what}`,
        words:
          change.via === 'stripe'
            ? `${moneyWords(change.money)} was sent back to where it came from. Banks take up to ten days.`
            : `${moneyWords(change.money)} was handed back: ${change.proof}.`,
      }
    case 'Created':
    case 'AttemptBegun':
    case 'ChargeSeen':
    case 'FeeSeen':
    case 'Cancelled':
    case 'RefundNoted':
    case 'RefundSent':
    case 'RefundDelayed':
    case 'RefundFailed':
    case 'RefundDropped':
    case 'DisputeOpened':
    case 'DisputeWon':
    case 'DisputeLost':
      return null
    default:
      return change satisfies never
  }
}

type Owed = Extract<Change, { type: 'RefundOwed' }>

const backWords = (changes: readonly Change[], { charge, money, why }: Owed): string => {
  const byHand = changes.some(
    (one) => one.type === 'ChargeSeen' && one.charge.id === charge && one.charge.source !== 'stripe',
  )
  const how = byHand ? 'The organiser hands it back.' : 'It goes back to where it came from.'
  return why === 'not-due' ? `${moneyWords(money)} was not asked for. ${how}` : `${moneyWords(money)}. ${how}`
}
