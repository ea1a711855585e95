import { randomUUID } from 'node:crypto'
import { createCaller } from '@gavel/api'
import { anEvent } from '@gavel/api/given'
import { GUEST, OPERATOR } from '@gavel/auth'
import { keepErrand, sessionById, userByEmail } from '@gavel/db'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type GivenLetters, givenLetters } from './given-letters.ts'
import { queueErrands } from './queue-errands.ts'

const PASSWORD = 'a long enough one'
const OTHER = 'quite another one'

let l: GivenLetters
let g: GivenLetters['g']
let services: GivenLetters['services']
beforeAll(async () => {
  l = await givenLetters()
  g = l.g
  services = l.services
})
afterAll(() => l.close())

const visitor: GivenLetters['visitor'] = () => l.visitor()
const someone: GivenLetters['someone'] = () => l.someone()
const signIn: GivenLetters['signIn'] = (...given) => l.signIn(...given)
const lettersTo: GivenLetters['lettersTo'] = (...given) => l.lettersTo(...given)
const newEmail = () => `${randomUUID()}@test.gavel`
const tokenIn = async (email: string, count = 1): Promise<string> => {
  const token = (await lettersTo(email, count)).at(-1)?.token
  if (!token) throw new Error('the letter has no link')
  return token
}
const answer = (code: string) => expect.objectContaining({ cause: expect.objectContaining({ code }) })

test('MAIL-1 a new account is opened by the link of its letter and its password together, once', async () => {
  const [email, api] = [newEmail(), visitor()]
  const made = await api.auth.register({ email, name: 'Asha Rao', password: PASSWORD, next: '/events/harbour' })
  expect(made).toEqual({ userId: null, email, name: 'Asha Rao' })
  const [letter] = await lettersTo(email, 1)
  expect(letter?.subject).toBe('Confirm your address to open your Gavel account')
  expect(letter?.raw).toContain('next=%2Fevents%2Fharbour')
  await expect(signIn(email, PASSWORD)).rejects.toMatchObject({ code: 'AUTH.WRONG_CREDENTIALS' })
  const admin = await g.person({ admin: true })
  const appoint = () => admin.api.event.create({ ...anEvent(), auctioneers: [email] })
  await expect(appoint()).rejects.toEqual(answer('AUTH.NO_SUCH_PERSON'))
  const token = await tokenIn(email)
  expect(await api.account.link({ token })).toEqual({ purpose: 'verify', email })
  await expect(api.account.verify({ token, password: OTHER })).rejects.toEqual(answer('ACCOUNT.WRONG_PASSWORD'))
  const opened = await Promise.allSettled([1, 2, 3].map(() => api.account.verify({ token, password: PASSWORD })))
  expect(opened.filter(({ status }) => status === 'fulfilled')).toEqual([{ status: 'fulfilled', value: { email } }])
  expect(await signIn(email, PASSWORD)).toMatchObject({ bot: false })
  await expect(api.account.link({ token })).rejects.toEqual(answer('ACCOUNT.BAD_LINK'))
  expect((await userByEmail(services.postgres, email))?.emailVerifiedAt).toBeInstanceOf(Date)
  await appoint()
})

test('MAIL-2 whether an address has an account is told by its letter alone', async () => {
  const [{ email }, unknown] = [await someone(), newEmail()]
  const ask = (to: string) => visitor().auth.register({ email: to, name: 'Mallory', password: OTHER })
  const [one, two] = await Promise.all([ask(email), ask(unknown)])
  expect({ ...one, email: '' }).toEqual({ ...two, email: '' })
  expect((await lettersTo(email, 1))[0]?.subject).toBe('You have a Gavel account already')
  expect((await lettersTo(unknown, 1))[0]?.subject).toBe('Confirm your address to open your Gavel account')
  // Neither does trying the password that was chosen, nor how often one may.
  const codes = async (to: string) => {
    const tries: string[] = []
    for (let turn = 0; turn < 7; turn++)
      tries.push(
        await signIn(to, OTHER).then(
          () => 'in',
          (error: { code: string }) => error.code,
        ),
      )
    return tries
  }
  const said = await codes(unknown)
  expect(said).toEqual(await codes(email))
  expect(said).toEqual([...Array(5).fill('AUTH.WRONG_CREDENTIALS'), 'AUTH.LOCKED', 'AUTH.LOCKED'])
  const nobody = newEmail()
  expect(await visitor().account.requestReset({ email: nobody })).toBe(await visitor().account.requestReset({ email }))
  await lettersTo(email, 2)
  expect(l.post.taken.some(({ to }) => to.includes(nobody))).toBe(false)
})

