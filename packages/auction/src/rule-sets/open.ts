import { CRORE, LAKH } from '../money.ts'
import { PLAIN, type RuleSet } from '../rule-set.ts'

/** A plain auction for a club, a company or a school: flat steps, no caps, unsold players may come back at half the lowest base. */
export const open: RuleSet = {
  ...PLAIN,
  id: 'open',
  name: 'Open auction',
  currency: 'INR',
  source: 'Gavel’s own, for any community',
  purse: CRORE,
  squad: { min: 11, max: 15 },
  basePrices: [1, 2, 5, 10].map((lakh) => lakh * LAKH),
  ladder: [{ from: 0, step: LAKH / 2 }],
  jumpGrid: LAKH / 2,
  recallFloor: LAKH / 2,
}
