import {
  keepNews,
  moneyRun,
  newsById,
  noteMoneyRun,
  noteNewsDone,
  notePaymentAt,
  type PaymentRecord,
  paymentById,
  paymentByProvider,
  paymentOf,
  type StoredNews,
} from '@gavel/db'
import type { Jobs, MoneyJob } from '@gavel/messaging'
import type { EventRefusal, Gateway, ProviderEvent } from '@gavel/payments/stripe'
import type { Stores } from '../services.ts'
import { pursue } from './pursue.ts'
import { asked, learn } from './tasks.ts'

const HOUR_MS = 3_600_000

/** The job in which news are heard. One that was given up is queued anew after an hour. */
export const newsJob = ({ id, receivedAtMs }: Pick<StoredNews, 'id' | 'receivedAtMs'>, nowMs: number): MoneyJob => ({
  name: 'news',
  id,
  key: String(Math.floor((nowMs - receivedAtMs) / HOUR_MS)),
})

const keep = async ({ mongo }: Pick<Stores, 'mongo'>, event: ProviderEvent, via: StoredNews['via'], nowMs: number) => {
  // What names nothing that a payment has is nothing to look at.
  const isOurs = event.payment !== null || event.provider.length > 0
  return keepNews(mongo, { ...event, via, receivedAtMs: nowMs, doneAtMs: isOurs ? null : nowMs })
}

/**
 * Takes a webhook: believes it by its signature alone, and keeps it before it is answered. What it tells is not believed, but looked up
 * afterwards, so it may come twice, late and in any order (HOOK-1).
 * @throws where it could not be kept: it has to be sent again
 */
export const takeNews = async (
  services: Pick<Stores, 'mongo' | 'logger'> & { gateway: Gateway; jobs: Pick<Jobs, 'addMoney'> },
  rawBody: Uint8Array,
  signature: string,
  nowMs: number,
): Promise<EventRefusal | 'kept' | 'known'> => {
  const read = services.gateway.readEvent(rawBody, signature, nowMs)
  if ('refusal' in read) return read.refusal
  if (!(await keep(services, read.event, 'webhook', nowMs))) return 'known'
  const job = newsJob({ id: read.event.id, receivedAtMs: nowMs }, nowMs)
  // The sweeper finds it where this fails.
  await services.jobs.addMoney([job]).catch((error: unknown) => {
    services.logger.warn({ err: error, news: read.event.id }, 'News were kept and not queued yet')
  })
  return 'kept'
}

/**
 * Works on news: looks up at Stripe how the payment that they name stands now, and pursues it. Doing it again is harmless.
 * @throws where a store is away or Stripe does not answer: it is tried again
 */
export const hearNews = async (stores: Stores, id: string, nowMs: number = Date.now()): Promise<void> => {
  const { mongo, gateway } = stores
  const news = await newsById(mongo, id)
  if (!gateway || !news || news.doneAtMs !== null) return
  const named = news.payment === null ? null : await paymentById(mongo, news.payment)
  const record = named ?? (await paymentByProvider(mongo, news.provider))
  if (record) {
    for (const provider of placesToLook(record, news)) await lookUp({ ...stores, gateway }, record, provider, nowMs)
    await pursue(stores, record.id, nowMs)
  }
  await noteNewsDone(mongo, id, nowMs)
}

/** A payment has a few attempts, and news are of one of them. */
const LOOKED_AT = 5

/** The sessions and intents that may have changed. A page is looked at as a page: its intent alone says less. */
const placesToLook = ({ at }: PaymentRecord, { provider }: StoredNews): string[] => {
  const ours = at.map((one) => one.provider)
  const named = provider.filter((id) => id.startsWith('cs_') || ours.includes(id))
  if (named.length > 0) return named
  if (ours.length > 0) return ours.slice(-LOOKED_AT)
  return provider.filter((id) => id.startsWith('pi_'))
}

const lookUp = async (
  { mongo, gateway, logger }: Pick<Stores, 'mongo' | 'logger'> & { gateway: Gateway },
  record: PaymentRecord,
  provider: string,
  nowMs: number,
): Promise<void> => {
  const answer = await asked(gateway.look({ provider, attempt: '' }))
  if ('failure' in answer) {
    const { failure } = answer
    if (failure.is !== 'refused') throw new Error(`Stripe did not say how ${provider} stands: ${failure.is}`)
    logger.warn({ failure, provider, payment: record.id }, 'Stripe does not know what its news name')
    return
  }
  const facts = answer.said
  await learn({ mongo }, record.id, facts, nowMs)
  const attempt = paymentOf(record).attempts.find(({ id }) => id === facts.attempt)
  await notePaymentAt(mongo, record.id, [provider], attempt ? [{ attempt: attempt.id, provider }] : [])
}

/** What Stripe lists late is read again. */
const OVERLAP_MS = 10 * 60_000
/** As long as Stripe itself sends a webhook again. */
const FIRST_MS = 3 * 24 * HOUR_MS
/** In one turn; the next one goes on from there. */
const MOST = 5_000

/**
 * Fetches what Stripe told of since the last turn, for webhooks that never came (HOOK-4). Where no key is set there is nothing.
 * @returns how many were new
 */
export const fetchNews = async (
  stores: Pick<Stores, 'mongo' | 'gateway' | 'logger'>,
  nowMs: number,
): Promise<number> => {
  const { mongo, gateway } = stores
  if (!gateway) return 0
  const last = await moneyRun(mongo, 'events')
  const from = last?.untilMs ?? nowMs - FIRST_MS
  const read = await asked(readSince(stores, gateway, from - OVERLAP_MS, nowMs))
  if ('failure' in read) {
    stores.logger.warn({ failure: read.failure }, 'Stripe did not list what it told')
    return 0
  }
  const { fresh, seen, untilMs } = read.said
  await noteMoneyRun(mongo, {
    ...{ id: 'events', atMs: nowMs, pairs: seen, found: fresh },
    untilMs: Math.max(untilMs, from),
  })
  return fresh
}

const readSince = async (stores: Pick<Stores, 'mongo'>, gateway: Gateway, sinceMs: number, nowMs: number) => {
  let [fresh, seen, untilMs] = [0, 0, 0]
  for await (const event of gateway.events(sinceMs)) {
    seen += 1
    untilMs = Math.max(untilMs, event.createdAtMs)
    if (await keep(stores, event, 'fetched', nowMs)) fresh += 1
    // The overlap is never longer than a turn, so each turn comes further.
    if (seen >= MOST && untilMs > sinceMs + OVERLAP_MS) break
  }
  return { fresh, seen, untilMs }
}
