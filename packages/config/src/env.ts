import { z } from 'zod'
import { isLoopback } from './addresses.ts'
import { PUBLISHED_PASSWORD, whyNoSecret } from './secrets.ts'

const url = (...protocols: string[]) =>
  z.string().refine((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol), {
    error: `must be an address that begins with ${protocols.map((protocol) => `${protocol}//`).join(' or ')}`,
  })

const whole = (least: number, most: number, what: string) => {
  const error = `must be ${what}`
  return z.coerce.number({ error }).int({ error }).min(least, { error }).max(most, { error })
}

const port = whole(0, 65_535, 'a port number')

const secret = z.string().min(16, { error: 'must be a secret of 16 characters or more' })

const stripes = (...beginnings: string[]) =>
  z
    .string()
    .max(300)
    .refine((text) => beginnings.some((beginning) => text.startsWith(beginning)), {
      error: `must begin with ${beginnings.join(' or ')}: copy it from Stripe's dashboard`,
    })

/** Every variable Gavel reads, by the name the code uses for it. */
const fields = {
  nodeEnv: { name: 'NODE_ENV', schema: z.enum(['development', 'test', 'production']).default('development') },
  logLevel: {
    name: 'LOG_LEVEL',
    schema: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  },
  databaseUrl: { name: 'DATABASE_URL', schema: url('postgresql:', 'postgres:') },
  mongodbUrl: { name: 'MONGODB_URL', schema: url('mongodb:', 'mongodb+srv:') },
  redisLiveUrl: { name: 'REDIS_LIVE_URL', schema: url('redis:', 'rediss:') },
  /** After how long a command of a live log without an answer counts as uncertain: an owner bids again after that, so it is short. */
  redisLiveTimeoutMs: {
    name: 'REDIS_LIVE_TIMEOUT_MS',
    schema: whole(500, 60_000, 'milliseconds, 500 to 60000').default(2_000),
  },
  redisWorkUrl: { name: 'REDIS_WORK_URL', schema: url('redis:', 'rediss:') },
  rabbitmqUrl: { name: 'RABBITMQ_URL', schema: url('amqp:', 'amqps:') },
  webPort: { name: 'PORT', schema: port.default(3000) },
  realtimePort: { name: 'REALTIME_PORT', schema: port.default(3001) },
  workersPort: { name: 'WORKERS_PORT', schema: port.default(3002) },
  /** The address that a program listens on: this machine alone, unless somebody says otherwise (`npm start -- --lan`, containers). */
  listenHost: { name: 'LISTEN_HOST', schema: z.ipv4({ error: 'must be an IPv4 address' }).default('127.0.0.1') },
  webUrl: { name: 'WEB_URL', schema: url('http:', 'https:').default('http://localhost:3000') },
  realtimeUrl: { name: 'REALTIME_URL', schema: url('http:', 'https:').default('http://localhost:3001') },
  /** Where Gavel's own programs find the sockets, if not at REALTIME_URL: inside a cluster, say. */
  realtimeInternalUrl: { name: 'REALTIME_INTERNAL_URL', schema: url('http:', 'https:').optional() },
  /** The mail server, such as `smtp://user:password@mail.example:587`. Without it nobody is written to. */
  smtpUrl: { name: 'SMTP_URL', schema: url('smtp:', 'smtps:').optional() },
  /** Where letters are read that go to an inbox of this machine's own; set by `npm start`, so that pages can point at it. */
  inboxUrl: { name: 'INBOX_URL', schema: url('http:').optional() },
  /** Whom letters come from: an address, or a name with one. */
  mailFrom: { name: 'MAIL_FROM', schema: z.string().max(320).default('Gavel <gavel@localhost>') },
  /** The folder that photos and logos are kept in; a relative one is meant from where the program starts. */
  mediaDir: { name: 'MEDIA_DIR', schema: z.string().default('.gavel/media') },
  /** The bucket of an S3-compatible storage that pictures are kept in, instead of the folder. */
  s3Bucket: { name: 'S3_BUCKET', schema: z.string().min(3).max(63).optional() },
  s3Region: { name: 'S3_REGION', schema: z.string().default('us-east-1') },
  /** Where that storage is, unless it is Amazon's own, which the region names. */
  s3Endpoint: { name: 'S3_ENDPOINT', schema: url('http:', 'https:').optional() },
  /** Without keys those of the machine are used: a role, or a profile. */
  s3AccessKeyId: { name: 'S3_ACCESS_KEY_ID', schema: z.string().optional() },
  s3SecretAccessKey: { name: 'S3_SECRET_ACCESS_KEY', schema: z.string().optional() },
  /** How many proxies of one's own stand in front of the web app: only what these say of a request's address is believed. */
  trustedProxies: { name: 'TRUST_PROXY', schema: whole(0, 9, 'a number of proxies, 0 to 9').default(0) },
  /** Who may make events: people to whom an administrator granted it, or everybody with an account. */
  eventCreation: {
    name: 'EVENT_CREATION',
    schema: z.enum(['granted', 'everyone'], { error: 'must be granted or everyone' }).default('granted'),
  },
  /** Gavel as Google knows it; both, or people do not sign in with Google here. */
  googleClientId: { name: 'GOOGLE_CLIENT_ID', schema: z.string().max(200).optional() },
  googleClientSecret: { name: 'GOOGLE_CLIENT_SECRET', schema: z.string().max(200).optional() },
  /** Who signs what is said of people from Google: Google itself, but for tests and `npm start`. */
  googleIssuer: { name: 'GOOGLE_ISSUER', schema: url('https:', 'http:').default('https://accounts.google.com') },
  /** Gavel as Stripe knows it. Without a key nobody pays by card. */
  stripeSecretKey: { name: 'STRIPE_SECRET_KEY', schema: stripes('sk_', 'rk_').optional() },
  /** For forms in a page; everybody may know it. */
  stripePublishableKey: { name: 'STRIPE_PUBLISHABLE_KEY', schema: stripes('pk_').optional() },
  /** What Stripe signs its messages with. */
  stripeWebhookSecret: { name: 'STRIPE_WEBHOOK_SECRET', schema: stripes('whsec_').optional() },
  /** Where the Stripe that stands in is; set by `npm start`, and for Stripe itself by nobody. */
  stripeAddress: { name: 'STRIPE_ADDRESS', schema: url('http:', 'https:').optional() },
  authSecret: { name: 'AUTH_SECRET', schema: secret },
  operatorToken: { name: 'OPERATOR_TOKEN', schema: secret },
  /** What the demo league's people sign in with; seeding again applies another one. */
  demoPassword: { name: 'DEMO_PASSWORD', schema: z.string().default(PUBLISHED_PASSWORD) },
  /** Where the command line finds the running stack; without it, in the project's own `.gavel` folder. */
  runFile: { name: 'GAVEL_RUN_FILE', schema: z.string().optional() },
  /** The folder in which npm was called, from which a person's relative paths are meant. */
  callerFolder: { name: 'INIT_CWD', schema: z.string().optional() },
} as const

