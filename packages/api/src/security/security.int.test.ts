import { randomUUID } from 'node:crypto'
import { codeAt, passkeyDevice } from '@gavel/auth/given'
import type { LiveSession } from '@gavel/db'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { signInWithCode, signInWithPassword } from '../auth/sign-in.ts'
import { type Given, given, refusal } from '../given.ts'
import { arriveFromGoogle } from './arrive.ts'
import { passkeyProves, signInWithPasskey } from './passkeys.ts'

const PARTY = { id: 'localhost', origins: ['http://localhost:3000'] }
const PASSWORD = 'a long password'

let g: Given
beforeAll(async () => {
  g = await given()
  Object.assign(g.services, { relyingParty: PARTY, googleOffered: true })
})
afterAll(() => g.close())

type Somebody = Awaited<ReturnType<Given['person']>>
const addPasskey = async ({ api }: Somebody) => {
  const device = passkeyDevice(PARTY)
  const { challengeId, options } = await api.security.askNewPasskey()
  await api.security.addPasskey({ challengeId, answer: device.make(options.challenge), name: 'Phone' })
  return device
}
const withCodes = async () => {
  const somebody = await g.person()
  const { secret } = await somebody.api.security.beginCodes()
  const { recoveryCodes } = await somebody.api.security.confirmCodes({ code: codeAt(secret, Date.now()) })
  return { ...somebody, secret, recoveryCodes }
}
const google = () => ({ sub: randomUUID(), email: `${randomUUID()}@gmail.test`, email_verified: true, name: 'Asha' })

test('FACTOR-1 a password whose account asks for codes signs in with one, and with none of anybody else’s', async () => {
  const { email, userId, recoveryCodes } = await withCodes()
  const other = await withCodes()
  const first = await signInWithPassword(g.services, { email, password: PASSWORD, address: randomUUID() })
  if (first.is !== 'needs-second-factor') throw new Error(first.is)
  const bring = (code: string) => signInWithCode(g.services, { half: first.half, code })
  expect(await bring(other.recoveryCodes[0] ?? '')).toEqual({ is: 'wrong' })
  expect(await bring(recoveryCodes[0] ?? '')).toMatchObject({ is: 'signed-in', account: { id: userId } })
})

test('FACTOR-7 who guesses codes waits longer each time, with the right one too', async () => {
  const { email, recoveryCodes } = await withCodes()
  const first = await signInWithPassword(g.services, { email, password: PASSWORD, address: randomUUID() })
  if (first.is !== 'needs-second-factor') throw new Error(first.is)
  const bring = (code: string) => signInWithCode(g.services, { half: first.half, code })
  const guesses = await Promise.all(Array.from({ length: 40 }, () => bring('000000')))
  expect(guesses.filter(({ is }) => is === 'wrong').length).toBeLessThanOrEqual(6)
  expect(guesses.some(({ is }) => is === 'locked')).toBe(true)
  expect(await bring(recoveryCodes[0] ?? '')).toMatchObject({ is: 'locked' })
})

test('SECURITY-2 nothing of how somebody signs in changes until it was shown anew who asks; guests and bots have none', async () => {
  const { actor, session, userId } = await g.person()
  const { api } = { api: g.as(actor, { ...session, provedAtMs: Date.now() - 10 * 60_000 }) }
  expect(await api.security.overview()).toMatchObject({ password: true, codes: false, passkeys: [] })
  const device = passkeyDevice(PARTY)
  const doing = [
    () => api.security.beginCodes(),
    () => api.security.confirmCodes({ code: '000000' }),
    () => api.security.newRecoveryCodes(),
    () => api.security.stopCodes(),
    () => api.security.askNewPasskey(),
    () => api.security.addPasskey({ challengeId: 'x', answer: device.make('x'), name: 'Phone' }),
    () => api.security.removePasskey({ id: 'x' }),
    () => api.security.linkGoogle(),
    () => api.security.unlinkGoogle(),
  ]
  for (const call of doing) await expect(call()).rejects.toEqual(refusal('AUTH.PROVE_FIRST'))
  await expect(g.guest.security.overview()).rejects.toEqual(refusal('AUTH.SIGN_IN_FIRST'))
  const bot = g.as({ ...actor, userId, bot: true }, session)
  await expect(bot.security.beginCodes()).rejects.toEqual(refusal('AUTH.FORBIDDEN'))
})

