import { type Actor, can, delayFor, NOTHING, type Subject, seesPool, subjectOf } from '@gavel/auth'
import { auctionById, type Event, type EventRole, eventById, type Mongo, matchById, rolesIn } from '@gavel/db'

/** A role given or taken counts at once where the word of it comes through (REACH-2), and after at most so long where it is lost (WIRE-3). */
const FRESH_MS = 3_000
/** When MongoDB does not answer in time, what was known is used for so long: an auction goes on without it. */
const PATIENCE_MS = 700
const STALE_MS = 15 * 60_000

/** What the policy table needs to know about a person in an auction's event. Rejects when nobody knows. */
export type Roles = {
  /** Forgets what these people are in every event, and the events, which name their staff; of everybody where it is `null`. */
  forget(userIds: readonly string[] | null): void
  subject(auctionId: string, userId: string | null): Promise<Subject>
  /** Whether the event keeps its pool from this person until its auction has started. Rejects when nobody knows. */
  hidesPool(auctionId: string, actor: Actor): Promise<boolean>
  /** How late this person is shown the auction, in milliseconds, without a paddle: who holds one, the log knows. Rejects when nobody knows. */
  delayMs(auctionId: string, actor: Actor): Promise<number>
  /** Everybody, or in a private room whoever has a role (SIGHT-4). Rejects when nobody knows. */
  mayWatch(auctionId: string, actor: Actor): Promise<boolean>
}

/** The event of an auction or match, and what people are in it, kept for seconds. Rejects when nobody knows. */
type EventRoles = Pick<Roles, 'forget'> & {
  event(id: string): Promise<Event | null>
  subject(id: string, userId: string | null): Promise<Subject>
}

function keepRoles(mongo: Mongo, freshMs: number, eventOf: (id: string) => Promise<Event | null>): EventRoles {
  const events = new Kept(freshMs, eventOf)
  const roles = new Kept(freshMs, async (key): Promise<EventRole[]> => {
    const [id = '', userId = ''] = key.split(':')
    const event = await events.get(id)
    return event ? rolesIn(mongo, event, userId) : []
  })
  return {
    forget: (userIds) => {
      events.drop(() => true)
      roles.drop((key) => userIds === null || userIds.some((userId) => key.endsWith(`:${userId}`)))
    },
    event: (id) => events.get(id),
    async subject(id, userId) {
      const [event, held] = await Promise.all([events.get(id), userId === null ? [] : roles.get(`${id}:${userId}`)])
      return event ? subjectOf(event, held) : NOTHING
    },
  }
}

/** The event alone says so for most rooms, and is known for everybody at once; roles are read one by one. */
const watches = async (
  action: 'auction.watch' | 'match.watch',
  { subject }: EventRoles,
  id: string,
  actor: Actor,
): Promise<boolean> =>
  can(actor, action, await subject(id, null)) ||
  (actor.userId !== null && can(actor, action, await subject(id, actor.userId)))

/** Reads roles from MongoDB and keeps them for `freshMs`. */
export function openRoles(mongo: Mongo, freshMs = FRESH_MS): Roles {
  const kept = keepRoles(mongo, freshMs, async (auctionId) => {
    const auction = await auctionById(mongo, auctionId)
    return auction && eventById(mongo, auction.eventId)
  })
  const { event: eventOf, subject, forget } = kept
  return {
    forget,
    subject,
    async hidesPool(auctionId, actor) {
      const event = await eventOf(auctionId)
      // Of most events this alone says it, for everybody at once; roles are read one by one.
      return event?.shows.pool === false && !seesPool(actor, event, await subject(auctionId, actor.userId))
    },
    async delayMs(auctionId, actor) {
      const event = await eventOf(auctionId)
      return event?.delayMs ? delayFor(actor, event, await subject(auctionId, actor.userId), false) : 0
    },
    mayWatch: (auctionId, actor) => watches('auction.watch', kept, auctionId, actor),
  }
}

/** What the policy table needs to know about a person in a match's event. Rejects when nobody knows. */
export type MatchRoles = Pick<Roles, 'forget'> & {
  mayScore(matchId: string, actor: Actor): Promise<boolean>
  /** Everybody, or in a private room whoever has a role. */
  mayWatch(matchId: string, actor: Actor): Promise<boolean>
  /** How late the public is shown the match, in milliseconds. */
  delayMs(matchId: string): Promise<number>
}

/** The same of matches. */
export function openMatchRoles(mongo: Mongo, freshMs = FRESH_MS): MatchRoles {
  const kept = keepRoles(mongo, freshMs, async (matchId) => {
    const match = await matchById(mongo, matchId)
    return match && eventById(mongo, match.eventId)
  })
  const { event, subject, forget } = kept
  return {
    forget,
    mayScore: async (matchId, actor) =>
      actor.userId !== null && can(actor, 'match.score', await subject(matchId, actor.userId)),
    mayWatch: (matchId, actor) => watches('match.watch', kept, matchId, actor),
    delayMs: async (matchId) => (await event(matchId))?.delayMs ?? 0,
  }
}

type Entry<Value> = { readAtMs: number; value: Value } | null

/** Values by key, read again when they are older than `freshMs`; one read at a time for each key. */
class Kept<Value> {
  readonly #freshMs: number
  readonly #read: (key: string) => Promise<Value>
  /** `late`: the reading has kept somebody waiting in vain; whoever asks until it ends gets what was known at once. */
  readonly #held = new Map<string, { entry: Entry<Value>; reading: Promise<Value> | null; late: boolean }>()
  #sweptAtMs = 0

  constructor(freshMs: number, read: (key: string) => Promise<Value>) {
    this.#freshMs = freshMs
    this.#read = read
  }

  async get(key: string): Promise<Value> {
    const nowMs = Date.now()
    this.#sweep(nowMs)
    const slot = this.#held.get(key) ?? { entry: null, reading: null, late: false }
    this.#held.set(key, slot)
    const { entry } = slot
    if (entry && nowMs - entry.readAtMs < this.#freshMs) return entry.value
    slot.reading ??= this.#read(key)
      .then((value) => {
        slot.entry = { readAtMs: Date.now(), value }
        return value
      })
      .finally(() => {
        slot.reading = null
        slot.late = false
      })
    if (!entry || nowMs - entry.readAtMs > STALE_MS) return slot.reading
    if (slot.late) return entry.value
    return soonOr(slot.reading, entry.value, () => {
      slot.late = true
    })
  }

  /** Has these read anew by whoever asks next. What was known of them is gone, so that a right that was taken is not used for being stale. */
  drop(which: (key: string) => boolean): void {
    for (const key of this.#held.keys()) if (which(key)) this.#held.delete(key)
  }

  #sweep(nowMs: number): void {
    if (nowMs - this.#sweptAtMs < STALE_MS) return
    this.#sweptAtMs = nowMs
    for (const [key, { entry }] of this.#held) if (!entry || nowMs - entry.readAtMs > STALE_MS) this.#held.delete(key)
  }
}

/** The value, or `otherwise` where it fails or takes longer than {@link PATIENCE_MS}. */
async function soonOr<Value>(value: Promise<Value>, otherwise: Value, onLate: () => void): Promise<Value> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<Value>((resolve) => {
    timer = setTimeout(() => {
      onLate()
      resolve(otherwise)
    }, PATIENCE_MS)
  })
  try {
    return await Promise.race([value.catch(() => otherwise), late])
  } finally {
    clearTimeout(timer)
  }
}
