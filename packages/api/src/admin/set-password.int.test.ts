import { readAudit, sessionById } from '@gavel/db'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { signInWithPassword } from '../auth/sign-in.ts'
import { type Given, given, refusal } from '../given.ts'

let g: Given
beforeAll(async () => {
  g = await given()
})
afterAll(() => g.close())

it('ACCOUNT-11 the operator lets somebody in again whom no letter can help; nobody else may', async () => {
  const { email, session, userId } = await g.person()
  const attempt = (password: string) => signInWithPassword(g.services, { email, password, address: userId })
  for (let turn = 0; turn < 6; turn++) await attempt('a wrong password')
  const given = { email: email.toUpperCase(), password: 'quite another one' }
  const admin = await g.person({ admin: true })
  await expect(admin.api.admin.setPassword(given)).rejects.toEqual(refusal('AUTH.FORBIDDEN'))
  await expect(g.operator.admin.setPassword({ ...given, password: 'qwertyuiop' })).rejects.toEqual(
    refusal('ACCOUNT.WEAK_PASSWORD'),
  )
  expect(await g.operator.admin.setPassword(given)).toEqual({ userId, email })
  expect((await attempt('quite another one')).is).toBe('signed-in')
  expect(await sessionById(g.services.postgres, session.sid)).toBeNull()
  const lines = await readAudit(g.services.postgres, { actorId: 'operator' }, 50)
  expect(lines).toContainEqual(
    expect.objectContaining({ action: 'admin.setPassword', subject: `user:${email.toUpperCase()}`, allowed: true }),
  )
  expect(JSON.stringify(lines)).not.toContain('quite another one')
})
