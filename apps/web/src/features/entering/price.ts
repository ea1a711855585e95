import { moneyWords } from '@gavel/payments'
import type { AskedTerms } from './terms.ts'

/** What entering costs in words: each seat or share, and all of them; null where it costs nothing. */
export function priceOfSeats(
  { kind, fee, shares }: Pick<AskedTerms, 'kind' | 'fee' | 'shares'>,
  seats: number,
): { each: string; all: string } | null {
  if (!fee) return null
  if (kind === 'player') {
    return { each: moneyWords(fee), all: moneyWords({ ...fee, amount: fee.amount * Math.max(1, seats || 1) }) }
  }
  const first = shares[seats - 1]?.[0] ?? fee
  return { each: moneyWords(first), all: moneyWords(fee) }
}

/** The price as it stands above the button: `₹500`, `₹500 each, ₹2,000 for 4`, `₹5,000 now, a share of ₹20,000`. */
export function priceWords(terms: Pick<AskedTerms, 'kind' | 'fee' | 'shares'>, seats: number): string {
  const price = priceOfSeats(terms, seats)
  if (!price) return 'Free'
  if (!(seats > 1)) return price.all
  return terms.kind === 'player'
    ? `${price.each} each, ${price.all} for ${seats}`
    : `${price.each}, your share of ${price.all}`
}

/** What an open seat of a group costs, in words: the fee, or of a team the first share that nobody has. */
export function seatPrice(
  terms: Pick<AskedTerms, 'kind' | 'fee' | 'shares'>,
  seats: readonly { open: boolean }[],
): string {
  const { kind, fee, shares } = terms
  if (!fee) return 'Free'
  const share = kind === 'owner' ? shares[seats.length - 1]?.[seats.findIndex(({ open }) => open)] : fee
  return moneyWords(share ?? fee)
}
