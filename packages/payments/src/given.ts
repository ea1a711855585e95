// Given-when-then for the core's tests: a payment at a till, with its log and ledger.
import type { Change } from './changes.ts'
import type { Command, Facts } from './commands.ts'
import { decide } from './decide.ts'
import { due, type Task } from './due.ts'
import { evolve } from './evolve.ts'
import { type Account, postings, trialBalance } from './ledger.ts'
import type { Money } from './money.ts'
import { type Payment, type Stage, stageOf } from './payment.ts'
import type { Refusal } from './refusals.ts'

export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR
export const START = Date.UTC(2026, 5, 1, 4, 30)

export const FEE: Money = { amount: 50_000, currency: 'INR' }

/** Facts that say nothing but what is given. */
export const facts = (more: Partial<Facts> = {}): Facts => ({
  attempt: 'a1',
  page: null,
  intent: null,
  charges: [],
  refunds: [],
  disputes: [],
  ...more,
})

export const charge = (id: string, money: Money = FEE, fee: number | null = null) => ({ id, money, fee, atMs: START })

export class Till {
  nowMs = START
  log: Change[] = []
  #payment: Payment | null = null

  constructor(money: Money = FEE, is: 'fee' | 'deposit' = 'fee') {
    const purpose = { is, registration: 'r1', seat: 'r1.1.1' }
    this.does({ type: 'Create', id: 'p1', event: 'e1', payer: 'asha', purpose, money })
  }

  get payment(): Payment {
    if (!this.#payment) throw new Error('the payment was not created')
    return this.#payment
  }

  get stage(): Stage {
    return stageOf(this.payment)
  }

  /** Runs a command: the refusal, or null when it was accepted. */
  ask(command: Command): Refusal | null {
    const decision = decide(this.#payment, command, this.nowMs)
    if ('refusal' in decision) return decision.refusal
    for (const change of decision.changes) this.#payment = evolve(this.#payment, change)
    this.log.push(...decision.changes)
    return null
  }

  /** Runs commands that must all be accepted. */
  does(...commands: Command[]): this {
    for (const command of commands) {
      const refusal = this.ask(command)
      if (refusal) throw new Error(`${command.type} was refused ${refusal.code}`)
    }
    return this
  }

  learns(...all: Partial<Facts>[]): this {
    return this.does(...all.map((one): Command => ({ type: 'Learn', facts: facts(one) })))
  }

  begins(attempt = 'a1', heldMs = HOUR, way: 'page' | 'form' = 'page'): this {
    return this.does({ type: 'Begin', attempt, way, expiresAtMs: this.nowMs + heldMs })
  }

  opens(attempt = 'a1'): this {
    return this.begins(attempt).does({ type: 'HearOpened', attempt, url: `https://pay/${attempt}` })
  }

  /** Paid on the page, and nothing decided yet. */
  pays(id = 'ch1'): this {
    return this.opens().learns({ charges: [charge(id)] })
  }

  due(): Task[] {
    return due(this.payment, this.nowMs)
  }

  /** What an account stands at, in the payment's currency unless said otherwise. */
  at(account: Account, currency = this.payment.money.currency): number {
    return trialBalance(postings('p1', this.log))[currency]?.[account] ?? 0
  }
}
