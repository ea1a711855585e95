import type { PaymentRow, RegistrationEntry } from '@gavel/api'
import type { Money } from '@gavel/payments'
import { SOURCE } from '../../payments/history.ts'
import { STAGE, type StageIs } from '../../payments/stands.ts'

/** How a line of the desk stands: `later` holds no place yet that has to be paid. */
export const STANDS = {
  owes: 'Owes',
  way: 'On its way',
  paid: 'Paid',
  back: 'Given back',
  later: 'Not due yet',
  over: 'Called off',
} as const
export type Stands = keyof typeof STANDS

/** What an unpaid seat is marked as paid by. */
type Owed = { registrationId: string; seat: string }

/** One seat or share and the money for it. `id`: the payment's, or the seat's where none was begun. */
export type MoneyLine = {
  id: string
  name: string
  /** The team, the group: whatever tells two lines of one person apart. */
  detail: string | null
  purpose: PaymentRow['purpose']
  money: Money
  stands: Stands
  payment: PaymentRow | null
  /** Null where nothing can be marked as paid. */
  owed: Owed | null
  /** Until when its place is held; null where it is not, or nothing is due. */
  dueAtMs: number | null
}

const STANDS_OF: Readonly<Record<StageIs, Stands>> = {
  created: 'owes',
  open: 'owes',
  failed: 'owes',
  processing: 'way',
  paid: 'paid',
  returned: 'back',
  expired: 'over',
  cancelled: 'over',
}

/** Stages in which somebody may still pay: the seat’s own line says the rest. */
const UNPAID: ReadonlySet<StageIs> = new Set(['created', 'open', 'failed', 'expired'])

/**
 * Who owes, who has paid and who got back: each unpaid seat once, with what was begun for it, then every other payment (KEEPER-1). Who owes stands
 * first, the soonest to run out before the others; then the newest.
 */
export function linesOf(entries: readonly RegistrationEntry[], payments: readonly PaymentRow[]): MoneyLine[] {
  const seats = unpaidSeats(entries)
  // Money that is there or on its way needs no marking.
  for (const { seat, stage } of payments) if (stage === 'paid' || stage === 'processing') seats.delete(seat)
  const begun = new Map(payments.filter(({ stage }) => UNPAID.has(stage)).map((one) => [one.seat, one]))
  const owing = [...seats].map(([seat, { entry, money }]): MoneyLine => {
    const payment = begun.get(seat) ?? null
    const isDue = entry.status === 'owing' || entry.status === 'offered' || entry.status === 'confirmed'
    return {
      id: payment?.id ?? seat,
      name: entry.person,
      detail: detailOf(entry),
      purpose: entry.kind === 'player' ? 'fee' : 'deposit',
      money,
      stands: isDue ? 'owes' : 'later',
      payment,
      owed: { registrationId: entry.entryId, seat },
      dueAtMs: isDue ? entry.dueAtMs : null,
    }
  })
  const byEntry = new Map(entries.map((entry) => [entry.id, entry]))
  const shown = new Set(owing.map(({ id }) => id))
  const others = payments
    .filter(({ id }) => !shown.has(id))
    .map((payment): MoneyLine => {
      const entry = byEntry.get(payment.registrationId)
      return {
        id: payment.id,
        name: payment.payer.name,
        detail: entry ? detailOf(entry) : null,
        purpose: payment.purpose,
        money: payment.money,
        // What is neither owed nor paid was given up with its place.
        stands: UNPAID.has(payment.stage) ? 'over' : STANDS_OF[payment.stage],
        payment,
        owed: null,
        dueAtMs: null,
      }
    })
  return [...owing, ...others].toSorted(inOrder)
}

type Unpaid = { entry: RegistrationEntry; money: Money }

/** Every unpaid seat once: by whoever has it, and by the captain where nobody has. */
function unpaidSeats(entries: readonly RegistrationEntry[]): Map<string, Unpaid> {
  const captainsFirst = entries.toSorted((a, b) => Number(a.group !== null) - Number(b.group !== null))
  return new Map(
    captainsFirst.flatMap((entry) =>
      entry.unpaid.flatMap(({ seat, money }): [string, Unpaid][] => (money ? [[seat, { entry, money }]] : [])),
    ),
  )
}

function detailOf({ details, group, seats }: RegistrationEntry): string | null {
  if (details.kind === 'owner') return details.team
  if (group !== null) return `Group of ${group}`
  return seats > 1 ? `Group of ${seats}` : null
}

