// Properties of every payment: a bank that does what banks do, facts that come twice, late and out of order, replies that are lost, and
// shells that die between any two steps.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { changeId } from './changes.ts'
import type { Facts } from './commands.ts'
import { decide } from './decide.ts'
import type { Task } from './due.ts'
import { evolve, fold } from './evolve.ts'
import { DAY, FEE, HOUR, MINUTE, Till } from './given.ts'
import { Bank } from './given-bank.ts'
import { type Account, type LedgerEntry, postings, type TrialBalance, trialBalance } from './ledger.ts'
import { countingCharge, refundable } from './payment.ts'
import { movementsOf, reconcile } from './reconcile.ts'

const act = fc.record({
  kind: fc.constantFrom(
    ...(['begin', 'begin', 'work', 'work', 'work', 'pay', 'pay', 'pay', 'paySlow', 'settle', 'fail'] as const),
    ...(['expire', 'odd', 'snapshot', 'snapshot', 'snapshot', 'deliver', 'deliver', 'deliver', 'deliver'] as const),
    ...(['cash', 'cancel', 'organiser', 'byHand', 'refunds', 'refundFails', 'dispute', 'won', 'lost'] as const),
  ),
  n: fc.integer({ min: 0, max: 7 }),
  waitMs: fc.constantFrom(0, 0, MINUTE, 20 * MINUTE, HOUR, 3 * DAY),
  /** How far the shell comes with a task: done and told, done and the reply lost, dead before it. */
  luck: fc.constantFrom('told', 'told', 'lost', 'dead'),
  percent: fc.constantFrom(100, 100, 50, 0),
  keeps: fc.boolean(),
})
type Of<T> = T extends fc.Arbitrary<infer V> ? V : never
type Act = Of<typeof act>
const story = fc.array(act, { minLength: 10, maxLength: 70 })

class World {
  till = new Till()
  bank = new Bank()
  mail: Facts[] = []
  #count = 0

  /** A task of the shell. */
  work(task: Task, { luck, percent, keeps }: Pick<Act, 'luck' | 'percent' | 'keeps'>): void {
    if (luck === 'dead') return
    const { till, bank } = this
    switch (task.do) {
      case 'open': {
        const { id } = task.attempt
        if (!bank.pages.has(id)) bank.pages.set(id, { state: 'open', intent: 'waiting' })
        if (luck === 'told') till.does({ type: 'HearOpened', attempt: id, url: 'u' })
        else till.does({ type: 'HearNotOpened', attempt: id, failure: { is: 'network' }, random: 0.5 })
        break
      }
      case 'close':
      case 'look': {
        const page = bank.pages.get(task.attempt)
        if (task.do === 'close' && page?.state === 'open') page.state = 'expired'
        if (luck === 'told') till.learns(bank.facts(task.attempt))
        break
      }
      case 'tell':
        this.#count += 1
        till.does(keeps ? { type: 'Keep' } : { type: 'Return', refund: `back-${this.#count}`, percent })
        break
      case 'refund': {
        const { refund, charge, money, key } = task
        const taken = bank.refund(key, charge, money.amount, refund)
        const attempt = bank.charges.find(({ id }) => id === charge)?.attempt ?? ''
        const failure = taken ? ({ is: 'network' } as const) : ({ is: 'refused', code: 'x', message: 'No.' } as const)
        if (taken && luck === 'told') till.learns(bank.facts(attempt))
        else till.does({ type: 'HearNotRefunded', refund, failure, random: 0.5 })
        break
      }
      case 'hand-back':
        till.does({ type: 'HandBack', refund: task.refund, how: 'cash', reference: 'R 2' })
        break
      case 'mend':
        if (till.payment.refunds.some(({ id }) => id === task.what))
          till.does({ type: 'HandBack', refund: task.what, how: 'upi', reference: 'T 2' })
        break
      default:
        task satisfies never
    }
  }

