import {
  closeSandbox,
  deleteBots,
  deleteSandbox,
  eventTraces,
  forgetEvent,
  listSandboxes,
  type Sandbox,
} from '@gavel/db'
import type { Services } from '../services.ts'

type Parts = Pick<Services, 'mongo' | 'log' | 'postgres' | 'logger'>

/** A sandbox that is not built, or not forgotten, after so long was left half-way by a crash. */
const STUCK_MS = 60_000

/**
 * Forgets a sandbox: its event, auction, names, log in Redis and in the archive, views and bots (SANDBOX-5). Its record goes last, so
 * that whatever stops it half-way is gone on with from there.
 * @throws where a store is away; repeating it goes on
 */
export const forgetSandbox = async (services: Parts, sandbox: Pick<Sandbox, 'eventId' | 'tag'>): Promise<void> => {
  const { mongo, log, postgres } = services
  await closeSandbox(mongo, sandbox)
  for (const trace of await eventTraces(mongo, { sandboxOf: sandbox.eventId })) {
    // The log first: without it nothing more is written to the archive.
    const seqs: number[] = []
    for (const auctionId of trace.auctionIds) {
      seqs.push((await log.load(auctionId))?.state.seq ?? 0)
      await log.evict(auctionId, { discard: true })
    }
    await forgetEvent(mongo, trace, Math.max(0, ...seqs))
  }
  await deleteBots(postgres, sandbox.tag)
  await deleteSandbox(mongo, sandbox)
}

/** Forgets every sandbox whose time is up, or that a crash left half-way. @throws AggregateError where some could not be */
export const forgetStaleSandboxes = async (services: Parts, nowMs: number): Promise<void> => {
  const stale = (await listSandboxes(services.mongo)).filter(
    ({ stage, startedAtMs, expiresAtMs }) =>
      expiresAtMs <= nowMs || stage === 'forgetting' || (stage === 'building' && startedAtMs + STUCK_MS <= nowMs),
  )
  const turns = await Promise.allSettled(stale.map((sandbox) => forgetSandbox(services, sandbox)))
  const failures = turns.flatMap((turn) => (turn.status === 'rejected' ? [turn.reason] : []))
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} sandboxes could not be forgotten`)
}