test('FACTOR-6 a question is answered once, by whom it was asked, for what it was asked', async () => {
  const [somebody, other] = [await g.person(), await g.person()]
  const device = await addPasskey(somebody)
  const making = await somebody.api.security.askNewPasskey()
  const another = passkeyDevice(PARTY)
  const answer = { challengeId: making.challengeId, answer: another.make(making.options.challenge), name: 'Laptop' }
  await expect(other.api.security.addPasskey(answer)).rejects.toEqual(refusal('PASSKEY.REFUSED'))
  // It was taken by that try.
  await expect(somebody.api.security.addPasskey(answer)).rejects.toEqual(refusal('PASSKEY.REFUSED'))

  const asked = await g.guest.security.askPasskey()
  const signed = { challengeId: asked.challengeId, answer: device.sign(asked.options.challenge) }
  expect(await passkeyProves(g.services, somebody.userId, signed)).toBe(false)
  const entered = await Promise.all(Array.from({ length: 10 }, () => signInWithPasskey(g.services, signed)))
  expect(entered.filter(({ is }) => is === 'signed-in')).toHaveLength(1)
  expect(entered.find(({ is }) => is === 'signed-in')).toMatchObject({ account: { id: somebody.userId } })

  const proving = await somebody.api.security.askOwnPasskey()
  expect(proving.options.allowCredentials).toHaveLength(1)
  const own = { challengeId: proving.challengeId, answer: device.sign(proving.options.challenge) }
  expect(await passkeyProves(g.services, other.userId, own)).toBe(false)
  const again = await somebody.api.security.askOwnPasskey()
  const right = { challengeId: again.challengeId, answer: device.sign(again.options.challenge) }
  expect(await passkeyProves(g.services, somebody.userId, right)).toBe(true)
})

test('PASSKEY-6 a passkey is two factors by itself: no code is asked for after it', async () => {
  const somebody = await withCodes()
  const device = await addPasskey(somebody)
  const { challengeId, options } = await g.guest.security.askPasskey()
  const outcome = await signInWithPasskey(g.services, { challengeId, answer: device.sign(options.challenge) })
  expect(outcome).toMatchObject({ is: 'signed-in', account: { id: somebody.userId } })
})

test('PASSKEY-7 passkeys are listed, renamed and removed by their owner alone', async () => {
  const [somebody, other] = [await g.person(), await g.person()]
  await addPasskey(somebody)
  const [{ id = '' } = {}] = (await somebody.api.security.overview()).passkeys
  await expect(other.api.security.renamePasskey({ id, name: 'Mine' })).rejects.toEqual(refusal('PASSKEY.NOT_FOUND'))
  await expect(other.api.security.removePasskey({ id })).rejects.toEqual(refusal('PASSKEY.NOT_FOUND'))
  await somebody.api.security.renamePasskey({ id, name: 'Old phone' })
  expect((await somebody.api.security.overview()).passkeys).toMatchObject([{ name: 'Old phone' }])
  await somebody.api.security.removePasskey({ id })
  expect((await somebody.api.security.overview()).passkeys).toEqual([])
  Object.assign(g.services, { relyingParty: null })
  await expect(somebody.api.security.askNewPasskey()).rejects.toEqual(refusal('PASSKEY.NOT_HERE'))
  Object.assign(g.services, { relyingParty: PARTY })
})

test('GOOGLE-4 who asked for it links the own account on coming back, once, in this session alone', async () => {
  const [somebody, other] = [await g.person(), await g.person()]
  const account = await g.services.postgres.prisma.user.findUniqueOrThrow({ where: { id: somebody.userId } })
  const live = (sid: string) => ({ sid, account: { id: somebody.userId } }) as LiveSession
  const { sid } = somebody.session
  await somebody.api.security.linkGoogle()
  const elsewhere = google()
  expect(await arriveFromGoogle(g.services, google(), live(other.session.sid))).toMatchObject({ is: 'signed-in' })
  expect(await arriveFromGoogle(g.services, elsewhere, live(sid))).toEqual({ is: 'linked' })
  expect(await somebody.api.security.overview()).toMatchObject({ google: { email: elsewhere.email } })
  const back = await arriveFromGoogle(g.services, elsewhere, live(sid))
  expect(back).toMatchObject({ is: 'signed-in', account: { id: account.id } })
  await other.api.security.linkGoogle()
  const theirs = { sid: other.session.sid, account: { id: other.userId } } as LiveSession
  expect(await arriveFromGoogle(g.services, elsewhere, theirs)).toEqual({ is: 'taken' })
  await somebody.api.security.unlinkGoogle()
  await somebody.api.security.unlinkGoogle()
  expect(await arriveFromGoogle(g.services, { ...google(), email: somebody.email }, null)).toEqual({ is: 'unlinked' })
})

test('GOOGLE-5 an account that asks for codes asks for one after Google too; one that is shut out stays out', async () => {
  const somebody = await withCodes()
  await somebody.api.security.linkGoogle()
  const elsewhere = google()
  const session = { sid: somebody.session.sid, account: { id: somebody.userId } } as LiveSession
  expect(await arriveFromGoogle(g.services, elsewhere, session)).toEqual({ is: 'linked' })
  const half = await arriveFromGoogle(g.services, elsewhere, null)
  expect(half).toMatchObject({ is: 'needs-second-factor', factors: ['totp', 'recovery'] })
  await g.services.postgres.prisma.user.update({
    where: { id: somebody.userId },
    data: { bannedAt: new Date(), banReason: 'Sold the same player twice.' },
  })
  const shut = { is: 'banned', reason: 'Sold the same player twice.' }
  expect(await arriveFromGoogle(g.services, elsewhere, null)).toEqual(shut)
})
