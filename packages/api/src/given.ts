import { randomUUID } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { type Actor, actorOf, GUEST, OPERATOR, registerAccount, startSession } from '@gavel/auth'
import { createLogger, type Env, loadEnv } from '@gavel/config'
import { migrateMongo, setRights } from '@gavel/db'
import { deleteTopology, type TopologyOptions } from '@gavel/messaging'
import { afterAll, expect } from 'vitest'
import type { Context } from './context.ts'
import type { AppErrorCode } from './errors.ts'
import { type Caller, createCaller } from './router.ts'
import { openServices, type Services } from './services.ts'

export type { Caller }

/** Real services for a test, with a MongoDB database and queues of its own, and ways to be somebody in it. */
export type Given = {
  services: Services
  messaging: TopologyOptions & { prefix: string }
  /** A new account, signed in by a session of its own; every call makes another person. */
  person: (as?: { admin?: boolean; creator?: boolean }) => Promise<{
    userId: string
    email: string
    actor: Actor
    session: { sid: string; provedAtMs: number }
    api: Caller
  }>
  /** Calls as this actor, by this session where one is given. */
  as: (actor: Actor, session?: Context['session']) => Caller
  guest: Caller
  operator: Caller
  close: () => Promise<void>
}

/** Tests pay at no Stripe but their own, whatever the environment names. */
const NO_STRIPE: Pick<Env, 'stripeSecretKey' | 'stripePublishableKey' | 'stripeWebhookSecret' | 'stripeAddress'> = {
  stripeSecretKey: undefined,
  stripePublishableKey: undefined,
  stripeWebhookSecret: undefined,
  stripeAddress: undefined,
}

/**
 * RabbitMQ 3.10 loses all quorum queues when one is deleted while the worker that moves its dead letters starts: that supervisor may restart
 * once in a second, and takes the broker's queues along. Queues of a test that is over at once come up first, while the next one runs.
 */
const YOUNG_QUEUE_MS = 2_000
const queuesOnTheirWay: Promise<void>[] = []
afterAll(async () => {
  await Promise.all(queuesOnTheirWay)
})

/**
 * Opens {@link Given}; close it after the test.
 * @param change.stripe the settings of a Stripe that stands in (`startStripeHere` of the testkit); without them nobody pays by card
 * @param change.database the MongoDB database of a Gavel that runs already, which drops it itself; without one, a new database.
 */
export const given = async ({
  database,
  stripe = NO_STRIPE,
  ...change
}: {
  rabbitmqUrl?: string
  redisWorkUrl?: string
  database?: string
  stripe?: typeof NO_STRIPE
} = {}): Promise<Given> => {
  const tag = randomUUID().slice(0, 8)
  const env = loadEnv()
  const mongodbUrl = new URL(env.mongodbUrl)
  mongodbUrl.pathname = `/${database ?? `test-${tag}`}`
  const mediaDir = join(tmpdir(), `gavel-media-${tag}`)
  const openedMs = Date.now()
  const logger = createLogger('test')
  logger.level = 'silent'
  const messaging = { prefix: `t${tag}.`, retryDelaysMs: [50, 100] }
  const services = await openServices(
    { ...env, ...stripe, ...change, mongodbUrl: mongodbUrl.href, mediaDir },
    logger,
    messaging,
  )
  await migrateMongo(services.mongo)
  const as = (actor: Actor, session: Context['session'] = null) =>
    createCaller({ services, actor, session, address: tag })
  return {
    services,
    messaging,
    as,
    guest: as(GUEST),
    operator: as(OPERATOR),
    person: async ({ admin = false, creator = false } = {}) => {
      const email = `${randomUUID()}@test.gavel`
      const made = await registerAccount(services.postgres, { email, name: 'Somebody', password: 'a long password' })
      if (!made.ok) throw new Error(made.message)
      const account = await setRights(services.postgres, made.account.id, {
        ...(admin && { admin }),
        mayCreateEvents: creator,
      })
      if (typeof account === 'string') throw new Error(`the account: ${account}`)
      const actor = actorOf(account, services.eventCreation)
      const visitor = {
        address: tag,
        userAgent: 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
      }
      const sid = await startSession(services.postgres, { userId: account.id, kind: 'browser', visitor })
      const session = { sid, provedAtMs: Date.now() }
      return { userId: account.id, email, actor, session, api: as(actor, session) }
    },
    close: async () => {
      if (database === undefined) await services.mongo.connection.dropDatabase()
      await services.close()
      await rm(mediaDir, { recursive: true, force: true })
      const wait = setTimeout(Math.max(0, openedMs + YOUNG_QUEUE_MS - Date.now()))
      queuesOnTheirWay.push(wait.then(() => deleteTopology(env.rabbitmqUrl, messaging)))
    },
  }
}

/** What a test's event is made of, where it does not matter. */
export const anEvent = (change: { capacity?: { players: number; teams: number } } = {}) => ({
  name: `Test league ${randomUUID().slice(0, 8)}`,
  startsAtMs: Date.UTC(2030, 0, 1),
  timeZone: 'Asia/Kolkata',
  ruleSetId: 'ipl-2026',
  capacity: { players: 50, teams: 4 },
  publish: true,
  ...change,
})

/** Adds a team for each short name. */
export const teamsFor = async (api: Caller, auctionId: string, shorts: readonly string[]): Promise<void> => {
  for (const short of shorts) await api.auction.addTeam({ auctionId, name: `Team ${short}`, short, colour: '#336699' })
}

/** What a refused call is rejected with. */
export const refusal = (code: AppErrorCode) => expect.objectContaining({ cause: expect.objectContaining({ code }) })

/** A player's entry, at the lowest base price of {@link anEvent}. */
export const aPlayer = (name = 'Ruturaj Halwadkar') => ({
  kind: 'player' as const,
  name,
  country: 'India',
  role: 'Batter' as const,
  base: 300_000_000,
})

/** A list of players as a file to import. */
export const listFile = (csv: string, name = 'list.csv') => ({ name, base64: Buffer.from(csv).toString('base64') })
