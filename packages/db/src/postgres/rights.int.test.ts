import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { loadEnvPart } from '@gavel/config'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../id.ts'
import { connectMongo } from '../mongo/connection.ts'
import { connectPostgres, type Postgres } from './connection.ts'
import { deleteAccount } from './deletions.ts'
import { adminIds, insertUser, setRights, userById } from './users.ts'

const { databaseUrl, mongodbUrl } = loadEnvPart(['databaseUrl', 'mongodbUrl'])
const name = `scratch_${randomUUID().slice(0, 8)}`
const own = { postgres: new URL(databaseUrl), mongo: new URL(mongodbUrl) }
own.postgres.pathname = `/${name}`
own.mongo.pathname = `/${name}`

/** A database of its own: who is the last administrator is a question of the whole one. */
let postgres: Postgres
beforeAll(async () => {
  const script = fileURLToPath(new URL('../migrate.ts', import.meta.url))
  const variables = [`DATABASE_URL=${own.postgres.href}`, `MONGODB_URL=${own.mongo.href}`]
  await promisify(execFile)('env', [...variables, process.execPath, script])
  postgres = await connectPostgres(own.postgres.href)
})
afterAll(async () => {
  await postgres.close()
  const [server, mongo] = [await connectPostgres(databaseUrl), await connectMongo(own.mongo.href)]
  await server.prisma.$executeRawUnsafe(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`)
  await mongo.connection.dropDatabase()
  await Promise.all([server.close(), mongo.close()])
})

const insert = async (bot = false) => {
  const id = newId()
  await insertUser(postgres, { id, email: `${id}@gavel.test`, name: 'Somebody', passwordHash: 'x', bot })
  return id
}

test('RIGHTS-5 of administrators who all take each other at once one is left, and a bot does not count as one', async () => {
  const ids = await Promise.all(Array.from({ length: 6 }, () => insert()))
  for (const id of ids) await setRights(postgres, id, { admin: true, mayCreateEvents: true })
  await setRights(postgres, await insert(true), { admin: true })
  const answers = await Promise.all(ids.map((id) => setRights(postgres, id, { admin: false })))
  expect(answers.filter((answer) => answer === 'last-admin')).toHaveLength(1)
  const [left = ''] = await adminIds(postgres)
  expect(await adminIds(postgres)).toEqual([left])
  expect(await setRights(postgres, left, { admin: false })).toBe('last-admin')
  expect(await setRights(postgres, left, { mayCreateEvents: false })).toMatchObject({ admin: true })
  expect(await userById(postgres, ids.find((id) => id !== left) ?? '')).toMatchObject({
    admin: false,
    mayCreateEvents: true,
  })
})

test('DATA-5 of administrators who all delete their accounts at once one is left', async () => {
  const added = await Promise.all(Array.from({ length: 4 }, () => insert()))
  for (const id of added) await setRights(postgres, id, { admin: true })
  const all = await adminIds(postgres)
  const answers = await Promise.all(all.map((id) => deleteAccount(postgres, id)))
  expect(answers.filter(({ is }) => is === 'last-admin')).toHaveLength(1)
  const left = await adminIds(postgres)
  expect(left).toHaveLength(1)
  expect(await deleteAccount(postgres, left[0] ?? '')).toEqual({ is: 'last-admin' })
  expect(await deleteAccount(postgres, await insert(true))).toEqual({ is: 'none' })
})
