import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { EnvError, loadEnvPart } from '@gavel/config'
import { migrateMongo } from './mongo/collections.ts'
import { connectMongo, MongoUnreachableError } from './mongo/connection.ts'
import { PostgresUnreachableError, unreachableWords } from './postgres/connection.ts'

/**
 * The migration step: PostgreSQL by Prisma's committed migrations, then MongoDB's collections and indexes. Run by every start;
 * repeating it changes nothing. Exits 1 with one sentence when it cannot be done.
 */

const PACKAGE = fileURLToPath(new URL('..', import.meta.url))

class MigrationError extends Error {
  override name = 'MigrationError'
}

const say = (line: string) => process.stdout.write(`${line}\n`)

/** Runs `prisma migrate deploy`, which also makes the database where it is missing. @throws MigrationError with what Prisma said. */
const migratePostgres = async (databaseUrl: string): Promise<string> => {
  const prisma = join(dirname(createRequire(import.meta.url).resolve('prisma/package.json')), 'build/index.js')
  const child = spawn(process.execPath, [prisma, 'migrate', 'deploy'], {
    cwd: PACKAGE,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const output: string[] = []
  child.stdout.on('data', (chunk) => output.push(String(chunk)))
  child.stderr.on('data', (chunk) => output.push(String(chunk)))
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  const text = output.join('')
  if (code !== 0) {
    // Prisma's code for a server that does not answer.
    if (text.includes('P1001')) throw new PostgresUnreachableError(unreachableWords(databaseUrl))
    throw new MigrationError(`PostgreSQL could not be migrated: ${reason(text)}`)
  }
  const applied = text.match(/^\s*└─ \d+_\w+\/?$/gm)?.length ?? 0
  return applied === 0 ? 'PostgreSQL: nothing to migrate.' : `PostgreSQL: ${applied} migration(s) applied.`
}

/** The sentence in Prisma's output that says what is wrong. */
const reason = (output: string): string => {
  const lines = output
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const at = lines.findIndex((line) => line.startsWith('Error'))
  const words = lines.slice(at < 0 ? -3 : at, at < 0 ? undefined : at + 4).join(' ')
  return words.replace(/^Error: ?/, '')
}

const main = async () => {
  const { databaseUrl, mongodbUrl } = loadEnvPart(['databaseUrl', 'mongodbUrl'])
  say(await migratePostgres(databaseUrl))
  const mongo = await connectMongo(mongodbUrl)
  try {
    const { collections, indexes, documents } = await migrateMongo(mongo)
    if (collections + indexes + documents === 0) say('MongoDB: nothing to migrate.')
    if (collections + indexes > 0) say(`MongoDB: ${collections} collection(s) and ${indexes} index(es) made.`)
    if (documents > 0) say(`MongoDB: ${documents} missing field(s) filled in.`)
  } finally {
    await mongo.close()
  }
}

const EXPECTED = [EnvError, MigrationError, MongoUnreachableError, PostgresUnreachableError]

try {
  await main()
} catch (error) {
  const expected = EXPECTED.some((kind) => error instanceof kind)
  const words = error instanceof Error ? (expected ? error.message : (error.stack ?? error.message)) : String(error)
  process.stderr.write(`${words}\n`)
  process.exitCode = 1
}
