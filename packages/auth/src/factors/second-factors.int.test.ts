import { randomUUID } from 'node:crypto'
import { loadEnvPart } from '@gavel/config'
import { connectPostgres, countRecoveryCodes, type Postgres, totpOf } from '@gavel/db'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { codeAt, somebody } from '../given.ts'
import { afterFirstFactor, afterSecondFactor, halfWayIn } from '../sign-in/half-way.ts'
import { endCodes, needsCode, renewRecoveryCodes, takeCode } from './second-factors.ts'
import { beginTotp, finishTotp, takeTotp } from './totp.ts'

const SECRET = randomUUID()
const STEP_MS = 30_000

let postgres: Postgres
beforeAll(async () => {
  postgres = await connectPostgres(loadEnvPart(['databaseUrl']).databaseUrl)
})
afterAll(() => postgres.close())

const withCodes = async () => {
  const account = await somebody(postgres)
  const begun = await beginTotp(postgres, SECRET, account)
  if (!begun) throw new Error('codes are on already')
  const nowMs = Date.now()
  const recoveryCodes = await finishTotp(
    postgres,
    SECRET,
    { userId: account.id, code: codeAt(begun.secret, nowMs) },
    nowMs,
  )
  if (!recoveryCodes) throw new Error('the first code was refused')
  return { account, userId: account.id, secret: begun.secret, nowMs, recoveryCodes }
}

test('FACTOR-2 nothing is asked for until the first code was right', async () => {
  const account = await somebody(postgres)
  const userId = account.id
  const begun = await beginTotp(postgres, SECRET, account)
  expect(begun?.uri).toContain(`otpauth://totp/Gavel:${encodeURIComponent(account.email)}`)
  const secret = begun?.secret ?? ''
  expect(await needsCode(postgres, userId)).toBe(false)
  expect(await takeCode(postgres, SECRET, { userId, code: codeAt(secret, Date.now()) })).toBe(false)
  expect(await finishTotp(postgres, SECRET, { userId, code: '000 000' })).toBeNull()
  // Begun anew: the secret of before is none any more.
  const second = await beginTotp(postgres, SECRET, account)
  expect(await finishTotp(postgres, SECRET, { userId, code: codeAt(secret, Date.now()) })).toBeNull()
  const codes = await finishTotp(postgres, SECRET, { userId, code: codeAt(second?.secret ?? '', Date.now()) })
  expect(codes).toHaveLength(10)
  expect(await needsCode(postgres, userId)).toBe(true)
  expect(await beginTotp(postgres, SECRET, account)).toBeNull()
})

test('FACTOR-1 with codes on, a first factor alone signs nobody in, and is remembered for five minutes', async () => {
  const { account, userId, recoveryCodes } = await withCodes()
  const nowMs = Date.now()
  const outcome = await afterFirstFactor(postgres, SECRET, account, { nowMs })
  if (outcome.is !== 'needs-second-factor') throw new Error(outcome.is)
  expect(outcome.factors).toEqual(['totp', 'recovery'])
  const { half } = outcome
  expect(halfWayIn(SECRET, half, nowMs + 5 * 60_000 - 1)).toEqual({ userId })
  expect(halfWayIn(SECRET, half, nowMs + 5 * 60_000)).toBeNull()
  expect(halfWayIn(SECRET, `${half.slice(0, -2)}AA`, nowMs)).toBeNull()
  expect(halfWayIn('another secret', half, nowMs)).toBeNull()
  expect(await afterSecondFactor(postgres, SECRET, { half, code: '000000' })).toBeNull()
  const [code = ''] = recoveryCodes
  expect(await afterSecondFactor(postgres, SECRET, { half: 'made up', code })).toBeNull()
  expect(await afterSecondFactor(postgres, SECRET, { half, code })).toEqual(account)
  const other = await somebody(postgres)
  expect(await afterFirstFactor(postgres, SECRET, other)).toEqual({ is: 'signed-in', account: other })
})

test('FACTOR-3 a code is good once, however many bring it at once, and for half a minute more than its own', async () => {
  const { userId, secret, nowMs } = await withCodes()
  const take = (codeMs: number, atMs: number) =>
    takeTotp(postgres, SECRET, { userId, code: codeAt(secret, codeMs) }, atMs)
  // The code that switched them on is used.
  expect(await take(nowMs, nowMs)).toBe(false)
  const laterMs = nowMs + 10 * STEP_MS
  const taken = await Promise.all(Array.from({ length: 20 }, () => take(laterMs, laterMs)))
  expect(taken.filter(Boolean)).toHaveLength(1)
  // A clock that goes before; and then not one that stands behind what was taken.
  expect(await take(laterMs + STEP_MS, laterMs)).toBe(true)
  expect(await take(laterMs, laterMs + STEP_MS)).toBe(false)
  expect(await take(laterMs + 5 * STEP_MS, laterMs + 6 * STEP_MS)).toBe(true)
  expect(await take(laterMs + 8 * STEP_MS, laterMs + 10 * STEP_MS)).toBe(false)
  expect(await take(laterMs + 12 * STEP_MS, laterMs + 10 * STEP_MS)).toBe(false)
})

test('FACTOR-4 each recovery code is good once, for its owner alone, however it is typed; new ones end the old', async () => {
  const { userId, recoveryCodes } = await withCodes()
  const other = await withCodes()
  const take = (code: string, who = userId) => takeCode(postgres, SECRET, { userId: who, code })
  const [first = '', second = '', third = ''] = recoveryCodes
  expect(first).toMatch(/^[2-9A-Z]{4}(-[2-9A-Z]{4}){3}$/)
  expect(new Set(recoveryCodes).size).toBe(10)
  expect(await take(first, other.userId)).toBe(false)
  const taken = await Promise.all(Array.from({ length: 20 }, () => take(first.toLowerCase().replaceAll('-', ' '))))
  expect(taken.filter(Boolean)).toHaveLength(1)
  expect(await take(second)).toBe(true)
  expect(await countRecoveryCodes(postgres, userId)).toBe(8)
  const renewed = await renewRecoveryCodes(postgres, userId)
  expect(await take(third)).toBe(false)
  expect(await take(renewed?.[0] ?? '')).toBe(true)
  expect(await renewRecoveryCodes(postgres, (await somebody(postgres)).id)).toBeNull()
  await endCodes(postgres, userId)
  expect([await needsCode(postgres, userId), await countRecoveryCodes(postgres, userId)]).toEqual([false, 0])
  expect(await take(renewed?.[1] ?? '')).toBe(false)
})

test('FACTOR-5 the table tells neither the secret nor a recovery code', async () => {
  const { userId, secret, recoveryCodes } = await withCodes()
  const kept = JSON.stringify([
    await totpOf(postgres, userId),
    await postgres.prisma.recoveryCode.findMany({ where: { userId } }),
  ])
  for (const word of [secret, ...recoveryCodes, ...recoveryCodes.map((code) => code.replaceAll('-', ''))])
    expect(kept).not.toContain(word)
  // Sealed by another installation's secret it opens nothing.
  expect(await takeTotp(postgres, 'another secret', { userId, code: codeAt(secret, Date.now()) })).toBe(false)
})