  play(one: Act): void {
    const { till, bank } = this
    till.nowMs += one.waitMs
    this.#count += 1
    const pick = <T>(list: readonly T[]): T | undefined => list[one.n % Math.max(1, list.length)]
    const page = pick([...bank.pages])
    const charge = pick(bank.charges)
    switch (one.kind) {
      case 'begin':
        till.ask({ type: 'Begin', attempt: `a${this.#count}`, way: 'page', expiresAtMs: till.nowMs + HOUR })
        break
      case 'work': {
        // A stuck refund is mended by a person, who looks at Stripe first: at the end.
        const task = pick(till.due().filter(({ do: what }) => what !== 'mend'))
        if (task) this.work(task, one)
        break
      }
      case 'pay':
      case 'odd':
        if (page?.[1].state !== 'open') break
        Object.assign(page[1], { state: 'complete', intent: 'succeeded' })
        bank.charge(page[0], one.kind === 'odd' ? 123 : undefined)
        break
      case 'paySlow':
        if (page?.[1].state === 'open') Object.assign(page[1], { state: 'complete', intent: 'processing' })
        break
      case 'settle':
      case 'fail':
        if (page?.[1].intent !== 'processing') break
        page[1].intent = one.kind === 'fail' ? 'failed' : 'succeeded'
        if (one.kind === 'settle') bank.charge(page[0])
        break
      case 'expire':
        if (page?.[1].state === 'open') page[1].state = 'expired'
        break
      case 'snapshot':
        if (page) this.mail.push(bank.facts(page[0]))
        break
      case 'deliver': {
        const letter = pick(this.mail)
        if (letter) till.learns(letter)
        break
      }
      case 'cash':
        till.ask({ type: 'MarkPaid', charge: `cash${this.#count}`, how: 'cash', reference: 'R 1', by: 'boss' })
        break
      case 'cancel':
        till.does({ type: 'Cancel', why: 'Lapsed.' })
        break
      case 'organiser':
        till.ask({ type: 'Refund', refund: `org${this.#count}`, amount: 1 + one.n * 5_000 })
        break
      case 'byHand':
        if (charge) bank.refund(bank.id('key'), charge.id, Math.min(charge.amount, 1 + one.n * 10_000), null)
        break
      case 'refunds':
        for (const back of bank.refunds) if (back.state === 'pending') back.state = 'done'
        break
      case 'refundFails': {
        const back = pick(bank.refunds)
        if (back) back.state = 'failed'
        break
      }
      case 'dispute':
        if (charge && bank.left(charge) > 0)
          bank.disputes.push({ id: bank.id('dp'), charge: charge.id, amount: bank.left(charge), fee: 7, state: 'open' })
        break
      case 'won':
      case 'lost': {
        const open = bank.disputes.find(({ state }) => state === 'open')
        // Who lost has told the court everything: facts of that time are whole.
        if (open) open.state = one.kind
        break
      }
      default:
        one.kind satisfies never
    }
  }

  /** Everything that is on its way arrives, and every task is done. Weeks pass, so nothing waits for its next try. */
  settle(keeps: boolean): void {
    const { till, bank } = this
    const left = () => till.due().filter(({ do: what }) => what !== 'open')
    for (let round = 0; round < 12; round += 1) {
      till.nowMs += 7 * DAY
      for (const back of bank.refunds) if (back.state === 'pending') back.state = 'done'
      for (const taken of bank.disputes) if (taken.state === 'open') taken.state = 'won'
      for (const [attempt, page] of bank.pages) {
        if (page.state === 'open') page.state = 'expired'
        if (page.intent === 'processing') page.intent = 'failed'
        till.learns(bank.facts(attempt))
      }
      for (const task of left()) this.work(task, { luck: 'told', percent: 100, keeps })
    }
    expect(left()).toEqual([])
  }
}

const sum = (balance: TrialBalance[string] | undefined) => Object.values(balance ?? {}).reduce((a, b) => a + b, 0)
const booked = (till: Till) => trialBalance(postings('p1', till.log)).INR
const at = (till: Till, account: Account) => booked(till)?.[account] ?? 0

/** Plays stories; `look` sees the world after each act, `end` once everything has settled. */
function every(look: (world: World) => void, end: (world: World) => void = () => {}, numRuns = 400): void {
  fc.assert(
    fc.property(story, fc.boolean(), (acts, keeps) => {
      const world = new World()
      for (const one of acts) {
        world.play(one)
        look(world)
      }
      world.settle(keeps)
      look(world)
      end(world)
    }),
    { numRuns },
  )
}

test('FULFIL-2 at most one charge counts, and every other is owed back', () => {
  every(({ till: { payment } }) => {
    expect(payment.charges.filter(({ counts }) => counts).length).toBeLessThanOrEqual(1)
    for (const charge of payment.charges) if (!charge.counts) expect(refundable(payment, charge)).toBe(0)
  })
})

