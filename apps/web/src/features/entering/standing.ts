import type { MyRegistration } from '@gavel/api'
import { moneyWords, partOf } from '@gavel/payments'

export type EntryStatus = MyRegistration['status']
export type MySeat = MyRegistration['seats'][number]

/** How each status is said and shown, in the order in which an organiser looks for it. */
export const STATUS: Readonly<
  Record<EntryStatus, { tone: 'plain' | 'good' | 'warn' | 'bad' | 'accent'; words: string; edge: string }>
> = {
  awaiting: { tone: 'accent', words: 'Awaiting approval', edge: 'border-warn' },
  pending: { tone: 'warn', words: 'Being confirmed', edge: 'border-warn' },
  offered: { tone: 'accent', words: 'A place is offered', edge: 'border-accent' },
  owing: { tone: 'warn', words: 'To be paid', edge: 'border-accent' },
  waitlisted: { tone: 'warn', words: 'Waiting list', edge: 'border-warn' },
  confirmed: { tone: 'good', words: 'Confirmed', edge: 'border-good' },
  rejected: { tone: 'bad', words: 'Not accepted', edge: 'border-bad' },
  withdrawn: { tone: 'plain', words: 'Withdrawn', edge: 'border-line' },
  lapsed: { tone: 'plain', words: 'Ran out', edge: 'border-line' },
}

/** Whether the entry is in the event or on its way there; any other may be entered again. */
export function isStanding(status: EntryStatus): boolean {
  switch (status) {
    case 'pending':
    case 'waitlisted':
    case 'offered':
    case 'awaiting':
    case 'owing':
    case 'confirmed':
      return true
    case 'rejected':
    case 'withdrawn':
    case 'lapsed':
      return false
    default:
      return status satisfies never
  }
}

/** The status as a badge says it: with the number in line, where somebody waits. */
export function badgeWords({ status, place }: Pick<MyRegistration, 'status' | 'place'>): string {
  return status === 'waitlisted' && place !== null ? `Waiting list, place ${place}` : STATUS[status].words
}

/** How soon an entry is looked at again, where something other than the person may change it; null where nothing does. */
export function lookAgainMs(statuses: readonly EntryStatus[]): number | null {
  if (statuses.includes('pending')) return 1_500
  // Somebody may be paying in another tab, and the payment's own page comes back here.
  if (statuses.some((status) => status === 'owing' || status === 'offered')) return 4_000
  return statuses.some((status) => status === 'waitlisted' || status === 'awaiting') ? 20_000 : null
}

/** The seats that this person may pay now: the own one, and of a team every open share. */
export function payableSeats({ status, kind, seats }: Pick<MyRegistration, 'status' | 'kind' | 'seats'>): MySeat[] {
  if (status !== 'owing') return []
  const unpaid = seats.filter(({ paid, money }) => !paid && money !== null)
  const own = unpaid.filter(({ you }) => you)
  return kind === 'player' || own.length > 0 ? own : unpaid.filter(({ open }) => open).slice(0, 1)
}

/** What withdrawing gives back, before it is done; null where nothing was paid. */
export function givesBackWords({
  seats,
  leavingGivesBack: percent,
  captain,
}: Pick<MyRegistration, 'seats' | 'leavingGivesBack' | 'captain'>): string | null {
  const paid = seats.flatMap(({ paid, money, you }) => (paid && money && (captain || you) ? [money] : []))
  const [first] = paid
  if (!first) return null
  const total = moneyWords({ ...first, amount: paid.reduce((sum, { amount }) => sum + amount, 0) })
  if (percent === 0) return `Nothing of the ${total} that ${paid.length > 1 ? 'were' : 'was'} paid is given back.`
  const back = moneyWords({
    ...first,
    amount: paid.reduce((sum, money) => sum + partOf(money, percent).amount, 0),
  })
  return paid.length > 1
    ? `${percent} % of what was paid is given back, to each who paid: ${back} of ${total}.`
    : `You get back ${percent} %: ${back} of ${total}.`
}
