import { loadEnvPart, webOrigins } from '@gavel/config'
import { type Account, connectPostgres, type Postgres, passkeysOf } from '@gavel/db'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { passkeyDevice, somebody } from '../given.ts'
import { accountOfPasskey, askForNewPasskey, askForPasskey, keepPasskey, relyingParty } from './passkeys.ts'

const PARTY = { id: 'localhost', origins: ['http://localhost:3000'] }

let postgres: Postgres
beforeAll(async () => {
  postgres = await connectPostgres(loadEnvPart(['databaseUrl']).databaseUrl)
})
afterAll(() => postgres.close())

type Device = ReturnType<typeof passkeyDevice>
type Behaviour = Parameters<Device['make']>[1]

/** Makes a passkey as the page does, and answers what came of it. */
const add = async (account: Account, device: Device, how?: Behaviour & { challenge?: string }) => {
  const { challenge } = await askForNewPasskey(postgres, PARTY, account)
  const answer = device.make(how?.challenge ?? challenge, how)
  return keepPasskey(postgres, PARTY, { userId: account.id, challenge, answer, name: 'Phone' })
}
const signIn = async (device: Device, how?: Behaviour & { challenge?: string }) => {
  const { challenge } = await askForPasskey(postgres, PARTY)
  return accountOfPasskey(postgres, PARTY, { challenge, answer: device.sign(how?.challenge ?? challenge, how) })
}

test('PASSKEY-1 a passkey signs in to the account that made it, by itself', async () => {
  const [account, device] = [await somebody(postgres), passkeyDevice(PARTY)]
  const asked = await askForNewPasskey(postgres, PARTY, account)
  expect(asked).toMatchObject({
    rp: { id: 'localhost' },
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })
  expect(await add(account, device)).toBe('kept')
  expect(await passkeysOf(postgres, account.id)).toMatchObject([{ name: 'Phone', lastUsedAtMs: null }])
  expect(await signIn(device)).toEqual(account)
  expect((await passkeysOf(postgres, account.id))[0]?.lastUsedAtMs).toBeGreaterThan(0)
  // A device that has one is asked for no second; and nobody is told whose passkeys there are.
  expect((await askForNewPasskey(postgres, PARTY, account)).excludeCredentials).toHaveLength(1)
  expect((await askForPasskey(postgres, PARTY)).allowCredentials ?? []).toEqual([])
})

test('PASSKEY-2 another question, another site, nobody at the device, or a key of nobody: refused', async () => {
  const [account, device] = [await somebody(postgres), passkeyDevice(PARTY)]
  const other = 'aW52ZW50ZWQ'
  expect(await add(account, device, { challenge: other })).toBe('refused')
  expect(await add(account, device, { origin: 'http://localhost.example:3000' })).toBe('refused')
  expect(await add(account, device, { verifies: false })).toBe('refused')
  expect(await add(account, passkeyDevice({ ...PARTY, id: 'elsewhere' }))).toBe('refused')
  expect(await passkeysOf(postgres, account.id)).toEqual([])
  expect(await signIn(device)).toBeNull()
  expect(await add(account, device)).toBe('kept')
  expect(await signIn(device, { challenge: other })).toBeNull()
  expect(await signIn(device, { origin: 'https://gavel.example' })).toBeNull()
  expect(await signIn(device, { verifies: false })).toBeNull()
  expect(await signIn(device)).toEqual(account)
})

test('PASSKEY-3 a signature that a device has counted before is refused, as is a count that goes back', async () => {
  const [account, device] = [await somebody(postgres), passkeyDevice(PARTY)]
  expect(await add(account, device, { counter: 4 })).toBe('kept')
  const at = (counter: number) => signIn(device, { counter })
  expect(await at(4)).toBeNull()
  const answers = await Promise.all(Array.from({ length: 10 }, () => at(5)))
  expect(answers.filter(Boolean)).toHaveLength(1)
  expect(await at(3)).toBeNull()
  expect(await at(0)).toBeNull()
  expect(await at(9)).toEqual(account)
})

test('PASSKEY-4 a passkey belongs to one account, and an account has at most twenty', async () => {
  const [account, other, device] = [await somebody(postgres), await somebody(postgres), passkeyDevice(PARTY)]
  expect(await add(account, device)).toBe('kept')
  expect(await add(other, device)).toBe('known')
  const more = await Promise.all(Array.from({ length: 21 }, () => add(account, passkeyDevice(PARTY))))
  expect(more.filter((kept) => kept === 'kept')).toHaveLength(19)
  expect(more.filter((kept) => kept === 'full')).toHaveLength(2)
})

test('PASSKEY-5 a site has passkeys by its name over https, and this machine by localhost; nobody else', () => {
  const party = (webUrl: string) => relyingParty(webUrl, webOrigins(webUrl))
  expect(party('https://gavel.example')).toEqual({ id: 'gavel.example', origins: ['https://gavel.example'] })
  expect(party('http://localhost:3000')).toEqual({ id: 'localhost', origins: ['http://localhost:3000'] })
  for (const webUrl of ['http://gavel.example', 'http://192.168.1.5:3000', 'https://192.168.1.5', 'http://[::1]:3000'])
    expect(party(webUrl)).toBeNull()
})
