import { createLogger, EnvError, loadDemoPassword, loadEnvPart } from '@gavel/config'
import { connectMongo, connectPostgres, MongoUnreachableError, PostgresUnreachableError } from '@gavel/db'
import { openLiveLog } from '@gavel/livelog'
import { seedDemoLeague } from './seed.ts'

/** Seeds the demo league into the stores that the environment names; says in one line what was made. Exits 1 in one sentence. */
const main = async () => {
  const env = loadEnvPart(['mongodbUrl', 'databaseUrl', 'redisLiveUrl'])
  const demoPassword = loadDemoPassword()
  const mongo = await connectMongo(env.mongodbUrl)
  const postgres = await connectPostgres(env.databaseUrl)
  const log = openLiveLog({ url: env.redisLiveUrl, logger: createLogger('seed') })
  try {
    const made = await seedDemoLeague({ mongo, postgres, log }, Date.now(), demoPassword)
    process.stdout.write(made.length === 0 ? 'The demo league is there already.\n' : `Made ${made.join(', ')}.\n`)
  } finally {
    await Promise.allSettled([log.close(), mongo.close(), postgres.close()])
  }
}

const EXPECTED = [EnvError, MongoUnreachableError, PostgresUnreachableError]

main().catch((error: unknown) => {
  const expected = EXPECTED.some((kind) => error instanceof kind)
  const words = error instanceof Error ? (expected ? error.message : (error.stack ?? error.message)) : String(error)
  process.stderr.write(`${words}\n`)
  process.exitCode = 1
})
