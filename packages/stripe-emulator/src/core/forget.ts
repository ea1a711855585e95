import type { World } from './world.ts'

const DAY_MS = 86_400_000
/** How long Stripe tells of an event, and remembers an idempotency key. */
export const EVENT_MS = 30 * DAY_MS
export const KEY_MS = DAY_MS

/** Forgets what Stripe forgets: events after thirty days, with their deliveries, and keys after one. What was paid is kept. */
export const forget = (world: World, nowMs: number): void => {
  for (const { id, createdMs } of world.events.oldestFirst()) if (nowMs - createdMs >= EVENT_MS) world.events.drop(id)
  for (const { id, event } of world.deliveries.oldestFirst())
    if (!world.events.get(event)) {
      world.deliveries.drop(id)
      world.agenda.drop(`deliver ${id}`)
    }
  for (const { id, createdMs } of world.kept.oldestFirst()) if (nowMs - createdMs >= KEY_MS) world.kept.drop(id)
}
