// A bank for the core's tests.
import type { Facts } from './commands.ts'
import { FEE } from './given.ts'

type Page = { state: 'open' | 'complete' | 'expired'; intent: 'waiting' | 'processing' | 'failed' | 'succeeded' }
type Paid = { id: string; attempt: string; amount: number; fee: number }
type Back = { id: string; charge: string; amount: number; ours: string | null; state: 'pending' | 'done' | 'failed' }
type Taken = { id: string; charge: string; amount: number; fee: number; state: 'open' | 'won' | 'lost' }

/** What Stripe knows, as a table of facts; nothing of ours is in it. */
export class Bank {
  pages = new Map<string, Page>()
  charges: Paid[] = []
  refunds: Back[] = []
  disputes: Taken[] = []
  keys = new Set<string>()
  #next = 0

  id(of: string): string {
    this.#next += 1
    return `${of}${this.#next}`
  }

  charge(attempt: string, amount = FEE.amount): void {
    this.charges.push({ id: this.id('ch'), attempt, amount, fee: 15 })
  }

  left(charge: Paid): number {
    const back = this.refunds.filter((one) => one.charge === charge.id && one.state !== 'failed')
    const taken = this.disputes.filter((one) => one.charge === charge.id && one.state !== 'won')
    return [...back, ...taken].reduce((left, { amount }) => left - amount, charge.amount)
  }

  /** False where Stripe would refuse it. */
  refund(key: string, chargeId: string, amount: number, ours: string | null): boolean {
    if (this.keys.has(key)) return true
    const charge = this.charges.find(({ id }) => id === chargeId)
    if (
      !charge ||
      this.left(charge) < amount ||
      this.disputes.some((one) => one.charge === chargeId && one.state === 'open')
    )
      return false
    this.keys.add(key)
    this.refunds.push({ id: this.id('re'), charge: chargeId, amount, ours, state: 'pending' })
    return true
  }

  facts(attempt: string): Facts {
    const page = this.pages.get(attempt)
    const charges = this.charges.filter((one) => one.attempt === attempt)
    const ids = new Set(charges.map(({ id }) => id))
    return structuredClone({
      attempt,
      page: page ? { url: 'u', state: page.state } : null,
      intent: page ? { state: page.intent, declined: null } : null,
      charges: charges.map(({ id, amount, fee }) => ({ id, fee, atMs: 0, money: { amount, currency: 'INR' } })),
      refunds: this.refunds.filter(({ charge }) => ids.has(charge)),
      disputes: this.disputes.filter(({ charge }) => ids.has(charge)),
    })
  }

  /** What Stripe would pay out. Money leaves with a refund once it is done. */
  balance(): number {
    const came = this.charges.reduce((sum, { amount, fee }) => sum + amount - fee, 0)
    const left = this.refunds.reduce((sum, { amount, state }) => (state === 'done' ? sum + amount : sum), 0)
    const taken = this.disputes.reduce((sum, { amount, fee, state }) => sum + fee + (state === 'won' ? 0 : amount), 0)
    return came - left - taken
  }
}