type Fields = typeof fields
type EnvKey = keyof Fields

/** Gavel's configuration, as read from the environment. URLs may hold credentials: never log them whole. */
export type Env = { readonly [Key in EnvKey]: z.output<Fields[Key]['schema']> }

/** A variable is missing or wrong. The message is one sentence for the person who starts the program. */
export class EnvError extends Error {
  override name = 'EnvError'
}

/** Reads the named settings alone, for programs that need only a few. @throws EnvError naming the first bad variable. */
export const loadEnvPart = <Key extends EnvKey>(
  keys: readonly Key[],
  source: NodeJS.ProcessEnv = process.env,
): Pick<Env, Key> => {
  const values = keys.map((key) => {
    const { name, schema } = fields[key]
    // A variable set to nothing is a variable not set: shells and Compose files cannot say the difference.
    const raw = source[name] === '' ? undefined : source[name]
    const parsed = schema.safeParse(raw)
    if (parsed.success) return [key, parsed.data] as const
    if (raw === undefined)
      throw new EnvError(`${name} is not set: set it, or use \`npm start\`, which sets it for you.`)
    throw new EnvError(`${name} ${parsed.error.issues[0]?.message ?? 'is not valid'}.`)
  })
  const read = Object.fromEntries(values) as Pick<Env, Key>
  refuseKnownSecrets(read, source)
  refuseHalfOfStripe(read, keys)
  return read
}

