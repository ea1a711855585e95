import { z } from 'zod'

const url = (...protocols: string[]) =>
  z.string().refine((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol), {
    error: `must be an address that begins with ${protocols.map((protocol) => `${protocol}//`).join(' or ')}`,
  })

const port = z.coerce
  .number({ error: 'must be a port number' })
  .int()
  .min(0, { error: 'must be a port number' })
  .max(65_535, { error: 'must be a port number' })

const secret = z.string().min(16, { error: 'must be a secret of 16 characters or more' })

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
  redisWorkUrl: { name: 'REDIS_WORK_URL', schema: url('redis:', 'rediss:') },
  rabbitmqUrl: { name: 'RABBITMQ_URL', schema: url('amqp:', 'amqps:') },
  webPort: { name: 'PORT', schema: port.default(3000) },
  realtimePort: { name: 'REALTIME_PORT', schema: port.default(3001) },
  workersPort: { name: 'WORKERS_PORT', schema: port.default(3002) },
  webUrl: { name: 'WEB_URL', schema: url('http:', 'https:').default('http://localhost:3000') },
  realtimeUrl: { name: 'REALTIME_URL', schema: url('http:', 'https:').default('http://localhost:3001') },
  /** How many proxies of one's own stand in front of the web app: only what these say of a request's address is believed. */
  trustedProxies: {
    name: 'TRUST_PROXY',
    schema: z.coerce
      .number({ error: 'must be a number of proxies, 0 to 9' })
      .int({ error: 'must be a number of proxies, 0 to 9' })
      .min(0, { error: 'must be a number of proxies, 0 to 9' })
      .max(9, { error: 'must be a number of proxies, 0 to 9' })
      .default(0),
  },
  authSecret: { name: 'AUTH_SECRET', schema: secret },
  operatorToken: { name: 'OPERATOR_TOKEN', schema: secret },
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
  return Object.fromEntries(values) as Pick<Env, Key>
}

/** Reads the whole configuration; call it once, where a program begins. @throws EnvError naming the first bad variable. */
export const loadEnv = (source: NodeJS.ProcessEnv = process.env): Env =>
  loadEnvPart(Object.keys(fields) as EnvKey[], source)
