import { PRESENT } from '../pool/state-of.ts'
import type { Services } from '../services.ts'

/** The store's clock. While the store is away nothing is added, and this clock is near enough. */
export const storeNow = ({ log }: Pick<Services, 'log'>): Promise<number> => log.now().catch(() => Date.now())

/** The moment so long ago on the store's clock; {@link PRESENT} for none. */
export const momentAgo = async (services: Pick<Services, 'log'>, delayMs: number): Promise<number> =>
  delayMs === 0 ? PRESENT : (await storeNow(services)) - delayMs
