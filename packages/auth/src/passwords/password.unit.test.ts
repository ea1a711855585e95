import { expect, test } from 'vitest'
import { hashPassword, inLine, PasswordsBusyError, verifyPassword } from './password.ts'

test('ACCOUNT-3 a password is kept as an argon2id hash with a salt of its own, and nothing else fits it', async () => {
  const [one, two] = await Promise.all([hashPassword('correct horse battery'), hashPassword('correct horse battery')])
  expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  expect(one).not.toBe(two)
  expect(await verifyPassword(one, 'correct horse battery')).toBe(true)
  expect(await verifyPassword(one, 'correct horse batterz')).toBe(false)
  expect(await verifyPassword(null, 'correct horse battery')).toBe(false)
})

test('ACCOUNT-3 a password typed with other code points for the same letters is the same', async () => {
  expect(await verifyPassword(await hashPassword('cafe\u0301 cafe\u0301'), 'caf\u00e9 caf\u00e9')).toBe(true)
})

test('ACCOUNT-7 passwords are checked a few at a time; the rest waits, and a line that is full refuses at once', async () => {
  const checked = inLine(2, 50)
  let running = 0
  let most = 0
  const ends: (() => void)[] = []
  const work = () => {
    running += 1
    most = Math.max(most, running)
    return new Promise<void>((resolve) => {
      ends.push(() => {
        running -= 1
        resolve()
      })
    })
  }
  const all = Array.from({ length: 60 }, () =>
    checked(work).then(
      () => 'done',
      (error: unknown) => error,
    ),
  )
  const refused = all.slice(52)
  for (const answer of await Promise.all(refused)) {
    expect(answer).toBeInstanceOf(PasswordsBusyError)
    expect(answer).toMatchObject({ retryAfterMs: 1_500 })
  }
  let over = 0
  const rest = all.slice(0, 52).map((one) => one.then(() => (over += 1)))
  while (over < 52) {
    ends.shift()?.()
    await Promise.resolve()
  }
  await Promise.all(rest)
  expect(most).toBe(2)
})

test('ACCOUNT-7 a hundred passwords at once are all checked, and the event loop turns all the while', async () => {
  const stored = await hashPassword('correct horse battery')
  let turns = 0
  const turn = setInterval(() => {
    turns += 1
  }, 1)
  const answers = await Promise.all(Array.from({ length: 100 }, () => verifyPassword(stored, 'correct horse battery')))
  clearInterval(turn)
  expect(answers.every(Boolean)).toBe(true)
  // On the event loop itself there would be no turn at all before the last one is done.
  expect(turns).toBeGreaterThan(100)
})
