import { createHmac } from 'node:crypto'
import { dueBy } from '../core/agenda.ts'
import { plan, renderEvent } from '../core/desk.ts'
import type { Delivery, Endpoint, Try, World } from '../core/world.ts'

const TIMEOUT_MS = 10_000
const AT_ONCE = 8

/** The header that proves where a body comes from: https://docs.stripe.com/webhooks#verify-manually. STRIPE-21. */
const signature = (secret: string, body: string, atSeconds: number): string => {
  const v1 = createHmac('sha256', secret).update(`${atSeconds}.${body}`).digest('hex')
  return `t=${atSeconds},v1=${v1}`
}

type Needs = {
  world: World
  nowMs: () => number
  retryDelaysMs: readonly number[]
  /** Called when a try has ended, whatever came of it. */
  onDone: () => void
}

/** Takes events to their endpoints, several at once and outside of any request; what fails is tried again later. STRIPE-22. */
export const openCourier = ({ world, nowMs, retryDelaysMs, onDone }: Needs) => {
  const underWay = new Map<string, Promise<void>>()
  const controller = new AbortController()

  const tryOnce = async (delivery: Delivery, endpoint: Endpoint): Promise<Try> => {
    const event = world.events.need(delivery.event)
    const body = JSON.stringify(renderEvent(world, event), null, 2)
    // By the machine's clock, which is the receiver's, wherever the clock here was moved.
    const signedAt = Math.floor((Date.now() - delivery.signedAgoMs) / 1_000)
    const atMs = nowMs()
    const startedMs = performance.now()
    const tookMs = () => Math.round(performance.now() - startedMs)
    try {
      const answer = await fetch(endpoint.url, {
        method: 'POST',
        body,
        redirect: 'manual',
        signal: AbortSignal.any([controller.signal, AbortSignal.timeout(TIMEOUT_MS)]),
        headers: {
          'content-type': 'application/json; charset=utf-8',
          'user-agent': 'Stripe/1.0 (+https://stripe.com/docs/webhooks)',
          'stripe-signature': signature(endpoint.secret, body, signedAt),
        },
      })
      await answer.body?.cancel()
      return { atMs, status: answer.status, problem: null, tookMs: tookMs() }
    } catch (error) {
      return { atMs, status: null, problem: error instanceof Error ? error.message : String(error), tookMs: tookMs() }
    }
  }

  const deliver = async (due: string, id: string): Promise<void> => {
    const delivery = world.deliveries.need(id)
    const endpoint = world.endpoints.get(delivery.endpoint)
    if (!endpoint) {
      world.agenda.drop(due)
      world.deliveries.put({ ...delivery, state: 'given-up' })
      return
    }
    const made = await tryOnce(delivery, endpoint)
    // A try that this program's end cut short is made again by the next.
    if (controller.signal.aborted) return
    const tries = [...delivery.tries, made]
    const isTaken = made.status !== null && made.status >= 200 && made.status < 300
    const waitMs = retryDelaysMs[tries.length - 1]
    world.agenda.drop(due)
    if (isTaken || waitMs === undefined)
      world.deliveries.put({ ...delivery, state: isTaken ? 'delivered' : 'given-up', tries })
    else {
      world.deliveries.put({ ...delivery, tries })
      plan({ world, nowMs: nowMs() }, 'deliver', id, nowMs() + waitMs)
    }
  }

  const send = (): void => {
    for (const { id, what, about } of dueBy(world, nowMs())) {
      if (underWay.size >= AT_ONCE || controller.signal.aborted) return
      if (what !== 'deliver' || underWay.has(id)) continue
      const done = deliver(id, about).finally(() => {
        underWay.delete(id)
        onDone()
      })
      underWay.set(id, done)
    }
  }

  return {
    send,
    /** Whether this entry of the agenda needs no other reminder: it is under way, or waits for one that is. */
    isBusyWith: (id: string) => underWay.has(id) || underWay.size >= AT_ONCE,
    close: async () => {
      controller.abort()
      await Promise.allSettled(underWay.values())
    },
  }
}
