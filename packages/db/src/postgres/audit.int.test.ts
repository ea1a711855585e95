import { loadEnvPart } from '@gavel/config'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../id.ts'
import { readAudit, recordAudit } from './audit.ts'
import { connectPostgres, type Postgres, PostgresUnreachableError } from './connection.ts'

let postgres: Postgres
beforeAll(async () => {
  postgres = await connectPostgres(loadEnvPart(['databaseUrl']).databaseUrl)
})
afterAll(() => postgres.close())

test('AUDIT-1 what was refused and what was done is kept, the newest first', async () => {
  const actorId = newId()
  await recordAudit(postgres, { actorId, action: 'event.create', subject: 'event:e1', allowed: false })
  await recordAudit(postgres, {
    actorId,
    action: 'admin.users',
    subject: `user:${'x'.repeat(500)}`,
    allowed: true,
    detail: { admin: true },
    requestId: 'r1',
  })
  await recordAudit(postgres, { actorId: null, action: 'event.create', subject: 'event:e1', allowed: false })
  const lines = await readAudit(postgres, { actorId })
  expect(lines.map(({ action, allowed }) => [action, allowed])).toEqual([
    ['admin.users', true],
    ['event.create', false],
  ])
  expect(lines[0]).toMatchObject({ detail: { admin: true }, requestId: 'r1' })
  expect(lines[0]?.subject).toHaveLength(200)
  expect(await readAudit(postgres, { actorId }, 1)).toHaveLength(1)
})

test('STORE-7 a PostgreSQL that does not answer is named in one sentence, without its password', async () => {
  const failure = await connectPostgres('postgresql://me:secret-word@127.0.0.1:1/gavel').catch(
    (error: unknown) => error,
  )
  expect(failure).toBeInstanceOf(PostgresUnreachableError)
  expect((failure as Error).message).toBe(
    'PostgreSQL does not answer at 127.0.0.1:1: start it, or correct DATABASE_URL.',
  )
})