const RANK: Readonly<Record<Stands, number>> = { owes: 0, way: 1, paid: 2, back: 3, later: 4, over: 5 }

function inOrder(a: MoneyLine, b: MoneyLine): number {
  const asks = Number(isWaiting(b)) - Number(isWaiting(a))
  if (asks !== 0) return asks
  if (a.stands !== b.stands) return RANK[a.stands] - RANK[b.stands]
  if (a.stands === 'owes') return (a.dueAtMs ?? Number.MAX_VALUE) - (b.dueAtMs ?? Number.MAX_VALUE)
  return (b.payment?.updatedAtMs ?? 0) - (a.payment?.updatedAtMs ?? 0)
}

/** Whether a person has to do something about it. */
const isWaiting = ({ payment }: Pick<MoneyLine, 'payment'>): boolean => (payment?.next.length ?? 0) > 0

export type Filters = { q: string; stands: string; kind: string }

/** The filters that an address asks for; what it does not know of is left out. `asks`: what waits for a person. */
export function filtersFrom(search: Pick<URLSearchParams, 'get'>): Filters {
  const stands = search.get('stands') ?? ''
  const kind = search.get('kind') ?? ''
  return {
    q: search.get('q') ?? '',
    stands: stands in STANDS || stands === 'asks' ? stands : '',
    kind: kind === 'fee' || kind === 'deposit' ? kind : '',
  }
}

/** The same as an address says them; empty where nothing is filtered. */
export function searchFrom({ q, stands, kind }: Filters): string {
  return new URLSearchParams({ ...(q && { q }), ...(stands && { stands }), ...(kind && { kind }) }).toString()
}

/** The lines that fit: words are looked for in the names, the team, the reference and the receipt, without accents. */
export function filtered(lines: readonly MoneyLine[], { q, stands, kind }: Filters): MoneyLine[] {
  const words = plain(q).split(/\s+/).filter(Boolean)
  return lines.filter((line) => {
    if (stands === 'asks' ? !isWaiting(line) : stands && line.stands !== stands) return false
    if (kind && line.purpose !== kind) return false
    const text = plain(
      [line.name, line.detail, line.payment?.payer.name, line.payment?.reference, line.id].filter(Boolean).join(' '),
    )
    return words.every((word) => text.includes(word))
  })
}

const plain = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

/** How a line is said in a word or two: as its payment, where that says more. */
export function wordsOf({ stands, payment }: Pick<MoneyLine, 'stands' | 'payment'>): string {
  if (stands === 'owes' && (payment?.stage === 'open' || payment?.stage === 'failed')) return STAGE[payment.stage].words
  if (stands === 'paid' && payment?.source) return `Paid ${SOURCE[payment.source]}`
  return STANDS[stands]
}

/** So much in a currency, over several lines. */
export type Sum = { stands: 'owes' | 'way' | 'paid' | 'back'; count: number; money: Money }

/** How much is owed, on its way, paid and given back, by currency (KEEPER-2). */
export function sumsOf(lines: readonly MoneyLine[]): Sum[] {
  const sums = new Map<string, Sum>()
  const add = (stands: Sum['stands'], { amount, currency }: Money) => {
    const key = `${currency} ${stands}`
    const before = sums.get(key) ?? { stands, count: 0, money: { amount: 0, currency } }
    sums.set(key, { stands, count: before.count + 1, money: { amount: before.money.amount + amount, currency } })
  }
  for (const { stands, money, payment } of lines) {
    if (stands === 'owes' || stands === 'way') add(stands, money)
    if (stands === 'paid') add('paid', money)
    if (payment && payment.returned.amount > 0) add('back', payment.returned)
  }
  return [...sums.values()].toSorted((a, b) => RANK[a.stands] - RANK[b.stands])
}

/** Deposits of which something is left, to be given back together after the event. */
export function depositsOf(lines: readonly MoneyLine[]): { count: number; money: Money[] } {
  const left = lines.flatMap(({ purpose, payment }) =>
    purpose === 'deposit' && payment && payment.refundable.amount > 0 ? [payment.refundable] : [],
  )
  const sums = new Map<string, number>()
  for (const { amount, currency } of left) sums.set(currency, (sums.get(currency) ?? 0) + amount)
  return { count: left.length, money: [...sums].map(([currency, amount]) => ({ amount, currency })) }
}
