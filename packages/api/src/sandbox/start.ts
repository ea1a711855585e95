import { setTimeout as delay } from 'node:timers/promises'
import type { AuctionState } from '@gavel/auction'
import { auctionById, changeEvent, insertSandbox, newId, openSandbox, type Sandbox, sandboxOfEvent } from '@gavel/db'
import { z } from 'zod'
import { AppError } from '../errors.ts'
import { liveStateOf } from '../pool/state-of.ts'
import type { Services } from '../services.ts'
import { eventProcedure } from '../trpc.ts'
import { type BuiltSandbox, buildSandbox, type SandboxPlan } from './build.ts'
import { forgetSandbox } from './forget-sandbox.ts'

/** A sandbox is forgotten by itself so long after its start. */
export const SANDBOX_MS = 6 * 3_600_000
/** Building one takes about a second; whoever asks meanwhile waits for it at most so long. */
const BUILD_MS = 15_000
const LOOK_MS = 100

/** The sandbox of an event: the copy's address and auction. */
export type StartedSandbox = { slug: string; auctionId: string }

/**
 * Rehearses an event that has not begun, in a copy with bots on the paddles; `auctioneer` says who conducts. Asked twice, also at once,
 * it answers the same sandbox.
 */
export const start = eventProcedure('sandbox.run')
  .input(z.object({ auctioneer: z.enum(['me', 'bot']) }))
  .mutation(async ({ ctx: { services, actor, event }, input: { auctioneer } }): Promise<StartedSandbox> => {
    const source = event.auctionId && !event.rehearsal ? await auctionById(services.mongo, event.auctionId) : null
    if (!source) throw notReady('This event has nothing to rehearse.')
    const userId = actor.operator ? null : actor.userId
    if (userId === null && auctioneer === 'me') throw notReady('Sign in as a person to conduct a rehearsal.')
    const standing = await standingSandbox(services, event.id, auctioneer)
    if (standing) return standing
    const state = await liveStateOf(services, source.id)
    refuseUnready(state)
    const tag = newId()
    const startedAtMs = Date.now()
    const isFirst = await insertSandbox(services.mongo, {
      eventId: event.id,
      tag,
      auctioneer,
      startedBy: userId ?? 'operator',
      startedAtMs,
      expiresAtMs: startedAtMs + SANDBOX_MS,
    })
    if (!isFirst) {
      const other = await standingSandbox(services, event.id, auctioneer)
      if (other) return other
      throw new AppError('SANDBOX.EXISTS')
    }
    return build(services, { event, source, state, tag, auctioneer, userId })
  })

const notReady = (reason: string) => new AppError('SANDBOX.NOT_READY', { reason })

const refuseUnready = ({ phase, teams, players }: AuctionState): void => {
  if (phase.is !== 'scheduled') throw notReady('The auction has begun: a rehearsal is for before it.')
  if (Object.keys(teams).length < 2) throw notReady('A rehearsal needs at least two teams. Add them first.')
  if (!Object.values(players).some(({ status }) => status.is === 'waiting'))
    throw notReady('A rehearsal needs players. Import or add them first.')
}

const build = async (services: Services, plan: SandboxPlan): Promise<StartedSandbox> => {
  const { mongo } = services
  const mine = { eventId: plan.event.id, tag: plan.tag }
  let built: BuiltSandbox
  try {
    built = await buildSandbox(services, plan)
  } catch (error) {
    // Where this fails too, the sweeper forgets it.
    await forgetSandbox(services, mine).catch((failure: unknown) =>
      services.logger.warn({ err: failure, ...mine }, 'A sandbox that could not be built is left to the sweeper'),
    )
    throw error
  }
  const { slug, auctionId, bots } = built
  if (!(await openSandbox(mongo, { ...mine, slug, auctionId, bots }))) {
    await forgetSandbox(services, mine)
    throw notReady('The rehearsal was ended while it was set up. Start it again.')
  }
  await changeEvent(mongo, plan.event.id, { rehearsedAtMs: Date.now() })
  return { slug, auctionId }
}

/** The sandbox that is there, waiting for one that is being built. @throws AppError SANDBOX.EXISTS where another kind is there */
const standingSandbox = async (
  { mongo }: Pick<Services, 'mongo'>,
  eventId: string,
  auctioneer: Sandbox['auctioneer'],
): Promise<StartedSandbox | null> => {
  for (const untilMs = Date.now() + BUILD_MS; Date.now() < untilMs; await delay(LOOK_MS)) {
    const sandbox = await sandboxOfEvent(mongo, eventId)
    if (!sandbox) return null
    if (sandbox.auctioneer !== auctioneer) throw new AppError('SANDBOX.EXISTS')
    const { stage, slug, auctionId } = sandbox
    if (stage === 'open' && slug !== null && auctionId !== null) return { slug, auctionId }
  }
  throw new AppError('SANDBOX.EXISTS')
}
