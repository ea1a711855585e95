import { randomUUID } from 'node:crypto'
import type { SignInOutcome } from '@gavel/auth'
import { loadEnvPart } from '@gavel/config'
import { Redis } from 'ioredis'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { type Given, given } from '../given.ts'
import { openRateLimits } from '../limits.ts'
import { signInWithPassword } from './sign-in.ts'

const RIGHT = 'a long password'
const WRONG = 'a wrong password'

let g: Given
beforeAll(async () => {
  g = await given()
})
afterAll(() => g.close())

const attempt = (email: string, password: string, address: string = randomUUID()): Promise<SignInOutcome> =>
  signInWithPassword(g.services, { email, password, address })
const kinds = (outcomes: readonly SignInOutcome[]) => outcomes.map(({ is }) => is)
const times = <Result>(count: number, work: () => Promise<Result>) => Promise.all(Array.from({ length: count }, work))
const inTurn = async (count: number, work: () => Promise<SignInOutcome>) => {
  const outcomes: SignInOutcome[] = []
  for (let turn = 0; turn < count; turn++) outcomes.push(await work())
  return outcomes
}

describe('signing in', () => {
  it('GUESS-1 after five wrong tries the right password is not looked at for a minute, and a right one forgives all before', async () => {
    const { email } = await g.person()
    expect(kinds(await inTurn(4, () => attempt(email, WRONG)))).toEqual(Array(4).fill('wrong'))
    expect((await attempt(email, RIGHT)).is).toBe('signed-in')
    expect(kinds(await inTurn(5, () => attempt(email, WRONG)))).toEqual(Array(5).fill('wrong'))
    const locked = await attempt(email.toUpperCase(), RIGHT)
    expect(locked.is).toBe('locked')
    const { retryAfterMs } = locked.is === 'locked' ? locked : { retryAfterMs: 0 }
    expect(retryAfterMs).toBeGreaterThan(30_000)
    expect(retryAfterMs).toBeLessThanOrEqual(60_000)
  })

  it('GUESS-2 a hundred guesses at once are five, for an account and for an address without one', async () => {
    const { email } = await g.person()
    for (const about of [email, `${randomUUID()}@test.gavel`]) {
      const outcomes = kinds(await times(100, () => attempt(about, WRONG)))
      expect(outcomes.filter((is) => is === 'wrong')).toHaveLength(5)
      expect(outcomes.filter((is) => is === 'locked')).toHaveLength(95)
    }
  })

  it('GUESS-2 whoever knows the password comes in as often as wanted, also at once', async () => {
    const { email } = await g.person()
    expect(new Set(kinds(await times(20, () => attempt(email, RIGHT))))).toEqual(new Set(['signed-in']))
  })

  it('GUESS-3 sixty wrong tries from one address hold it back, whatever is tried; others come in', async () => {
    const { email } = await g.person()
    const address = randomUUID()
    const outcomes = kinds(await times(70, () => attempt(`${randomUUID()}@test.gavel`, WRONG, address)))
    expect(outcomes.filter((is) => is === 'wrong')).toHaveLength(60)
    expect((await attempt(email, RIGHT, address)).is).toBe('locked')
    expect((await attempt(email, RIGHT)).is).toBe('signed-in')
  })

  it('GUESS-4 pauses hold for every instance; each of them counts alone while the store is away', async () => {
    const { redisWorkUrl } = loadEnvPart(['redisWorkUrl'])
    const prefix = `test-${randomUUID()}`
    const limits = [openRateLimits(redisWorkUrl, prefix), openRateLimits(redisWorkUrl, prefix)]
    const redis = new Redis(redisWorkUrl)
    const entered = async (at: number) => (await limits[at]?.lockout.enter('code', 'asha')) ?? -1
    // A connection that is not up yet counts alone.
    await vi.waitFor(
      async () => {
        await entered(0)
        await entered(1)
        expect(await redis.get(`${prefix}:lockout:code:asha:tries`)).not.toBeNull()
      },
      { timeout: 60_000 },
    )
    await limits[0]?.lockout.forgive('code', 'asha', true)
    for (let turn = 0; turn < 5; turn++) expect(await entered(turn % 2)).toBe(0)
    expect(await entered(0)).toBeGreaterThan(50_000)
    expect(await entered(1)).toBeGreaterThan(50_000)
    redis.disconnect()
    for (const one of limits) await one.close()
    const waits: number[] = []
    for (let turn = 0; turn < 6; turn++) waits.push(await entered(0))
    expect(waits.slice(0, 5)).toEqual(Array(5).fill(0))
    expect(waits[5]).toBeGreaterThan(50_000)
  })

  it('ACCOUNT-7 a hundred people who sign in at once all come in', async () => {
    const people = await times(10, () => g.person())
    const ways = people.flatMap(({ email }) => Array.from({ length: 10 }, () => email))
    const outcomes = await Promise.all(ways.map((email) => attempt(email, RIGHT)))
    expect(new Set(kinds(outcomes))).toEqual(new Set(['signed-in']))
  })

  it('ACCOUNT-10 who is shut out reads why, after the right password alone', async () => {
    const { email, userId } = await g.person()
    const data = { bannedAt: new Date(), banReason: 'Two paddles in one auction.' }
    await g.services.postgres.prisma.user.update({ where: { id: userId }, data })
    expect(await attempt(email, WRONG)).toEqual({ is: 'wrong' })
    expect(await attempt(email, RIGHT)).toEqual({ is: 'banned', reason: 'Two paddles in one auction.' })
  })
})
