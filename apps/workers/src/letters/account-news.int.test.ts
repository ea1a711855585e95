import { randomUUID } from 'node:crypto'
import { createCaller, refreshSignIn } from '@gavel/api'
import { GUEST, OPERATOR } from '@gavel/auth'
import { codeAt } from '@gavel/auth/given'
import { sessionById } from '@gavel/db'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type GivenLetters, givenLetters } from './given-letters.ts'

let l: GivenLetters
beforeAll(async () => {
  l = await givenLetters()
})
afterAll(() => l.close())

type Somebody = Awaited<ReturnType<GivenLetters['someone']>>
const withCodes = async () => {
  const somebody = await l.someone()
  const { secret } = await somebody.api.security.beginCodes()
  await somebody.api.security.confirmCodes({ code: codeAt(secret, Date.now()) })
  return somebody
}
/** What the inbox tells, the newest first. */
const told = async ({ api }: Somebody) => (await api.inbox.list()).items.map(({ title }) => title)
const visitor = () => ({ address: randomUUID(), userAgent: null })

/** A program of this person, whose first refresh token was exchanged so long ago that nobody may bring it again. */
const exchanged = async ({ email }: Somebody) => {
  const { token, refreshToken } = await l.signIn(email, 'a long password')
  const stolen = refreshToken ?? ''
  await refreshSignIn(l.services, stolen, visitor())
  const verified = await l.services.tokens.verify(token)
  const sid = verified.ok ? (verified.sid ?? '') : ''
  await l.services.postgres.prisma.$executeRaw`
    UPDATE auth.refresh_tokens SET used_at = used_at - interval '31 seconds' WHERE session_id = ${sid}`
  return { stolen, sid }
}

test('REFRESH-3 whose token was stolen is told so once, by letter and in the inbox, however many bring it', async () => {
  const somebody = await l.someone()
  const { stolen, sid } = await exchanged(somebody)
  const tries = await Promise.allSettled(Array.from({ length: 10 }, () => refreshSignIn(l.services, stolen, visitor())))
  expect(new Set(tries.map(({ status }) => status))).toEqual(new Set(['rejected']))
  expect(await sessionById(l.services.postgres, sid)).toBeNull()
  const TITLE = 'Somebody used an old key to your Gavel account'
  expect(await told(somebody)).toEqual([TITLE])
  const [letter] = await l.lettersTo(somebody.email, 1)
  expect(letter?.subject).toBe(TITLE)
  expect(letter?.raw).toContain('https://gavel.example/forgot')
  // Nobody is told of it again: whatever else is written comes after it.
  await somebody.api.account.changePassword({ password: 'quite another one' })
  expect((await l.lettersTo(somebody.email, 2)).map(({ subject }) => subject)).toEqual([
    TITLE,
    'Your Gavel password was changed',
  ])
})

test('MAIL-10 what is done to how somebody signs in is told by letter and in the inbox, and no preference silences it', async () => {
  const somebody = await withCodes()
  const { api, email } = somebody
  const { kinds } = await api.inbox.preferences()
  expect(kinds.map(({ kind }) => kind)).not.toContain('account')
  const none = Object.fromEntries(kinds.map(({ kind }) => [kind, false]))
  await api.inbox.setPreferences({ email: none as Parameters<typeof api.inbox.setPreferences>[0]['email'] })
  await api.security.newRecoveryCodes()
  await api.security.stopCodes()
  await api.security.stopCodes()
  await api.account.changePassword({ password: 'quite another one' })
  const titles = [
    'Your Gavel password was changed',
    'Signing in to Gavel asks for no code any more',
    'You have new recovery codes for Gavel',
    'Signing in to Gavel asks for a code now',
  ]
  expect(await told(somebody)).toEqual(titles)
  const letters = await l.lettersTo(email, titles.length)
  expect(new Set(letters.map(({ subject }) => subject))).toEqual(new Set(titles))
})

test('MAIL-10 of another address the one of before is told', async () => {
  const somebody = await l.someone()
  const wanted = `${randomUUID()}@test.gavel`
  await somebody.api.account.changeEmail({ email: wanted })
  const [{ token = '' } = {}] = await l.lettersTo(wanted, 1)
  await l.visitor().account.confirmEmail({ token })
  const [letter] = await l.lettersTo(somebody.email, 1)
  expect(letter?.subject).toBe('Your Gavel account has another address')
  expect(letter?.raw).toContain('the last letter to this one')
  expect(await told(somebody)).toEqual(['Your Gavel account has another address'])
})

test('MAIL-10 where no letters are written the inbox tells', async () => {
  const { api } = await l.g.person()
  await api.account.changePassword({ password: 'quite another one' })
  expect((await api.inbox.list()).items).toMatchObject([
    { kind: 'account', title: 'Your Gavel password was changed', href: '/account/security' },
  ])
})

test('ACCOUNT-13 the operator lets in who has lost app and recovery codes: every session ends, and the owner is told once', async () => {
  const somebody = await withCodes()
  const { email, userId, session } = somebody
  const operator = createCaller({ services: l.services, actor: OPERATOR, session: null, address: randomUUID() })
  expect(await operator.admin.factors({ email })).toMatchObject({ userId, codes: true, recoveryCodesLeft: 10 })
  await expect(l.signIn(email, 'a long password')).rejects.toMatchObject({ code: 'AUTH.CODE_NEEDED' })
  expect(await operator.admin.removeFactors({ email: email.toUpperCase() })).toEqual({
    userId,
    email,
    removed: true,
    ended: 1,
  })
  expect(await operator.admin.removeFactors({ email })).toMatchObject({ removed: false, ended: 0 })
  expect(await sessionById(l.services.postgres, session.sid)).toBeNull()
  expect(await operator.admin.factors({ email })).toMatchObject({ codes: false, recoveryCodesLeft: 0, password: true })
  expect(await l.signIn(email, 'a long password')).toMatchObject({ userId })
  const TITLE = 'Your second factor was removed by whoever runs this Gavel'
  expect((await told(somebody)).filter((title) => title === TITLE)).toHaveLength(1)
  const letters = await l.lettersTo(email, 2)
  expect(letters.map(({ subject }) => subject)).toContain(TITLE)
})

test('ACCOUNT-13 it is the operator’s alone, of people alone, and the audit keeps it', async () => {
  const [{ email }, admin] = [await withCodes(), await l.g.person({ admin: true })]
  const refused = (code: string) => expect.objectContaining({ cause: expect.objectContaining({ code }) })
  const guest = createCaller({ services: l.services, actor: GUEST, session: null, address: randomUUID() })
  for (const [api, code] of [
    [admin.api, 'AUTH.FORBIDDEN'],
    [guest, 'AUTH.SIGN_IN_FIRST'],
  ] as const) {
    await expect(api.admin.removeFactors({ email })).rejects.toEqual(refused(code))
    await expect(api.admin.factors({ email })).rejects.toEqual(refused(code))
  }
  const nobody = `${randomUUID()}@test.gavel`
  await expect(l.g.operator.admin.removeFactors({ email: nobody })).rejects.toEqual(refused('AUTH.NO_SUCH_PERSON'))
  await l.g.operator.admin.removeFactors({ email })
  const lines = await l.services.postgres.prisma.auditEntry.findMany({ where: { subject: `user:${email}` } })
  expect(lines.map(({ actorId, action, allowed }) => ({ actorId, action, allowed }))).toEqual(
    expect.arrayContaining([
      { actorId: admin.userId, action: 'admin.removeFactors', allowed: false },
      { actorId: 'operator', action: 'admin.removeFactors', allowed: true },
    ]),
  )
})
