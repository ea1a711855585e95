// Signs people in, in a process of its own as the web app is one; `program.ts` forks it and says when.
import { randomUUID } from 'node:crypto'
import { issueToken, openServices } from '@gavel/api'
import { registerAccount } from '@gavel/auth'
import { createLogger, loadEnv } from '@gavel/config'
import { deleteAccount } from '@gavel/db'
import type { SignedIn, SignInsOrder } from './program.ts'

const PASSWORD = 'a long password of the bench'
/** Each signs in several times: making an account costs a hash too. */
const PEOPLE = 10

const services = await openServices(loadEnv(), createLogger('bench'))
const people: { id: string; email: string }[] = []
for (let at = 0; at < PEOPLE; at += 1) {
  const email = `${randomUUID()}@bench.gavel`
  const made = await registerAccount(services.postgres, { email, name: 'Bench', password: PASSWORD })
  if (!made.ok) throw new Error(made.message)
  people.push(made.account)
}

/** @returns how long it took; null where it was refused */
const signIn = async (at: number): Promise<number | null> => {
  const email = people[at % PEOPLE]?.email ?? ''
  const begunMs = performance.now()
  const done = await issueToken(
    services,
    { email, password: PASSWORD },
    { address: randomUUID(), userAgent: null },
  ).then(
    () => true,
    () => false,
  )
  return done ? performance.now() - begunMs : null
}

const tell = (word: SignedIn | 'ready') => process.send?.(word)

process.on('message', async (order: SignInsOrder) => {
  if (order === 'end') {
    for (const { id } of people) await deleteAccount(services.postgres, id)
    await services.close()
    process.exit(0)
  }
  const times = await Promise.all(Array.from({ length: order.atOnce }, (_, at) => signIn(at)))
  tell({ times })
})
// Whoever measures is gone: nobody is left to sign in for.
process.on('disconnect', () => process.exit(1))
tell('ready')
