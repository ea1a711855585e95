import { describe, expect, it } from 'vitest'
import { aPayment, paid } from './given-payment.ts'
import { badgeOf, landingOf, lookAgainMs, turnOf } from './stands.ts'

const PAGE = 'https://checkout.stripe.com/c/pay/cs_1'
const open = (declined: string | null = null, url: string | null = PAGE) =>
  ({ is: 'open', attempt: 'a', url, declined }) as const

describe('what there is to do', () => {
  it('PAYING-1 what was never begun is paid, what failed or whose page closed is paid again', () => {
    expect(turnOf(aPayment())).toEqual({ do: 'pay', again: false })
    expect(turnOf(aPayment({ stage: { is: 'failed', code: 'expired_card' }, tries: 1 }))).toEqual({
      do: 'pay',
      again: true,
    })
    expect(turnOf(aPayment({ stage: { is: 'expired' }, tries: 1 }))).toEqual({ do: 'pay', again: true })
    expect(turnOf(aPayment({ stage: { is: 'returned' }, tries: 1 }))).toEqual({ do: 'pay', again: true })
  })

  it('PAYING-1 an open page is gone on with, by another card where one was declined; so is a form', () => {
    expect(turnOf(aPayment({ stage: open(), tries: 1 }))).toEqual({ do: 'go-on', url: PAGE, declined: false })
    expect(turnOf(aPayment({ stage: open('lost_card'), tries: 1 }))).toEqual({ do: 'go-on', url: PAGE, declined: true })
    expect(turnOf(aPayment({ stage: open(null, null), tries: 1 }))).toEqual({ do: 'form', declined: false })
    expect(turnOf(aPayment({ stage: open('lost_card', null), tries: 1 }))).toEqual({ do: 'form', declined: true })
  })

  it('PAYING-1 a page that Stripe has not given yet, money on its way and a place being confirmed are waited for', () => {
    expect(turnOf(aPayment({ tries: 1 }))).toEqual({ do: 'wait', for: 'page' })
    expect(turnOf(aPayment({ stage: { is: 'processing', attempt: 'a' }, payable: false }))).toEqual({
      do: 'wait',
      for: 'money',
    })
    expect(turnOf(aPayment({ stage: paid(false), payable: false }))).toEqual({ do: 'wait', for: 'place' })
    expect(turnOf(aPayment({ stage: paid(true), payable: false, entry: 'pending' }))).toEqual({
      do: 'wait',
      for: 'place',
    })
    expect(turnOf(aPayment({ stage: paid(true), payable: false, entry: 'confirmed' }))).toEqual({ do: 'nothing' })
    expect(turnOf(aPayment({ stage: paid(false, 'lost'), payable: false }))).toEqual({
      do: 'nothing',
    })
  })

  it('PAYING-1 where no card can pay the organiser takes the money, and where the place is gone one enters again', () => {
    expect(turnOf(aPayment({ payable: false }))).toEqual({ do: 'by-hand' })
    const gone = { payable: false, heldUntilMs: null }
    expect(turnOf(aPayment({ ...gone, stage: { is: 'expired' }, entry: 'lapsed' }))).toEqual({ do: 'enter-again' })
    expect(turnOf(aPayment({ ...gone, stage: { is: 'cancelled', why: 'It ran out.' }, entry: null }))).toEqual({
      do: 'enter-again',
    })
    expect(
      turnOf(aPayment({ ...gone, stage: { is: 'cancelled', why: 'Somebody else paid.' }, entry: 'confirmed' })),
    ).toEqual({
      do: 'nothing',
    })
    expect(turnOf(aPayment({ ...gone, stage: { is: 'returned' }, entry: 'withdrawn' }))).toEqual({ do: 'nothing' })
  })

  it('PAYING-1 money that is disputed, taken back, or without a place yet is not simply said to be paid', () => {
    const words = (kept: boolean, dispute: 'open' | 'won' | 'lost' | null) => badgeOf(paid(kept, dispute)).words
    expect([
      words(true, null),
      words(true, 'won'),
      words(false, null),
      words(true, 'open'),
      words(true, 'lost'),
    ]).toEqual([...['Paid', 'Paid', 'Received'], ...['Disputed', 'Taken back by the bank']])
    expect(badgeOf({ is: 'expired' }).words).toBe('Not paid in time')
  })
})

describe('coming back from paying', () => {
  const title = (changed: Parameters<typeof aPayment>[0]) => {
    const { title: said, asks } = landingOf(aPayment(changed))
    return `${said}${asks ? ' …' : ''}`
  }

  it('PAYING-2 who is in is told so, and who waits for others or for the place what comes next', () => {
    expect(title({ stage: paid(true), entry: 'confirmed' })).toBe('You are in')
    expect(title({ stage: paid(true), entry: 'owing' })).toBe('Your seat is paid')
    expect(title({ stage: paid(true), entry: 'owing', purpose: 'deposit' })).toBe('Your share is paid')
    expect(title({ stage: paid(true), entry: 'pending' })).toBe('Paid …')
    expect(title({ stage: paid(true), entry: 'withdrawn' })).toBe('Paid')
    expect(title({ stage: paid(false) })).toBe('Your money has arrived …')
    expect(title({ stage: paid(true, 'open') })).toBe('Paid')
  })

  it('PAYING-2 what is not known yet is asked for, and what is known says so at once', () => {
    expect(title({ stage: open(), tries: 1 })).toBe('Looking for your payment …')
    expect(title({ tries: 1 })).toBe('Looking for your payment …')
    expect(title({ stage: { is: 'processing', attempt: 'a' } })).toBe('Your payment is on its way')
    expect(title({ stage: { is: 'failed', code: null } })).toBe('The payment did not go through')
    expect(title({ stage: { is: 'returned' } })).toBe('Your money goes back')
    expect(title({ stage: { is: 'expired' } })).toBe('Nothing was paid')
    expect(title({ stage: { is: 'cancelled', why: 'x' } })).toBe('This was called off')
  })

  it('PAYING-2 a declined card is told in its own words, and that nothing was charged', () => {
    const declinedWords = 'This card has expired. Please use another one.'
    expect(landingOf(aPayment({ stage: { is: 'failed', code: 'expired_card' }, declinedWords })).words).toBe(
      `${declinedWords} Nothing was charged.`,
    )
    expect(landingOf(aPayment({ stage: open('expired_card'), declinedWords })).words).toBe(declinedWords)
  })

  it('PAYING-2 what may change by itself is looked at again, and what stands is not', () => {
    expect(lookAgainMs(aPayment())).toBe(5_000)
    expect(lookAgainMs(aPayment({ stage: { is: 'processing', attempt: 'a' } }))).toBe(20_000)
    expect(lookAgainMs(aPayment({ stage: paid(true) }))).toBeNull()
    expect(lookAgainMs(aPayment({ stage: { is: 'expired' }, heldUntilMs: null }))).toBeNull()
  })
})
