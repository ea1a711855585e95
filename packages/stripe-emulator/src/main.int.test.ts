import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterEach, expect, test } from 'vitest'
import { ENTRY, sdkFor, submit, typed } from './given.ts'

const cleanups: (() => unknown)[] = []
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).toReversed()) await cleanup()
})

/** The program of `npm start`, and where it says that it is. */
const program = async (file: string): Promise<{ baseUrl: string; child: ChildProcess }> => {
  const entry = JSON.stringify(new URL('./main.ts', import.meta.url).href)
  const keys = {
    STRIPE_SECRET_KEY: 'sk_test_here0123456789',
    STRIPE_PUBLISHABLE_KEY: 'pk',
    STRIPE_WEBHOOK_SECRET: 'whsec',
  }
  const code = `const { main } = await import(${entry}); await main(['--file', ${JSON.stringify(file)}], ${JSON.stringify(keys)})`
  const child = spawn(process.execPath, ['--input-type=module', '--eval', code], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  cleanups.push(() => child.kill('SIGKILL'))
  const [line] = await once(createInterface({ input: child.stdout }), 'line')
  return { baseUrl: String(line).replace('Stripe stands in at ', ''), child }
}

test('STRIPE-24 a program that is killed forgets nothing that it said, and one that is asked to ends', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'gavel-stripe-'))
  cleanups.push(() => rm(folder, { recursive: true }))
  const file = join(folder, 'stripe.json')
  const first = await program(file)
  const { id, url } = await sdkFor(first.baseUrl).checkout.sessions.create(ENTRY)
  await submit(url ?? '', typed('4242424242424242'))
  first.child.kill('SIGKILL')
  await once(first.child, 'exit')
  const again = await program(file)
  const session = await sdkFor(again.baseUrl).checkout.sessions.retrieve(id)
  expect(session).toMatchObject({ status: 'complete', payment_status: 'paid' })
  again.child.kill('SIGTERM')
  const [code] = await once(again.child, 'exit')
  expect(code).toBe(0)
})