test('FULFIL-6 nothing is kept without a charge that counts', () => {
  every(({ till: { payment } }) => {
    if (payment.kept) expect(countingCharge(payment)).not.toBeNull()
  })
})

test('LEDGER-3 the ledger always balances', () => {
  every(({ till }) => expect(sum(booked(till))).toBe(0))
})

test('LEDGER-3 in the end Stripe’s account is what Stripe has, and every amount is kept, given back or lost', () => {
  every(
    () => {},
    ({ till, bank }) => {
      expect(at(till, 'stripe')).toBe(bank.balance())
      expect([at(till, 'received'), at(till, 'refunds-owed'), at(till, 'disputed')].map(Math.abs)).toEqual([0, 0, 0])
      const kept = -at(till, 'income')
      expect(kept).toBeGreaterThanOrEqual(0)
      expect(kept).toBeLessThanOrEqual(FEE.amount)
    },
  )
})

test('REFUND-2 what goes back of a charge never exceeds it', () => {
  every(({ till: { payment } }) => {
    for (const { id, money } of payment.charges) {
      const back = payment.refunds.filter(({ charge, state }) => charge === id && state.is !== 'dropped')
      expect(back.reduce((total, { amount }) => total + amount, 0)).toBeLessThanOrEqual(money.amount)
    }
  })
})

test('FULFIL-1 once everything is known, no letter that was ever sent changes anything', () => {
  every(
    () => {},
    ({ till, mail, bank }) => {
      const { payment } = till
      till.learns(...mail, ...[...bank.pages.keys()].map((attempt) => bank.facts(attempt)))
      expect(till.payment).toBe(payment)
    },
  )
})

test('PAY-6, LEDGER-1 a shell that died after any change goes on from there to the same money', () => {
  every(
    () => {},
    ({ till, bank }) => {
      expect(fold(till.log)).toEqual(till.payment)
      for (let n = 1; n < till.log.length; n += 3) {
        let log = till.log.slice(0, n)
        let payment = fold(log)
        for (const attempt of bank.pages.keys()) {
          const decision = decide(payment, { type: 'Learn', facts: bank.facts(attempt) }, till.nowMs)
          if ('refusal' in decision) throw new Error(decision.refusal.code)
          for (const change of decision.changes) payment = evolve(payment, change)
          log = [...log, ...decision.changes]
        }
        const entries: LedgerEntry[] = postings('p1', log)
        expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length)
        expect(sum(trialBalance(entries).INR)).toBe(0)
        expect(payment?.charges.map(({ id }) => id).toSorted()).toEqual(
          expect.arrayContaining(bank.charges.map(({ id }) => id)),
        )
      }
      expect(new Set(till.log.map((change) => changeId('p1', change))).size).toBe(till.log.length)
    },
    100,
  )
})

test('RECON-1 in the end our movements and Stripe’s are the same', () => {
  every(
    () => {},
    ({ till, bank }) => {
      const money = (amount: number) => ({ amount, currency: 'INR' })
      const charges = bank.charges.map(({ id, amount }) => ({ id, kind: 'charge', money: money(amount) }) as const)
      const refunds = bank.refunds.map(
        ({ id, amount, state }) => ({ id, kind: 'refund', money: money(amount), state }) as const,
      )
      const theirs = [...charges.map((one) => ({ ...one, state: 'done' as const })), ...refunds]
      const span = { fromMs: 0, nowMs: till.nowMs + DAY }
      const { found } = reconcile(
        movementsOf(till.payment),
        theirs.map((one) => ({ ...one, atMs: 0, payment: 'p1' })),
        span,
      )
      expect(found).toEqual([])
    },
  )
})

test('the stories above come to every kind of change', () => {
  const seen = new Set<string>()
  for (const acts of fc.sample(story, { numRuns: 300, seed: 8 })) {
    const world = new World()
    for (const one of acts) world.play(one)
    world.settle(true)
    for (const { type } of world.till.log) seen.add(type)
  }
  const some = ['Created', 'AttemptBegun', 'AttemptMoved', 'ChargeSeen', 'FeeSeen', 'Kept', 'Cancelled']
  const refunds = [
    'RefundOwed',
    'RefundSent',
    'RefundDelayed',
    'RefundDone',
    'RefundFailed',
    'RefundDropped',
    'RefundNoted',
  ]
  expect([...seen].toSorted()).toEqual([...some, ...refunds, 'DisputeOpened', 'DisputeWon', 'DisputeLost'].toSorted())
})
