import { listSandboxes, type Mongo, type Sandbox } from '@gavel/db'
import { DEMO } from './build-night.ts'

/** A night of the demo that is built. */
export type DemoNight = Sandbox & { slug: string; auctionId: string }

/** Nights of the demo, the newest first. Without the demo's seed there is none. */
export const demoNights = async (mongo: Mongo): Promise<DemoNight[]> => {
  const nights = (await listSandboxes(mongo)).filter(
    (sandbox): sandbox is DemoNight =>
      sandbox.startedBy === DEMO && sandbox.stage === 'open' && sandbox.slug !== null && sandbox.auctionId !== null,
  )
  return nights.toReversed()
}

/** Whether a seat is taken by a visitor who is still there. */
export const sitsNow = ({ seats }: Pick<Sandbox, 'seats'>, teamId: string | null, nowMs: number): boolean =>
  seats.some((seat) => seat.teamId === teamId && seat.untilMs > nowMs)