/** Whether this is the real thing, whose secrets have to be some. */
const isProduction = (source: NodeJS.ProcessEnv): boolean => source.NODE_ENV === 'production'

/** How Stripe's keys begin, which is nobody's secret. */
const STRIPES_OWN = /^(?:sk|rk|whsec)_(?:test_|live_)?/
/** And those of the Stripe that stands in. */
const STAND_INS = 'sk_test_here'

/** In production no program begins with a secret that others know (GUARD-5). */
const refuseKnownSecrets = (read: Partial<Env>, source: NodeJS.ProcessEnv): void => {
  if (!isProduction(source)) return
  const { authSecret, operatorToken, stripeSecretKey, stripeWebhookSecret } = read
  for (const [name, value] of Object.entries({
    AUTH_SECRET: authSecret,
    OPERATOR_TOKEN: operatorToken,
    STRIPE_SECRET_KEY: stripeSecretKey,
    STRIPE_WEBHOOK_SECRET: stripeWebhookSecret,
  })) {
    const why = value === undefined ? null : whyNoSecret(value.replace(STRIPES_OWN, ''))
    if (why !== null) throw new EnvError(`${name} ${why}`)
  }
  if (authSecret !== undefined && authSecret === operatorToken)
    throw new EnvError('OPERATOR_TOKEN is the same as AUTH_SECRET: set each to a random text of its own.')
}

/**
 * A key without what its messages are signed with would take money and never hear of it. A real key is told to nobody but Stripe, and one of the
 * stand-in's is none there (CONFIG-10).
 */
const refuseHalfOfStripe = (
  { stripeSecretKey, stripeWebhookSecret, stripeAddress }: Partial<Env>,
  keys: readonly EnvKey[],
): void => {
  const words = (missing: string, there: string) =>
    `${missing} is not set, and ${there} is: set both, or none, and nobody pays by card.`
  if (stripeSecretKey !== undefined && keys.includes('stripeWebhookSecret') && stripeWebhookSecret === undefined)
    throw new EnvError(words('STRIPE_WEBHOOK_SECRET', 'STRIPE_SECRET_KEY'))
  if (stripeWebhookSecret !== undefined && keys.includes('stripeSecretKey') && stripeSecretKey === undefined)
    throw new EnvError(words('STRIPE_SECRET_KEY', 'STRIPE_WEBHOOK_SECRET'))
  if (stripeSecretKey === undefined || !keys.includes('stripeAddress')) return
  const isStandIns = stripeSecretKey.startsWith(STAND_INS)
  if (isStandIns && stripeAddress === undefined)
    throw new EnvError('STRIPE_ADDRESS is not set, and STRIPE_SECRET_KEY is a key of the Stripe that stands in there.')
  if (!isStandIns && stripeAddress !== undefined)
    throw new EnvError(
      'STRIPE_ADDRESS is set, and STRIPE_SECRET_KEY would be sent there: it is for the Stripe that stands in.',
    )
}

/** What the demo league's people get. @throws EnvError where others can come in by a password that is printed in every copy (GUARD-5) */
export const loadDemoPassword = (source: NodeJS.ProcessEnv = process.env): string => {
  const { demoPassword, webUrl } = loadEnvPart(['demoPassword', 'webUrl'], source)
  if (isProduction(source) && demoPassword === PUBLISHED_PASSWORD && !isLoopback(new URL(webUrl).hostname))
    throw new EnvError(
      'DEMO_PASSWORD is printed in every copy of Gavel, and others can reach this one: set another one.',
    )
  return demoPassword
}

/** Reads the whole configuration; call it once, where a program begins. @throws EnvError naming the first bad variable. */
export const loadEnv = (source: NodeJS.ProcessEnv = process.env): Env =>
  loadEnvPart(Object.keys(fields) as EnvKey[], source)
