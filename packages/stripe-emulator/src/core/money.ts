import { invalid, type Outcome, type Refusal } from './problem.ts'

const SUPPORTED = new Set(
  `usd aed afn all amd ang aoa ars aud awg azn bam bbd bdt bhd bif bmd bnd bob brl bsd bwp byn bzd cad cdf chf clp cny cop crc cve czk djf dkk dop
  dzd egp etb eur fjd fkp gbp gel gip gmd gnf gtq gyd hkd hnl htg huf idr ils inr isk jmd jod jpy kes kgs khr kmf krw kwd kyd kzt lak lbp lkr lrd
  lsl mad mdl mga mkd mmk mnt mop mur mvr mwk mxn myr mzn nad ngn nio nok npr nzd omr pab pen pgk php pkr pln pyg qar ron rsd rub rwf sar sbd scr
  sek sgd shp sle sos srd std szl thb tjs tnd top try ttd twd tzs uah ugx uyu uzs vnd vuv wst xaf xcd xof xpf yer zar zmw`.split(
    /\s+/,
  ),
)
const NO_DECIMALS = new Set('bif clp djf gnf jpy kmf krw mga pyg rwf vnd vuv xaf xof xpf'.split(' '))
const THREE_DECIMALS = new Set('bhd jod kwd omr tnd'.split(' '))
/** Written with two decimals, which have to be zero: https://docs.stripe.com/currencies#special-cases. */
const WHOLE_ONLY = new Set(['isk', 'ugx'])

/** The least that a card can be charged, in the smallest unit: https://docs.stripe.com/currencies#minimum-and-maximum-charge-amounts. */
const LEAST: Readonly<Record<string, number>> = {
  usd: 50,
  aed: 200,
  aud: 50,
  brl: 50,
  cad: 50,
  chf: 50,
  czk: 1_500,
  dkk: 250,
  eur: 50,
  gbp: 30,
  hkd: 400,
  huf: 17_500,
  inr: 50,
  jpy: 50,
  mxn: 1_000,
  myr: 200,
  nok: 300,
  nzd: 50,
  pln: 200,
  ron: 200,
  sek: 300,
  sgd: 50,
  thb: 1_000,
}
const MOST = 99_999_999

/** How many decimals the currency is written with: 0, 2 or 3. */
export const decimalsOf = (currency: string): number =>
  NO_DECIMALS.has(currency) ? 0 : THREE_DECIMALS.has(currency) ? 3 : 2

/** An amount for people: `₹500.00`. `amount` is in the smallest unit. */
export const written = (amount: number, currency: string): string => {
  const digits = decimalsOf(currency)
  const format = { style: 'currency', currency, minimumFractionDigits: digits, maximumFractionDigits: digits } as const
  return new Intl.NumberFormat('en', format).format(amount / 10 ** digits)
}

/** A currency's code in lower case, or Stripe's refusal of what is none. */
export const currencyOf = (given: string, param: string): Outcome<string> => {
  const currency = given.toLowerCase()
  if (SUPPORTED.has(currency)) return currency
  const all = [...SUPPORTED].join(', ')
  return invalid(`Invalid currency: ${currency}. Stripe currently supports these currencies: ${all}`, { param })
}

/** Why this amount cannot be charged, or null where it can. STRIPE-8. */
export const amountProblem = (amount: number, currency: string, param: string, what = 'Amount'): Refusal | null => {
  if (amount < 1) return invalid('Invalid positive integer', { code: 'parameter_invalid_integer', param })
  const least = LEAST[currency] ?? 1
  if (amount < least)
    return invalid(`${what} must be at least ${written(least, currency)} ${currency}`, {
      code: 'amount_too_small',
      param,
    })
  if (amount > MOST)
    return invalid(`${what} must be no more than ${written(MOST, currency)}`, { code: 'amount_too_large', param })
  const step = THREE_DECIMALS.has(currency) ? 10 : WHOLE_ONLY.has(currency) ? 100 : 1
  return amount % step === 0
    ? null
    : invalid(`Invalid amount: amounts in ${currency} must be a multiple of ${step}.`, { param })
}

/** What a charge costs: 2.9 % and a fixed part, never more than the charge. */
export const feeOf = (amount: number, currency: string): number => {
  const fixed = { 0: 0, 2: 30, 3: 100 }[decimalsOf(currency)] ?? 0
  return Math.min(amount, Math.round((amount * 29) / 1_000) + fixed)
}
