import { randomUUID } from 'node:crypto'
import { SignInOverError, startSession } from '@gavel/auth'
import { codeAt } from '@gavel/auth/given'
import { deleteAccount, sessionsOf } from '@gavel/db'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Given, given } from '../given.ts'
import { signInWithCode, signInWithPassword } from './sign-in.ts'
import { issueToken } from './token.ts'

const PASSWORD = 'a long password'
const OTHER = 'quite another one'

let g: Given
beforeAll(async () => {
  g = await given()
})
afterAll(() => g.close())

type Somebody = Awaited<ReturnType<Given['person']>>
const tried = ({ email }: Somebody, password = PASSWORD) =>
  signInWithPassword(g.services, { email, password, address: randomUUID() })
const visitor = () => ({ address: randomUUID(), userAgent: null })
/** What follows a right password. */
const begin = async (outcome: Awaited<ReturnType<typeof tried>>) => {
  if (outcome.is !== 'signed-in') throw new Error(outcome.is)
  const { account, stamp } = outcome
  return startSession(g.services.postgres, { userId: account.id, kind: 'browser', visitor: visitor(), stamp })
}
const open = async ({ userId }: Somebody) => (await sessionsOf(g.services.postgres, userId)).map(({ id }) => id)
/** Twenty who sign in by the old password while something happens to the account. */
const meanwhile = async (somebody: Somebody, work: () => Promise<unknown>) => {
  const { email } = somebody
  const tries = Array.from({ length: 20 }, () => issueToken(g.services, { email, password: PASSWORD }, visitor()))
  await Promise.allSettled([...tries, work()])
}

test('SESSION-10 a password that was right before another one was chosen signs nobody in afterwards', async () => {
  const somebody = await g.person()
  const before = await tried(somebody)
  await somebody.api.account.changePassword({ password: OTHER })
  await expect(begin(before)).rejects.toBeInstanceOf(SignInOverError)
  expect(await open(somebody)).toEqual([somebody.session.sid])
  await begin(await tried(somebody, OTHER))
})

test('SESSION-10 nor does the code that is brought to it', async () => {
  const somebody = await g.person()
  const { secret } = await somebody.api.security.beginCodes()
  const { recoveryCodes } = await somebody.api.security.confirmCodes({ code: codeAt(secret, Date.now()) })
  const first = await tried(somebody)
  if (first.is !== 'needs-second-factor') throw new Error(first.is)
  await somebody.api.account.changePassword({ password: OTHER })
  const second = await signInWithCode(g.services, { half: first.half, code: recoveryCodes[0] ?? '' })
  await expect(begin(second)).rejects.toBeInstanceOf(SignInOverError)
})

test('SESSION-10 who signs in at the moment of another password is out with everybody', async () => {
  const somebody = await g.person()
  await meanwhile(somebody, () => somebody.api.account.changePassword({ password: OTHER }))
  expect(await open(somebody)).toEqual([somebody.session.sid])
})

test('SESSION-10 who signs in at the moment of being shut out is not in once that is lifted', async () => {
  const [somebody, admin] = [await g.person(), await g.person({ admin: true })]
  const { userId } = somebody
  const before = await tried(somebody)
  await meanwhile(somebody, () => admin.api.admin.ban({ userId, reason: 'Two paddles in one auction.' }))
  await expect(begin(before)).rejects.toBeInstanceOf(SignInOverError)
  await admin.api.admin.unban({ userId })
  expect(await open(somebody)).toEqual([])
})

test('SESSION-10 nobody signs in to an account that is deleted meanwhile', async () => {
  const somebody = await g.person()
  const before = await tried(somebody)
  await deleteAccount(g.services.postgres, somebody.userId)
  await expect(begin(before)).rejects.toBeInstanceOf(SignInOverError)
  expect(await g.services.postgres.prisma.session.count({ where: { userId: somebody.userId } })).toBe(0)
})
