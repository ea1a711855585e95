import { randomUUID } from 'node:crypto'
import { createLogger, loadEnvPart } from '@gavel/config'
import { connectPostgres, insertUser, newId, type Postgres, sessionsOf } from '@gavel/db'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { hearReach, type IdentityNews, openReach, type Reach } from './reach.ts'
import { exchangeToken, issueRefreshToken } from './refresh.ts'
import { endSession, endSessions, isProved, liveSession, markProved, startSession } from './sessions.ts'

const SECRET = 'a-secret-for-tests-0123456789abcdef'
const DAY_MS = 86_400_000
const env = loadEnvPart(['databaseUrl', 'redisLiveUrl'])
const logger = createLogger('test')
const FIREFOX = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0'

let postgres: Postgres
let reach: Reach
const heard: IdentityNews[] = []
let hearing: { close: () => void }
beforeAll(async () => {
  postgres = await connectPostgres(env.databaseUrl)
  reach = openReach(env.redisLiveUrl, logger)
  await new Promise<void>((resolve) => {
    hearing = hearReach(env.redisLiveUrl, (word) => heard.push(word), resolve)
  })
})
afterAll(async () => {
  hearing.close()
  await reach.close()
  await postgres.close()
})

const newUser = async () => {
  const id = newId()
  await insertUser(postgres, { id, email: `${id}@gavel.test`, name: 'Asha Rao', passwordHash: null, bot: false })
  return id
}
const signIn = (userId: string, kind: 'browser' | 'program' = 'browser') =>
  startSession(postgres, { userId, kind, visitor: { address: '192.0.2.7', userAgent: FIREFOX } })
/** Has a session happen so much earlier than it did. */
const age = (sid: string, ms: number) => postgres.prisma.$executeRaw`
  UPDATE auth.sessions SET created_at = created_at - ${ms} * interval '1 millisecond',
    last_seen_at = last_seen_at - ${ms} * interval '1 millisecond', proved_at = proved_at - ${ms} * interval '1 millisecond',
    expires_at = expires_at - ${ms} * interval '1 millisecond' WHERE id = ${sid}`
const ageToken = (sid: string, ms: number) => postgres.prisma.$executeRaw`
  UPDATE auth.refresh_tokens SET used_at = used_at - ${ms} * interval '1 millisecond' WHERE session_id = ${sid}`
const stores = () => ({ postgres, reach })
const wasHeard = (sid: string) => heard.find((word) => 'ended' in word && word.ended.includes(sid))

test('SESSION-4 a session goes on until it ends, and is looked up with its account as it is then', async () => {
  const userId = await newUser()
  const sid = await signIn(userId)
  expect(await liveSession(postgres, sid)).toMatchObject({
    sid,
    kind: 'browser',
    account: { id: userId, admin: false },
  })
  await postgres.prisma.user.update({ where: { id: userId }, data: { admin: true } })
  expect(await liveSession(postgres, sid)).toMatchObject({ account: { admin: true } })
  expect(await sessionsOf(postgres, userId)).toMatchObject([
    { id: sid, device: 'Firefox on Windows', address: '192.0.2.7' },
  ])
  expect(await endSession(stores(), { sid, userId }, 'ended')).toBe(true)
  expect(await endSession(stores(), { sid, userId }, 'ended')).toBe(false)
  expect(await liveSession(postgres, sid)).toBeNull()
  expect(await sessionsOf(postgres, userId)).toEqual([])
  for (const nobody of ['', 'nobody', "' OR 1=1 --", newId()]) expect(await liveSession(postgres, nobody)).toBeNull()
})

test('SESSION-4 whoever is banned or deleted has no session, whatever the table of sessions says', async () => {
  for (const change of [{ bannedAt: new Date() }, { deletedAt: new Date() }]) {
    const userId = await newUser()
    const sid = await signIn(userId)
    await postgres.prisma.user.update({ where: { id: userId }, data: change })
    expect(await liveSession(postgres, sid)).toBeNull()
  }
})

test('SESSION-5 a session that is not used for a week is over; one that is used lasts a month at most', async () => {
  const userId = await newUser()
  const [idle, used] = [await signIn(userId), await signIn(userId)]
  await age(idle, 7 * DAY_MS + 1_000)
  expect(await liveSession(postgres, idle, '192.0.2.8')).toBeNull()
  for (let day = 0; day < 29; day += 1) {
    await age(used, DAY_MS)
    expect(await liveSession(postgres, used, '192.0.2.8'), `day ${day}`).not.toBeNull()
  }
  expect(await sessionsOf(postgres, userId)).toMatchObject([{ id: used, address: '192.0.2.8' }])
  await age(used, DAY_MS + 1_000)
  expect(await liveSession(postgres, used, '192.0.2.8')).toBeNull()
})

