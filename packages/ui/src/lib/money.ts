import { formatMoneyExact, formatMoney as sayMoney } from '@gavel/auction'

export type MoneyStyle = 'words' | 'short' | 'exact'

/** Money cut into what a price board shows: a symbol, figures that may roll, a word behind them. */
export type MoneyParts = { symbol: string; figures: string; unit: string }

const SHORT: Record<string, string> = { crore: 'cr', lakh: 'L' }

/**
 * Money as the screens write it: `words` gives `₹18.25 crore` as the core says it, `short` gives `₹18.25 cr` for tight
 * rows, `exact` gives `₹18,25,00,000`.
 *
 * @param amount an integer in the currency's smallest unit (paise, cents)
 * @param currency an ISO 4217 code
 */
export function formatMoney(amount: number, currency = 'INR', style: MoneyStyle = 'words'): string {
  if (style === 'exact') return withMinus(formatMoneyExact(amount, currency))
  const said = withMinus(sayMoney(amount, currency))
  return style === 'words' ? said : said.replace(/crore|lakh/, (word) => SHORT[word] ?? word)
}

/** The parts of `₹18.25 crore`, without a sign. */
export function moneyParts(amount: number, currency = 'INR'): MoneyParts {
  const said = formatMoney(Math.abs(amount), currency)
  const [, symbol = '', figures = said, unit = ''] = /^(\D*)([\d.,]+)\s*(.*)$/.exec(said) ?? []
  return { symbol: symbol.trim(), figures, unit }
}

/** A true minus is as wide as a figure; the keyboard's hyphen is not. */
const withMinus = (said: string) => said.replace('-', '−')
