import type { Subject } from '@gavel/auth'
import { auctionById, type Event, type EventRole, eventById, type Mongo, rolesIn } from '@gavel/db'

/** A role given or taken counts after at most so long (WIRE-3). */
const FRESH_MS = 3_000
/** When MongoDB does not answer in time, what was known is used for so long: an auction goes on without it. */
const PATIENCE_MS = 700
const STALE_MS = 15 * 60_000

/** What the policy table needs to know about a person in an auction's event. Rejects when nobody knows. */
export type Roles = {
  subject(auctionId: string, userId: string | null): Promise<Subject>
}

/** Reads roles from MongoDB and keeps them for seconds. */
export function openRoles(mongo: Mongo): Roles {
  const events = new Kept((auctionId) => eventOf(mongo, auctionId))
  const roles = new Kept(async (key): Promise<EventRole[]> => {
    const [auctionId = '', userId = ''] = key.split(':')
    const event = await events.get(auctionId)
    return event ? rolesIn(mongo, event, userId) : []
  })
  return {
    async subject(auctionId, userId) {
      const [event, held] = await Promise.all([
        events.get(auctionId),
        userId === null ? [] : roles.get(`${auctionId}:${userId}`),
      ])
      return { roles: held, rehearsal: event?.rehearsal ?? false, own: false }
    },
  }
}

async function eventOf(mongo: Mongo, auctionId: string): Promise<Event | null> {
  const auction = await auctionById(mongo, auctionId)
  return auction && eventById(mongo, auction.eventId)
}

type Entry<Value> = { readAtMs: number; value: Value } | null

/** Values by key, read again when they are older than {@link FRESH_MS}; one read at a time for each key. */
class Kept<Value> {
  readonly #read: (key: string) => Promise<Value>
  readonly #held = new Map<string, { entry: Entry<Value>; reading: Promise<Value> | null }>()
  #sweptAtMs = 0

  constructor(read: (key: string) => Promise<Value>) {
    this.#read = read
  }

  async get(key: string): Promise<Value> {
    const nowMs = Date.now()
    this.#sweep(nowMs)
    const slot = this.#held.get(key) ?? { entry: null, reading: null }
    this.#held.set(key, slot)
    const { entry } = slot
    if (entry && nowMs - entry.readAtMs < FRESH_MS) return entry.value
    slot.reading ??= this.#read(key)
      .then((value) => {
        slot.entry = { readAtMs: Date.now(), value }
        return value
      })
      .finally(() => {
        slot.reading = null
      })
    if (!entry || nowMs - entry.readAtMs > STALE_MS) return slot.reading
    return soonOr(slot.reading, entry.value)
  }

  #sweep(nowMs: number): void {
    if (nowMs - this.#sweptAtMs < STALE_MS) return
    this.#sweptAtMs = nowMs
    for (const [key, { entry }] of this.#held) if (!entry || nowMs - entry.readAtMs > STALE_MS) this.#held.delete(key)
  }
}

/** The value, or `otherwise` where it fails or takes longer than {@link PATIENCE_MS}. */
async function soonOr<Value>(value: Promise<Value>, otherwise: Value): Promise<Value> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<Value>((resolve) => {
    timer = setTimeout(resolve, PATIENCE_MS, otherwise)
  })
  try {
    return await Promise.race([value.catch(() => otherwise), late])
  } finally {
    clearTimeout(timer)
  }
}