test('SESSION-6 one session ends, or all but one; another person’s never does, and those who hold sockets are told', async () => {
  const [userId, other] = [await newUser(), await newUser()]
  const [here, there, elsewhere] = [await signIn(userId), await signIn(userId), await signIn(userId, 'program')]
  const theirs = await signIn(other)
  expect(await endSession(stores(), { sid: theirs, userId }, 'ended')).toBe(false)
  expect(await endSessions(stores(), { userId, except: here }, 'password')).toBe(2)
  expect((await sessionsOf(postgres, userId)).map(({ id }) => id)).toEqual([here])
  expect(await liveSession(postgres, theirs)).not.toBeNull()
  await expect.poll(() => wasHeard(there)).toEqual({ ended: expect.arrayContaining([there, elsewhere]), why: 'ended' })
  expect(wasHeard(theirs)).toBeUndefined()
})

test('SESSION-7 whoever gave a password more than ten minutes ago is asked again for what is dangerous', async () => {
  const sid = await signIn(await newUser())
  const now = async () => (await liveSession(postgres, sid)) ?? { provedAtMs: 0 }
  expect(isProved(await now())).toBe(true)
  await age(sid, 11 * 60_000)
  expect(isProved(await now())).toBe(false)
  await markProved(postgres, sid)
  expect(isProved(await now())).toBe(true)
})

const family = async () => {
  const userId = await newUser()
  const sid = await signIn(userId, 'program')
  return { userId, sid, token: await issueRefreshToken(postgres, sid) }
}
const exchange = (token: string) => exchangeToken(stores(), SECRET, token)
const newest = async (token: string): Promise<string> => {
  const answer = await exchange(token)
  if (!answer.ok) throw new Error(answer.reason)
  return answer.refreshToken
}

test('REFRESH-1 of fifty who refresh one token at once all get the same successor, and nobody is signed out', async () => {
  const { sid, token } = await family()
  const answers = await Promise.all(Array.from({ length: 50 }, () => exchange(token)))
  const successors = new Set(answers.map((answer) => (answer.ok ? answer.refreshToken : answer.reason)))
  expect(successors.size).toBe(1)
  expect(await postgres.prisma.refreshToken.count({ where: { sessionId: sid, usedAt: null } })).toBe(1)
  expect(await postgres.prisma.refreshToken.count({ where: { sessionId: sid } })).toBe(2)
  expect(await liveSession(postgres, sid)).not.toBeNull()
  const [next = ''] = successors
  expect(next).not.toBe(token)
  expect(await exchange(next)).toMatchObject({ ok: true, sid })
})

test('REFRESH-2 a second tab gets the same successor for half a minute, and the newest where the first tab has gone on', async () => {
  const { token, sid } = await family()
  const second = await newest(token)
  expect(await newest(token)).toBe(second)
  const third = await newest(second)
  expect(await newest(token)).toBe(third)
  await ageToken(sid, 29_000)
  expect(await newest(token)).toBe(third)
  expect(await liveSession(postgres, sid)).not.toBeNull()
})

test('REFRESH-3 a stolen token that is used after it was exchanged ends the whole family, and nothing else of the person', async () => {
  const { token, sid, userId } = await family()
  const other = await signIn(userId)
  const second = await newest(token)
  await ageToken(sid, 31_000)
  const third = await newest(second)
  expect(await exchange(token)).toEqual({ ok: false, reason: 'reused', sid, userId })
  for (const link of [token, second, third]) expect(await exchange(link)).toEqual({ ok: false, reason: 'over' })
  expect(await liveSession(postgres, sid)).toBeNull()
  expect(await liveSession(postgres, other)).not.toBeNull()
  await expect.poll(() => wasHeard(sid)).toBeTruthy()
  const { endedWhy } = await postgres.prisma.session.findUniqueOrThrow({ where: { id: sid } })
  expect(endedWhy).toBe('reused')
})

test('REFRESH-4 tokens are kept as hashes; what was never given, or belongs to a session that is over, is exchanged for nothing', async () => {
  const { token, sid, userId } = await family()
  const rows = JSON.stringify(await postgres.prisma.refreshToken.findMany({ where: { sessionId: sid } }))
  expect(rows).not.toContain(token)
  expect(rows).not.toContain(token.slice(4))
  for (const text of ['', 'gvr_', `gvr_${'A'.repeat(43)}`, `${token}x`, 'x'.repeat(10_000), randomUUID()])
    expect(await exchange(text)).toEqual({ ok: false, reason: 'unknown' })
  // Without the secret nobody works out what comes next.
  const guessed = await exchangeToken(stores(), `${SECRET}x`, (await family()).token)
  expect(guessed.ok && guessed.refreshToken).not.toBe(await newest(token))
  await postgres.prisma.user.update({ where: { id: userId }, data: { bannedAt: new Date() } })
  expect(await exchange(await issueRefreshToken(postgres, sid))).toEqual({ ok: false, reason: 'over' })
})
