import { PLAIN, type RuleSet } from '../rule-set.ts'

const DOLLAR = 100

/**
 * A fantasy room: a budget of 200, bids of 1 and up in whole steps, jumps, hidden maxima; teams name players in a snake, 30 seconds to name and
 * 30 to bid (ESPN), 10 after a late bid (FanDraft). Squads of 16, as ESPN's standard league has them.
 */
export const fantasy200: RuleSet = {
  ...PLAIN,
  id: 'fantasy-200',
  name: 'Fantasy room, budget 200',
  currency: 'USD',
  source: 'ESPN and Yahoo help pages; FanDraft; squad size common knowledge',
  purse: 200 * DOLLAR,
  squad: { min: 16, max: 16 },
  basePrices: [DOLLAR],
  ladder: [{ from: 0, step: DOLLAR }],
  jumpGrid: DOLLAR,
  clock: { mode: 'clock', lotMs: 30_000, extendMs: 10_000 },
  nomination: { order: 'snake', turnMs: 30_000 },
  proxies: true,
  bidsDecidedBy: 'core',
}
