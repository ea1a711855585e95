import { type Money, moneyWords } from '@gavel/payments'

/** Money as the books say it: below nothing with a true minus, which is as wide as a figure. */
export const booked = (money: Money): string => moneyWords(money).replace('-', '−')

/** The same in a sentence: nothing is said as such. */
export const someOf = (money: Money): string => (money.amount === 0 ? 'nothing' : booked(money))
