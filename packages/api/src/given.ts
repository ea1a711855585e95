import { randomUUID } from 'node:crypto'
import { type Actor, actorOf, GUEST, OPERATOR, promoteAdmin, registerAccount } from '@gavel/auth'
import { createLogger, loadEnv } from '@gavel/config'
import { migrateMongo } from '@gavel/db'
import { deleteTopology, type TopologyOptions } from '@gavel/messaging'
import { createCaller } from './router.ts'
import { openServices, type Services } from './services.ts'

export type Caller = ReturnType<typeof createCaller>

/** Real services for a test, with a MongoDB database and queues of its own, and ways to be somebody in it. */
export type Given = {
  services: Services
  messaging: TopologyOptions & { prefix: string }
  /** A new account; every call makes another person. */
  person: (as?: { admin?: boolean }) => Promise<{ userId: string; email: string; actor: Actor; api: Caller }>
  as: (actor: Actor) => Caller
  guest: Caller
  operator: Caller
  close: () => Promise<void>
}

/** Opens {@link Given}; close it after the test. */
export const given = async (change: { rabbitmqUrl?: string } = {}): Promise<Given> => {
  const tag = randomUUID().slice(0, 8)
  const env = loadEnv()
  const mongodbUrl = new URL(env.mongodbUrl)
  mongodbUrl.pathname = `/test-${tag}`
  const logger = createLogger('test')
  logger.level = 'silent'
  const messaging = { prefix: `t${tag}.`, retryDelaysMs: [50, 100] }
  const services = await openServices({ ...env, ...change, mongodbUrl: mongodbUrl.href }, logger, messaging)
  await migrateMongo(services.mongo)
  const as = (actor: Actor) => createCaller({ services, actor, address: tag })
  return {
    services,
    messaging,
    as,
    guest: as(GUEST),
    operator: as(OPERATOR),
    person: async ({ admin = false } = {}) => {
      const email = `${randomUUID()}@test.gavel`
      const made = await registerAccount(services.postgres, { email, name: 'Somebody', password: 'a long password' })
      if (!made.ok) throw new Error(made.message)
      const account = admin ? await promoteAdmin(services.postgres, email) : made.account
      if (!account) throw new Error('the account is gone')
      const actor = actorOf(account)
      return { userId: account.id, email, actor, api: as(actor) }
    },
    close: async () => {
      await services.mongo.connection.dropDatabase()
      await services.close()
      await deleteTopology(env.rabbitmqUrl, messaging)
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

/** A player's entry, at the lowest base price of {@link anEvent}. */
export const aPlayer = (name = 'Ruturaj Halwadkar') => ({
  kind: 'player' as const,
  name,
  country: 'India',
  role: 'Batter' as const,
  base: 300_000_000,
})
