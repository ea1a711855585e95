import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { loadEnvPart } from '@gavel/config'
import { expect, onTestFinished, test } from 'vitest'
import { connectMongo } from './mongo/connection.ts'
import { connectPostgres } from './postgres/connection.ts'

const SCRIPT = fileURLToPath(new URL('./migrate.ts', import.meta.url))

type Ran = { code: number; out: string; err: string }

/** Runs the migration step as a start does: a program of its own that knows two addresses. */
const migrate = (databaseUrl: string, mongodbUrl: string): Promise<Ran> =>
  new Promise((resolve) => {
    const variables = [`DATABASE_URL=${databaseUrl}`, `MONGODB_URL=${mongodbUrl}`]
    execFile('env', [...variables, process.execPath, SCRIPT], (error, out, err) =>
      resolve({ code: error ? Number(error.code ?? 1) : 0, out, err }),
    )
  })

const sibling = (url: string, name: string) => {
  const changed = new URL(url)
  changed.pathname = `/${name}`
  return changed.href
}

const { databaseUrl, mongodbUrl } = loadEnvPart(['databaseUrl', 'mongodbUrl'])
const closed = new URL(databaseUrl)
closed.port = '1'

test('MIGRATE-1 databases that are not there are made, and a second run changes nothing', async () => {
  const name = `scratch_${randomUUID().slice(0, 8)}`
  const own = { postgres: sibling(databaseUrl, name), mongo: sibling(mongodbUrl, name) }
  onTestFinished(async () => {
    const [postgres, mongo] = [await connectPostgres(databaseUrl), await connectMongo(own.mongo)]
    await postgres.prisma.$executeRawUnsafe(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`)
    await mongo.connection.dropDatabase()
    await Promise.all([postgres.close(), mongo.close()])
  })
  const first = await migrate(own.postgres, own.mongo)
  expect(first).toMatchObject({ code: 0, err: '' })
  expect(first.out).toMatch(
    /^PostgreSQL: \d+ migration\(s\) applied\.\nMongoDB: \d+ collection\(s\) and \d+ index\(es\) made\.\n$/,
  )
  expect(await migrate(own.postgres, own.mongo)).toEqual({
    code: 0,
    out: 'PostgreSQL: nothing to migrate.\nMongoDB: nothing to migrate.\n',
    err: '',
  })
  const postgres = await connectPostgres(own.postgres)
  expect(await postgres.prisma.user.count()).toBe(0)
  expect(await postgres.prisma.userProfile.count()).toBe(0)
  await postgres.close()
})

test('MIGRATE-2 a server that does not answer is named in one sentence, and the step fails', async () => {
  const postgres = await migrate(closed.href, mongodbUrl)
  expect(postgres).toEqual({
    code: 1,
    out: '',
    err: `PostgreSQL does not answer at ${closed.host}: start it, or correct DATABASE_URL.\n`,
  })
  const mongo = await migrate(databaseUrl, 'mongodb://127.0.0.1:1/gavel')
  expect(mongo.code).toBe(1)
  expect(mongo.err).toBe('MongoDB does not answer at 127.0.0.1:1: start it, or correct MONGODB_URL.\n')
})
