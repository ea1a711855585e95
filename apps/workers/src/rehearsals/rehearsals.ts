import { randomUUID } from 'node:crypto'
import type { Logger } from '@gavel/config'
import { leaseSandbox, listSandboxes, type Mongo, releaseSandbox, type Sandbox } from '@gavel/db'
import { type Play, type PlayParts, playSandbox } from './play.ts'

export type RehearsalParts = PlayParts & { mongo: Mongo; logger: Logger }

export type Rehearsals = { close: () => Promise<void> }

/** Odd, so that several workers do not look at the same moments for ever. */
const LOOK_MS = 1_013
/** A worker that does not renew its lease for so long is dead, and another plays on (SANDBOX-4). */
const LEASE_MS = 5_000
/** A lease is renewed once it is so old. */
const RENEW_MS = 1_900

type Held = { sandbox: Sandbox; play: Play; leasedAtMs: number }

/** Plays the bots of every sandbox that no other worker plays. */
export const startRehearsals = (parts: RehearsalParts): Rehearsals => {
  const { mongo, logger } = parts
  const runnerId = randomUUID()
  const held = new Map<string, Held>()
  let failing = false
  let closed = false

  const drop = (tag: string) => {
    held.get(tag)?.play.close()
    held.delete(tag)
  }

  const take = async (sandbox: Sandbox): Promise<void> => {
    const { tag, eventId } = sandbox
    const mine = held.get(tag)
    mine?.play.seats(sandbox.seats)
    const nowMs = Date.now()
    if (mine && nowMs - mine.leasedAtMs < RENEW_MS) return
    // Whoever plays already is left alone without asking.
    if (!mine && sandbox.runner && sandbox.runner.untilMs > nowMs) return
    if (!(await leaseSandbox(mongo, sandbox, { runnerId, nowMs, leaseMs: LEASE_MS }))) return drop(tag)
    if (mine) mine.leasedAtMs = nowMs
    else if (closed) await releaseSandbox(mongo, sandbox, runnerId)
    else {
      logger.info({ eventId, auctionId: sandbox.auctionId, bots: sandbox.bots.length }, 'Bots take their places')
      held.set(tag, { sandbox, play: playSandbox(parts, sandbox), leasedAtMs: nowMs })
    }
  }

  const look = async (): Promise<void> => {
    const open = (await listSandboxes(mongo)).filter(({ stage }) => stage === 'open')
    const tags = new Set(open.map(({ tag }) => tag))
    for (const tag of held.keys()) if (!tags.has(tag)) drop(tag)
    for (const sandbox of open) await take(sandbox)
  }

  const lookAndSay = async (): Promise<void> => {
    try {
      await look()
      failing = false
    } catch (error) {
      // Once per outage: this runs every second.
      if (!failing) logger.warn({ err: error }, 'Rehearsals wait for MongoDB')
      failing = true
    }
    for (const [tag, { leasedAtMs }] of held) if (Date.now() - leasedAtMs > LEASE_MS) drop(tag)
  }

  let timer: NodeJS.Timeout | null = null
  let running: Promise<void> = Promise.resolve()
  const loop = () => {
    running = lookAndSay().finally(() => {
      if (!closed) timer = setTimeout(loop, LOOK_MS)
    })
  }
  loop()

  return {
    close: async () => {
      closed = true
      if (timer) clearTimeout(timer)
      await running
      for (const [tag, { sandbox }] of [...held]) {
        drop(tag)
        await releaseSandbox(mongo, sandbox, runnerId).catch((error: unknown) =>
          logger.warn({ err: error }, 'A rehearsal was not handed on: another worker takes it when its time is up'),
        )
      }
    },
  }
}