test('MAIL-3 a reset opens the account with another password once, ends every session and lifts every pause', async () => {
  const { email, session } = await someone()
  for (let turn = 0; turn < 6; turn++) await signIn(email, 'a wrong password').catch(() => {})
  await expect(signIn(email, 'a long password')).rejects.toMatchObject({ code: 'AUTH.LOCKED' })
  const api = visitor()
  await api.account.requestReset({ email: email.toUpperCase() })
  const token = await tokenIn(email)
  await expect(api.account.reset({ token, password: 'qwertyuiop' })).rejects.toEqual(answer('ACCOUNT.WEAK_PASSWORD'))
  await expect(api.account.verify({ token, password: OTHER })).rejects.toEqual(answer('ACCOUNT.BAD_LINK'))
  expect(await api.account.reset({ token, password: OTHER })).toEqual({ email })
  await expect(api.account.reset({ token, password: PASSWORD })).rejects.toEqual(answer('ACCOUNT.BAD_LINK'))
  expect(await sessionById(services.postgres, session.sid)).toBeNull()
  expect(await signIn(email, OTHER)).toMatchObject({ bot: false })
  expect((await lettersTo(email, 2))[1]?.subject).toBe('Your Gavel password was changed')
})

test('MAIL-3 a link that is no link, or for something else, is good for nothing', async () => {
  const api = visitor()
  for (const token of ['', 'x', 'A'.repeat(43), "' OR 1=1 --"])
    await expect(api.account.link({ token }), token).rejects.toEqual(answer('ACCOUNT.BAD_LINK'))
})

test('MAIL-5 who makes an account with the address of another never gets into it: the reader chooses the password', async () => {
  const [email, mallory, asha] = [newEmail(), visitor(), visitor()]
  await mallory.auth.register({ email, name: 'Mallory', password: PASSWORD })
  await lettersTo(email, 1)
  await asha.auth.register({ email, name: 'Asha', password: OTHER })
  const token = await tokenIn(email, 2)
  await expect(asha.account.verify({ token, password: OTHER })).rejects.toEqual(answer('ACCOUNT.WRONG_PASSWORD'))
  await asha.account.requestReset({ email })
  await asha.account.reset({ token: await tokenIn(email, 3), password: OTHER })
  expect(await signIn(email, OTHER)).toMatchObject({ bot: false })
  await expect(signIn(email, PASSWORD)).rejects.toMatchObject({ code: 'AUTH.WRONG_CREDENTIALS' })
  // The first letters open nothing any more.
  await expect(asha.account.link({ token })).rejects.toEqual(answer('ACCOUNT.BAD_LINK'))
})

test('MAIL-6 another address counts once its letter was answered; the one before is told, and no address is had twice', async () => {
  const [{ userId, email, api }, neighbour, wanted] = [await someone(), await someone(), newEmail()]
  await api.account.changeEmail({ email: neighbour.email })
  expect((await lettersTo(neighbour.email, 1))[0]?.subject).toBe('Your address was asked for by another Gavel account')
  await api.account.changeEmail({ email: wanted })
  const token = await tokenIn(wanted)
  expect(await userByEmail(services.postgres, wanted)).toBeNull()
  expect(await visitor().account.confirmEmail({ token })).toEqual({ email: wanted })
  expect(await userByEmail(services.postgres, wanted)).toMatchObject({ id: userId })
  expect((await lettersTo(email, 1))[0]?.subject).toBe('Your Gavel account has another address')
  expect(await signIn(wanted, 'a long password')).toMatchObject({ userId })
  // Somebody took the address between letter and link.
  const contested = newEmail()
  await api.account.changeEmail({ email: contested })
  const late = await tokenIn(contested)
  await g.guest.auth.register({ email: contested, name: 'Quick', password: PASSWORD })
  await expect(visitor().account.confirmEmail({ token: late })).rejects.toEqual(answer('AUTH.EMAIL_TAKEN'))
})

