import {
  type AccessTokens,
  openAccessTokens,
  openReach,
  type Reach,
  type RelyingParty,
  relyingParty,
} from '@gavel/auth'
import { type Env, type Logger, metrics, webOrigins } from '@gavel/config'
import { connectMongo, connectPostgres, type Mongo, type Postgres } from '@gavel/db'
import { type LiveLog, openLiveLog } from '@gavel/livelog'
import type { MediaStore } from '@gavel/media'
import { type Jobs, openJobs, openPublisher, type Publisher, type TopologyOptions } from '@gavel/messaging'
import { type Gateway, openStripe } from '@gavel/payments/stripe'
import { openRateLimits, type RateLimits } from './limits.ts'
import { type MediaPlace, openMedia } from './media/open.ts'
import { type Idempotency, openIdempotency } from './rest/idempotency.ts'
import { type Challenges, openChallenges } from './security/challenges.ts'

/** The stores, the live log and the broker: what programs without a web face need too. */
export type Stores = {
  logger: Logger
  mongo: Mongo
  postgres: Postgres
  log: LiveLog
  /** Tells open sockets of sessions that ended and rights that changed. */
  reach: Reach
  publisher: Publisher
  /** Which queues are this installation's own. */
  messaging: TopologyOptions
  /** Whether a mail server is set up: without one nobody is written to. */
  writesLetters: boolean
  /** Stripe; null where no key is set, and people pay by hand alone. */
  gateway: Gateway | null
  /** Where Gavel's pages are, without a slash at its end: pages of others lead back to it. */
  site: string
}

/** Everything that procedures act on. One set for each process. */
export type Services = Stores & {
  /** Access tokens for sockets and programs. */
  tokens: AccessTokens
  limits: RateLimits
  /** Questions that are answered once: to passkeys, and of who comes back from Google. */
  challenges: Challenges
  /** Requests of the REST API that were made with a key. */
  idempotency: Idempotency
  /** The site as passkeys know it; null where browsers let it have none. */
  relyingParty: RelyingParty | null
  /** Whether people may sign in with Google. */
  googleOffered: boolean
  /** Photos and logos. */
  media: MediaStore
  /** The job queues, for the operator. */
  jobs: Jobs
  eventCreation: Env['eventCreation']
  secrets: Pick<Env, 'authSecret' | 'operatorToken'>
}

type StoreUrls = Pick<
  Env,
  'mongodbUrl' | 'databaseUrl' | 'redisLiveUrl' | 'redisLiveTimeoutMs' | 'rabbitmqUrl' | 'smtpUrl' | 'webUrl'
> &
  StripePlace

/** Stripe, and Gavel's keys for it. */
type StripePlace = Pick<Env, 'stripeSecretKey' | 'stripePublishableKey' | 'stripeWebhookSecret' | 'stripeAddress'>

const openGateway = (env: StripePlace): Gateway | null =>
  env.stripeSecretKey === undefined
    ? null
    : openStripe({
        secretKey: env.stripeSecretKey,
        publishableKey: env.stripePublishableKey,
        webhookSecret: env.stripeWebhookSecret,
        address: env.stripeAddress,
      })

/** The one installation that a broker serves needs no prefix. Others, as in tests, carry the name of their database on their queues. */
const messagingOf = (database: string): TopologyOptions => ({ prefix: database === 'gavel' ? '' : `${database}.` })

/** Installations that share a Redis do not take each other's jobs. */
export const jobPrefix = ({ connection }: Mongo): string => `gavel:${connection.name}`

/**
 * Opens the stores. The broker and Redis may be away: they are connected in the background.
 * @throws MongoUnreachableError, PostgresUnreachableError
 */
export const openStores = async (
  env: StoreUrls,
  logger: Logger,
  queues?: TopologyOptions,
): Promise<Stores & { close: () => Promise<void> }> => {
  const mongo = await connectMongo(env.mongodbUrl)
  const postgres = await connectPostgres(env.databaseUrl).catch(async (error: unknown) => {
    await mongo.close()
    throw error
  })
  const log = openLiveLog({ url: env.redisLiveUrl, commandTimeoutMs: env.redisLiveTimeoutMs, logger, metrics })
  const reach = openReach(env.redisLiveUrl, logger)
  const messaging = queues ?? messagingOf(mongo.connection.name)
  const publisher = await openPublisher({ url: env.rabbitmqUrl, logger, ...messaging })
  return {
    logger,
    mongo,
    postgres,
    log,
    reach,
    publisher,
    messaging,
    writesLetters: env.smtpUrl !== undefined,
    gateway: openGateway(env),
    site: env.webUrl.replace(/\/+$/, ''),
    close: async () => {
      await Promise.allSettled([publisher.close(), log.close(), reach.close(), postgres.close(), mongo.close()])
    },
  }
}

/** Where people sign in, and by whom. */
type SignInPlace = Pick<Env, 'webUrl' | 'googleClientId' | 'googleClientSecret'>

/** Opens what procedures need: {@link openStores}, rate limits and secrets. @throws as it does */
export const openServices = async (
  env: StoreUrls &
    MediaPlace &
    SignInPlace &
    Pick<Env, 'redisWorkUrl' | 'eventCreation' | 'authSecret' | 'operatorToken'>,
  logger: Logger,
  queues?: TopologyOptions,
): Promise<Services & { close: () => Promise<void> }> => {
  const stores = await openStores(env, logger, queues)
  const limits = openRateLimits(env.redisWorkUrl)
  const challenges = openChallenges(env.redisWorkUrl)
  const idempotency = openIdempotency(env.redisWorkUrl)
  const jobs = openJobs(env.redisWorkUrl, jobPrefix(stores.mongo), logger)
  return {
    ...stores,
    tokens: openAccessTokens({ postgres: stores.postgres, secret: env.authSecret }),
    limits,
    challenges,
    idempotency,
    relyingParty: relyingParty(env.webUrl, webOrigins(env.webUrl)),
    googleOffered: env.googleClientId !== undefined && env.googleClientSecret !== undefined,
    media: openMedia(env),
    jobs,
    eventCreation: env.eventCreation,
    secrets: { authSecret: env.authSecret, operatorToken: env.operatorToken },
    close: async () => {
      await Promise.allSettled([limits.close(), challenges.close(), idempotency.close(), jobs.close(), stores.close()])
    },
  }
}
