import { createHash, randomBytes } from 'node:crypto'
import { createEmulator } from 'emulate'
import { createRemoteJWKSet, jwtVerify } from 'jose'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { privatePort } from '../lib/ports.ts'
import { googleHere } from './emulator.ts'

const CLIENT = { id: 'gavel', secret: 'a secret', redirectUri: 'http://localhost:3000/api/auth/callback/google' }

let google: Awaited<ReturnType<typeof start>>
const start = async () => {
  const port = await privatePort()
  return createEmulator({ service: await googleHere(CLIENT), port, baseUrl: `http://localhost:${port}` })
}
beforeAll(async () => {
  google = await start()
})
afterAll(() => google.close())

const verifier = randomBytes(32).toString('base64url')
const asked = {
  client_id: CLIENT.id,
  redirect_uri: CLIENT.redirectUri,
  state: 'the state',
  nonce: 'the nonce',
  code_challenge: createHash('sha256').update(verifier).digest('base64url'),
  code_challenge_method: 'S256',
}
const person = { email: 'Asha@gmail.test', name: 'Asha Rao', verified: 'on' }

const choose = async (form: Record<string, string>): Promise<URL | null> => {
  const body = new URLSearchParams({ ...asked, ...form })
  const answer = await fetch(`${google.url}/o/oauth2/v2/auth/choose`, { method: 'POST', body, redirect: 'manual' })
  const location = answer.headers.get('location')
  return location === null ? null : new URL(location)
}
const exchange = async (change: Record<string, string> = {}, form: Record<string, string> = person) => {
  const code = (await choose(form))?.searchParams.get('code') ?? ''
  return redeem({ code, ...change })
}
const redeem = async (change: Record<string, string>) => {
  const body = new URLSearchParams({
    grant_type: 'authorization_code',
    redirect_uri: CLIENT.redirectUri,
    client_id: CLIENT.id,
    client_secret: CLIENT.secret,
    code_verifier: verifier,
    ...change,
  })
  const answer = await fetch(`${google.url}/oauth2/token`, { method: 'POST', body })
  return { status: answer.status, body: (await answer.json()) as { id_token?: string; error?: string } }
}
const read = async (idToken: string | undefined) => {
  const keys = createRemoteJWKSet(new URL(`${google.url}/oauth2/v3/certs`))
  return (await jwtVerify(idToken ?? '', keys, { issuer: google.url, audience: CLIENT.id })).payload
}

test('RUN-13 the stand-in signs who was chosen, with the nonce that was asked, and the same id ever after', async () => {
  expect((await choose(person))?.searchParams.get('state')).toBe('the state')
  const first = await read((await exchange()).body.id_token)
  expect(first).toMatchObject({ email: 'asha@gmail.test', email_verified: true, name: 'Asha Rao', nonce: 'the nonce' })
  const again = await read((await exchange()).body.id_token)
  expect(again.sub).toBe(first.sub)
  const other = await read((await exchange({}, { email: 'ravi@gmail.test', mistake: 'nonce' })).body.id_token)
  expect(other).toMatchObject({ email_verified: false, nonce: 'another-one' })
  expect(other.sub).not.toBe(first.sub)
})

test('RUN-13 the stand-in refuses what Google refuses', async () => {
  const code = (await choose(person))?.searchParams.get('code') ?? ''
  expect((await redeem({ code })).status).toBe(200)
  expect(await redeem({ code })).toEqual({ status: 400, body: { error: 'invalid_grant' } })
  expect((await exchange({ code_verifier: 'another' })).body.error).toBe('invalid_grant')
  expect((await exchange({ redirect_uri: 'http://localhost:3000/elsewhere' })).body.error).toBe('invalid_grant')
  expect((await exchange({ client_secret: 'guessed' })).body.error).toBe('invalid_client')
  expect((await choose({ choice: 'deny' }))?.search).toBe('?error=access_denied&state=the+state')
  expect(await choose({ ...person, redirect_uri: 'https://elsewhere.example' })).toBeNull()
  expect(await choose({ ...person, code_challenge_method: 'plain' })).toBeNull()
  const page = await fetch(`${google.url}/o/oauth2/v2/auth?${new URLSearchParams({ ...asked, state: '"><script>' })}`)
  expect(await page.text()).not.toContain('<script>')
})