test('MAIL-7 a reader gets four letters in a quarter of an hour, whoever asks and whatever for', async () => {
  const { email } = await someone()
  for (let turn = 0; turn < 7; turn++) await visitor().account.requestReset({ email })
  const last = await someone()
  await visitor().account.requestReset({ email: last.email })
  await lettersTo(last.email, 1)
  await lettersTo(email, 4)
})

test('MAIL-8 an errand whose queue lost it is found again, and is run once', async () => {
  const { userId, email } = await someone()
  await keepErrand(services.postgres, { kind: 'news', userId, email, what: 'codes-on' })
  await Promise.all([queueErrands(services, services.jobs, 0), queueErrands(services, services.jobs, 0)])
  expect((await lettersTo(email, 1))[0]?.subject).toBe('Signing in to Gavel asks for a code now')
})

test('ACCOUNT-9 what is guarded asks once more who is there, and another password ends every other session', async () => {
  const { userId, email, session, api } = await someone()
  const actor = { userId, admin: false, operator: false, bot: false, creator: false }
  const elsewhere = await g.person()
  const stale = { sid: session.sid, provedAtMs: Date.now() - 11 * 60_000 }
  const later = createCaller({ services, actor, session: stale, address: randomUUID() })
  await expect(later.account.changePassword({ password: OTHER })).rejects.toEqual(answer('AUTH.PROVE_FIRST'))
  await expect(later.auth.prove({ password: 'a wrong password' })).rejects.toEqual(answer('AUTH.NOT_PROVED'))
  await expect(later.auth.prove({ code: '123456' })).rejects.toEqual(answer('AUTH.NOT_PROVED'))
  await later.auth.prove({ password: 'a long password' })
  const proved = await sessionById(services.postgres, session.sid)
  expect(Date.now() - (proved?.provedAtMs ?? 0)).toBeLessThan(60_000)
  await signIn(email, 'a long password')
  await expect(api.account.changePassword({ password: 'qwertyuiop' })).rejects.toEqual(answer('ACCOUNT.WEAK_PASSWORD'))
  const { ended } = await api.account.changePassword({ password: OTHER })
  expect(ended).toBe(1)
  expect(await sessionById(services.postgres, session.sid)).not.toBeNull()
  expect(await sessionById(services.postgres, elsewhere.session.sid)).not.toBeNull()
  expect(await signIn(email, OTHER)).toMatchObject({ userId })
  await lettersTo(email, 1)
  const program = createCaller({ services, actor, session: null, address: randomUUID() })
  await expect(program.account.changePassword({ password: PASSWORD })).rejects.toEqual(answer('AUTH.PROVE_FIRST'))
  await expect(program.auth.prove({ password: OTHER })).rejects.toEqual(answer('AUTH.FORBIDDEN'))
})

test('MAIL-9 where no letters are written an account is there at once, and nothing is promised', async () => {
  const email = newEmail()
  const api = createCaller({ services: g.services, actor: GUEST, session: null, address: randomUUID() })
  expect((await api.auth.register({ email, name: 'Asha', password: PASSWORD })).userId).not.toBeNull()
  expect(await signIn(email, PASSWORD)).toMatchObject({ bot: false })
  await expect(api.account.requestReset({ email })).rejects.toEqual(answer('ACCOUNT.NO_MAIL'))
  // Nor does the operator wait for a letter.
  const operator = createCaller({ services, actor: OPERATOR, session: null, address: randomUUID() })
  expect((await operator.auth.register({ email: newEmail(), name: 'Admin', password: PASSWORD })).userId).not.toBeNull()
})
