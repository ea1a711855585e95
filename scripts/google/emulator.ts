import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { defineEmulator } from 'emulate'
import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import { chooser, type Person, problem, type Question } from './pages.ts'

/** Gavel, as this Google knows it. */
export type Client = { id: string; secret: string; redirectUri: string }

type Granted = Question & { person: Person; wrongNonce: boolean; untilMs: number }

const CODE_MS = 60_000
const KEY_ID = 'here'
const MAX_PEOPLE = 50

const same = (a: string, b: string): boolean => {
  const [x, y] = [a, b].map((text) => createHash('sha256').update(text).digest())
  return x !== undefined && y !== undefined && timingSafeEqual(x, y)
}

/** What a client says it is: in the form, or in the header (RFC 6749 2.3.1). */
const clientOf = (header: string | undefined, form: URLSearchParams) => {
  const basic = /^Basic (\S+)$/.exec(header ?? '')?.[1]
  if (!basic) return { id: form.get('client_id') ?? '', secret: form.get('client_secret') ?? '' }
  const [id = '', secret = ''] = Buffer.from(basic, 'base64').toString('utf8').split(':').map(decodeURIComponent)
  return { id, secret }
}

/**
 * A Google for machines without one: OpenID Connect with PKCE and nonce, for one client. It signs in whoever it is told, keeps whom it has seen (a
 * person has the same id ever after), and makes mistakes on purpose where tests want them.
 */
export const googleHere = async (client: Client) => {
  const { privateKey, publicKey } = await generateKeyPair('RS256')
  const jwk = { ...(await exportJWK(publicKey)), kid: KEY_ID, use: 'sig', alg: 'RS256' }
  const granted = new Map<string, Granted>()

  /** What is asked for by an address or a form; null where it is not Gavel who asks, or not as it should. */
  const questionIn = (get: (name: string) => string | null): Question | null => {
    const question = {
      clientId: get('client_id') ?? '',
      redirectUri: get('redirect_uri') ?? '',
      state: get('state') ?? '',
      nonce: get('nonce') ?? '',
      challenge: get('code_challenge') ?? '',
    }
    const isOurs = question.clientId === client.id && question.redirectUri === client.redirectUri
    return isOurs && question.challenge !== '' && get('code_challenge_method') === 'S256' ? question : null
  }
  const back = ({ redirectUri, state }: Question, said: Record<string, string>): string => {
    const url = new URL(redirectUri)
    for (const [name, value] of Object.entries({ ...said, state })) url.searchParams.set(name, value)
    return url.href
  }

  return defineEmulator<{ people: Person[] }>({
    name: 'google-here',
    stateVersion: 1,
    cors: false,
    state: () => ({ people: [] }),
    setup: ({ app, state, baseUrl }) => {
      /** Whoever signs in by this address: known already, or met now. */
      const personOf = (email: string, name: string, verified: boolean): Person => {
        const known = state.people.find((person) => person.email === email)
        if (known) return known
        const person = { sub: `1${BigInt(`0x${randomBytes(8).toString('hex')}`)}`, email, name, verified }
        state.people = [person, ...state.people].slice(0, MAX_PEOPLE)
        return person
      }

      app.get('/.well-known/openid-configuration', (c) =>
        c.json({
          issuer: baseUrl,
          authorization_endpoint: `${baseUrl}/o/oauth2/v2/auth`,
          token_endpoint: `${baseUrl}/oauth2/token`,
          jwks_uri: `${baseUrl}/oauth2/v3/certs`,
          response_types_supported: ['code'],
          subject_types_supported: ['public'],
          id_token_signing_alg_values_supported: ['RS256'],
          scopes_supported: ['openid', 'email', 'profile'],
          token_endpoint_auth_methods_supported: ['client_secret_post', 'client_secret_basic'],
          code_challenge_methods_supported: ['S256'],
        }),
      )
      app.get('/oauth2/v3/certs', (c) => c.json({ keys: [jwk] }))

      app.get('/o/oauth2/v2/auth', (c) => {
        const question = questionIn((name) => c.req.query(name) ?? null)
        return question ? c.html(chooser(question, state.people)) : c.html(problem(), 400)
      })
      app.post('/o/oauth2/v2/auth/choose', async (c) => {
        const form = new URLSearchParams(await c.req.text())
        const question = questionIn((name) => form.get(name))
        if (!question) return c.html(problem(), 400)
        if (form.get('choice') === 'deny') return c.redirect(back(question, { error: 'access_denied' }))
        const email = (form.get('email') ?? '').trim().toLowerCase()
        if (!/^[^\s@]+@[^\s@]+$/.test(email)) return c.html(chooser(question, state.people), 400)
        const person = personOf(email, (form.get('name') ?? '').trim(), form.get('verified') === 'on')
        const code = randomBytes(24).toString('base64url')
        const untilMs = Date.now() + CODE_MS
        granted.set(code, { ...question, person, wrongNonce: form.get('mistake') === 'nonce', untilMs })
        return c.redirect(back(question, { code }))
      })

      app.post('/oauth2/token', async (c) => {
        const form = new URLSearchParams(await c.req.text())
        const given = clientOf(c.req.header('authorization'), form)
        if (!same(given.id, client.id) || !same(given.secret, client.secret))
          return c.json({ error: 'invalid_client' }, 401)
        const code = form.get('code') ?? ''
        const grant = granted.get(code)
        // A code is good once, whatever comes of it.
        granted.delete(code)
        const proof = createHash('sha256')
          .update(form.get('code_verifier') ?? '')
          .digest('base64url')
        const isGood =
          grant !== undefined &&
          Date.now() < grant.untilMs &&
          form.get('grant_type') === 'authorization_code' &&
          form.get('redirect_uri') === grant.redirectUri &&
          same(proof, grant.challenge)
        if (!isGood) return c.json({ error: 'invalid_grant' }, 400)
        const { person, nonce, wrongNonce } = grant
        const idToken = await new SignJWT({
          email: person.email,
          email_verified: person.verified,
          ...(person.name !== '' && { name: person.name }),
          ...(nonce !== '' && { nonce: wrongNonce ? 'another-one' : nonce }),
        })
          .setProtectedHeader({ alg: 'RS256', kid: KEY_ID, typ: 'JWT' })
          .setIssuer(baseUrl)
          .setAudience(client.id)
          .setSubject(person.sub)
          .setIssuedAt()
          .setExpirationTime('1h')
          .sign(privateKey)
        const accessToken = randomBytes(24).toString('base64url')
        return c.json({ access_token: accessToken, id_token: idToken, token_type: 'Bearer', expires_in: 3_600 })
      })
    },
  })
}
