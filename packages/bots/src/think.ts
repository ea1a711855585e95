import type { Lot } from '@gavel/auction'
import type { Rng } from './rng.ts'
import { type Bot, CHARACTERS } from './tempers.ts'

/** How long anybody thinks before a paddle goes up, by the server's clock. */
export const THINK_MS = { least: 400, most: 2_500 } as const
/** Once the auctioneer calls, whoever still wants the player must be quick. */
const CALLED_MS = 1_200

/** How long this bot thinks now, counted from what it saw happen last (BOT-3). */
export function thinkMs(lot: Pick<Lot, 'going'>, { temper }: Bot, rng: Rng): number {
  const most = lot.going === 0 ? THINK_MS.most : CALLED_MS
  return Math.round(THINK_MS.least + (most - THINK_MS.least) * rng() ** CHARACTERS[temper].haste)
}
