import { type Event, type Sandbox, sandboxOfEvent } from '@gavel/db'
import { eventProcedure } from '../trpc.ts'

/** The sandbox that an event has now. */
export type CurrentSandbox = Pick<Sandbox, 'auctioneer' | 'startedAtMs' | 'expiresAtMs'> & {
  slug: string
  auctionId: string
  phase: 'scheduled' | 'running' | 'paused' | 'ended'
  sold: number
  unsold: number
  waiting: number
}

/** The event that is rehearsed: the event itself, or the one that this sandbox is a copy of. */
export const rehearsedId = (event: Event): string => event.sandboxOf ?? event.id

/** How the rehearsal of an event stands; null where there is none. Asked with the copy's own address it answers the same. */
export const current = eventProcedure('sandbox.run').query(
  async ({ ctx: { services, event } }): Promise<CurrentSandbox | null> => {
    const sandbox = await sandboxOfEvent(services.mongo, rehearsedId(event))
    if (sandbox?.stage !== 'open' || sandbox.slug === null || sandbox.auctionId === null) return null
    const { slug, auctionId, auctioneer, startedAtMs, expiresAtMs } = sandbox
    const live = await services.log.load(auctionId).catch(() => null)
    const players = Object.values(live?.state.players ?? {})
    const count = (is: string) => players.filter(({ status }) => status.is === is).length
    return {
      slug,
      auctionId,
      auctioneer,
      startedAtMs,
      expiresAtMs,
      phase: live?.state.phase.is ?? 'scheduled',
      sold: count('sold'),
      unsold: count('unsold'),
      waiting: count('waiting'),
    }
  },
)
