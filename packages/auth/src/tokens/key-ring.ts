import { insertSigningKey, newId, type Postgres, signingKeys } from '@gavel/db'
import { exportJWK, generateKeyPair, importJWK, type JWK } from 'jose'
import { seal, unseal } from './seal.ts'

/** Signs tokens: EdDSA over Ed25519 (RFC 8037). */
export const KEY_ALGORITHM = 'EdDSA'

const DAY_MS = 86_400_000
/** A key signs for so long (KEY-1)... */
const SIGNS_MS = 30 * DAY_MS
/** ...and what it signed is good for so long at most. */
const ENDS_MS = 31 * DAY_MS
/** Its successor is made so long after it, while it still signs... */
const SUCCEEDED_MS = 29 * DAY_MS
/** ...and is known to everybody who has read the public keys by the time that it signs itself. */
const KNOWN_MS = 10 * 60_000
/** What other instances have made is looked for so often. */
const FRESH_MS = 5 * 60_000
/** Tokens of unknown keys make an instance look at the table, but no oftener than this: anyone can invent a key's name. */
const ASK_AGAIN_MS = 10_000
/** A key of somebody with another secret may come between looking and making; not often. */
const TURNS = 3

/** Half of a key pair, ready to be used. */
type UsableKey = Awaited<ReturnType<typeof importJWK>>

export type RingKey = {
  kid: string
  sign: UsableKey
  verify: UsableKey
  publicJwk: JWK
  createdAtMs: number
  endsAtMs: number
}

/** The keys that tokens are signed and verified with. */
export type KeyRing = {
  /** The key that signs now. Rejects where there is none and none can be made. */
  signing: (nowMs: number) => Promise<RingKey>
  /** The key of this name; null where there is none, or it has ended. */
  named: (kid: string, nowMs: number) => Promise<RingKey | null>
  /** The public halves, for those who verify tokens elsewhere: a JWK set (RFC 7517). */
  jwks: (nowMs?: number) => Promise<{ keys: JWK[] }>
}

/** Makes a key pair, in the form in which it is kept and in the form in which it is used. */
export const makeKey = async (nowMs: number): Promise<RingKey & { privateJwk: JWK }> => {
  const { privateKey, publicKey } = await generateKeyPair(KEY_ALGORITHM, { extractable: true })
  const kid = newId()
  const publicJwk = { ...(await exportJWK(publicKey)), kid, use: 'sig', alg: KEY_ALGORITHM }
  const times = { createdAtMs: nowMs, endsAtMs: nowMs + ENDS_MS }
  return { kid, sign: privateKey, verify: publicKey, publicJwk, privateJwk: await exportJWK(privateKey), ...times }
}

/** The key that signs at this moment, of the newest first; null where all are too old. */
const signerOf = (keys: readonly RingKey[], nowMs: number): RingKey | null => {
  const able = keys.filter(({ createdAtMs }) => nowMs - createdAtMs < SIGNS_MS)
  return able.find(({ createdAtMs }) => nowMs - createdAtMs >= KNOWN_MS) ?? able[0] ?? null
}

/**
 * The keys of the table, sealed with this secret; keys that another secret has sealed are nobody's, so that a changed secret ends every token.
 * They are held in memory: while PostgreSQL is away, what is held goes on signing and verifying.
 */
export const openKeyRing = (postgres: Postgres, secret: string): KeyRing => {
  let held: readonly RingKey[] = []
  let foreign: readonly string[] = []
  let readAtMs = Number.NEGATIVE_INFINITY
  let askedAtMs = Number.NEGATIVE_INFINITY
  let triedAtMs = Number.NEGATIVE_INFINITY
  let reading: Promise<void> | null = null
  let making: Promise<void> | null = null

  const read = async (nowMs: number): Promise<void> => {
    const known = new Map(held.map((key) => [key.kid, key]))
    const others: string[] = []
    const keys: RingKey[] = []
    for (const { id, publicJwk, sealedJwk, createdAtMs, endsAtMs } of await signingKeys(postgres, nowMs)) {
      const before = known.get(id)
      const privateJwk = before ? null : unseal(secret, 'signing-key', sealedJwk)
      if (before) keys.push(before)
      else if (privateJwk === null) others.push(id)
      else {
        const jwk = publicJwk as JWK
        const [sign, verify] = await Promise.all([
          importJWK(JSON.parse(privateJwk), KEY_ALGORITHM),
          importJWK(jwk, KEY_ALGORITHM),
        ])
        keys.push({ kid: id, sign, verify, publicJwk: jwk, createdAtMs, endsAtMs })
      }
    }
    held = keys
    foreign = others
    readAtMs = nowMs
  }

  const readOnce = (nowMs: number): Promise<void> => {
    reading ??= read(nowMs).finally(() => {
      reading = null
    })
    return reading
  }

  /** What is held may be used while newer keys are looked for; only where nothing is held somebody waits. */
  const freshen = async (nowMs: number): Promise<void> => {
    if (nowMs - readAtMs < FRESH_MS) return
    const fresh = readOnce(nowMs)
    if (held.length === 0) await fresh
    else fresh.catch(() => {})
  }

  const make = async (nowMs: number): Promise<void> => {
    const { kid, publicJwk, privateJwk, createdAtMs, endsAtMs } = await makeKey(nowMs)
    const sealedJwk = seal(secret, 'signing-key', JSON.stringify(privateJwk))
    const key = { id: kid, publicJwk: { ...publicJwk }, sealedJwk, createdAtMs, endsAtMs }
    const newest = held[0]?.createdAtMs ?? Number.NEGATIVE_INFINITY
    for (let turn = 0; turn < TURNS && (held[0]?.createdAtMs ?? Number.NEGATIVE_INFINITY) === newest; turn += 1) {
      await insertSigningKey(postgres, key, { sinceMs: nowMs - SUCCEEDED_MS, ignored: foreign })
      // Whether this one is there now, or another instance's.
      await read(nowMs)
    }
  }

  const succeed = (nowMs: number): Promise<void> => {
    making ??= make(nowMs).finally(() => {
      making = null
    })
    return making
  }

  return {
    signing: async (nowMs) => {
      await freshen(nowMs)
      const [newest] = held
      const signer = signerOf(held, nowMs)
      const due = !newest || nowMs - newest.createdAtMs >= SUCCEEDED_MS
      if (!signer) await succeed(nowMs)
      else if (due && nowMs - triedAtMs >= ASK_AGAIN_MS) {
        triedAtMs = nowMs
        succeed(nowMs).catch(() => {})
      }
      const now = signer ?? signerOf(held, nowMs)
      if (!now) throw new Error('there is no key to sign with')
      return now
    },
    named: async (kid, nowMs) => {
      await freshen(nowMs)
      const find = () => held.find((key) => key.kid === kid && key.endsAtMs > nowMs) ?? null
      const found = find()
      if (found || nowMs - askedAtMs < ASK_AGAIN_MS) return found
      askedAtMs = nowMs
      await readOnce(nowMs)
      return find()
    },
    jwks: async (nowMs = Date.now()) => {
      await freshen(nowMs)
      if (held.length === 0) await succeed(nowMs)
      return { keys: held.filter(({ endsAtMs }) => endsAtMs > nowMs).map(({ publicJwk }) => publicJwk) }
    },
  }
}
