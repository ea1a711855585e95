import { type Mongo, saveParked } from '@gavel/db'
import type { Parked } from '@gavel/messaging'

/** Keeps a parked message where the operator's page reads it (PARK-1). One about the same thing is the same one, once more (PARK-2). */
export const keepParked = (mongo: Mongo, parked: Parked, nowMs: number): Promise<void> =>
  saveParked(mongo, { ...parked, times: 1, firstAtMs: nowMs, lastAtMs: nowMs })
