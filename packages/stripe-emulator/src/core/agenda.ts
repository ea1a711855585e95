import { expireSession, settlePayment } from './checkout.ts'
import type { Desk } from './desk.ts'
import { settleRefund } from './refunds.ts'
import type { Due, World } from './world.ts'

/** Does what time has brought, but for deliveries, which a courier makes. Earlier things come first. */
export const runDue = (desk: Desk): void => {
  const { world, nowMs } = desk
  for (const due of dueBy(world, nowMs)) {
    if (due.what === 'deliver') continue
    world.agenda.drop(due.id)
    doOne(desk, due.what, due.about)
  }
}

const doOne = (desk: Desk, what: Exclude<Due['what'], 'deliver'>, about: string): void => {
  const { world } = desk
  switch (what) {
    case 'expire':
      // One that is complete by now stays so.
      expireSession(desk, world.sessions.need(about))
      return
    case 'settle':
      settlePayment(desk, world.intents.need(about))
      return
    case 'refund':
      settleRefund(desk, world.refunds.need(about))
      return
    default:
      what satisfies never
  }
}

/** What is due by then, earliest first. */
export const dueBy = (world: World, nowMs: number): Due[] =>
  world.agenda
    .oldestFirst()
    .filter(({ atMs }) => atMs <= nowMs)
    .sort((a, b) => a.atMs - b.atMs)

/** When something comes next that nobody sees to yet; null where nothing does. */
export const nextDueMs = (world: World, isBusyWith: (id: string) => boolean): number | null =>
  world.agenda
    .oldestFirst()
    .filter(({ id, what }) => what !== 'deliver' || !isBusyWith(id))
    .reduce<number | null>((next, { atMs }) => (next === null ? atMs : Math.min(next, atMs)), null)
