import { auctionById, claimNextNight, expireSandbox, noteNextNight } from '@gavel/db'
import type { Services } from '../services.ts'
import { buildDemoNight } from './build-night.ts'
import { type DemoNight, demoNights } from './nights.ts'
import { takeBackSeats } from './seats.ts'

type Parts = Pick<Services, 'mongo' | 'log' | 'postgres' | 'reach'>

/** People look at the squads for so long before the next night begins. */
const PAUSE_MS = 30_000
/** A night that has ended can be looked at for so long. */
const KEPT_MS = 30 * 60_000
/** Making a night takes seconds; who claimed it and has not made it by then has crashed. */
const BUILD_MS = 60_000

/**
 * Keeps the demo going: takes back the seats of visitors who left, and makes the next night when one has ended (DEMO-2). Several workers may
 * do it at once. Where no night was ever seeded it does nothing.
 * @throws where a store is away; repeating it goes on
 */
export const keepDemo = async (services: Parts, nowMs: number): Promise<void> => {
  const [newest, ...older] = await demoNights(services.mongo)
  for (const night of older) await takeBackSeats(services, night, nowMs)
  if (!newest) return
  await takeBackSeats(services, newest, nowMs)
  const auction = await auctionById(services.mongo, newest.auctionId)
  if (auction?.status === 'ended') await goOn(services, newest, nowMs)
}

const goOn = async (services: Parts, night: DemoNight, nowMs: number): Promise<void> => {
  const { mongo } = services
  if (night.expiresAtMs > nowMs + KEPT_MS) return expireSandbox(mongo, night, nowMs + KEPT_MS)
  const endedAtMs = night.expiresAtMs - KEPT_MS
  if (nowMs < endedAtMs + PAUSE_MS || !(await claimNextNight(mongo, night, { nowMs, forMs: BUILD_MS }))) return
  const { auctionId } = await buildDemoNight(services, nowMs)
  await noteNextNight(mongo, night, { claimedAtMs: nowMs, auctionId })
}
