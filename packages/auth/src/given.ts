import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import { type Account, insertUser, newId, type Postgres } from '@gavel/db'
import { isoCBOR } from '@simplewebauthn/server/helpers'
import { Secret, TOTP } from 'otpauth'
import type { AssertionAnswer, RegistrationAnswer, RelyingParty } from './factors/passkeys.ts'

/** A new account with a password that nobody knows. */
export const somebody = async (postgres: Postgres): Promise<Account> => {
  const id = newId()
  const made = await insertUser(postgres, {
    id,
    email: `${id}@gavel.test`,
    name: 'Asha',
    passwordHash: 'x',
    bot: false,
  })
  if (!made) throw new Error('no account')
  return made
}

/** What an authenticator app shows for this secret at a moment. */
export const codeAt = (secret: string, nowMs: number): string =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: nowMs })

/** How a device behaves that a test gives to somebody. */
type Device = {
  /** Whether it asks for a finger, a face or a PIN. */
  verifies?: boolean
  /** The page that the person is on; another site's for a phisher's. */
  origin?: string
  /** What the device counts its signatures up to; 0 for one that does not count. */
  counter?: number
}

const sha256 = (data: Uint8Array | string) => createHash('sha256').update(data).digest()
const PRESENT = 0x01
const VERIFIED = 0x04
const HAS_KEY = 0x40

/** A device with a passkey of its own, for tests: it answers as a browser would, with real signatures. */
export const passkeyDevice = (party: RelyingParty) => {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
  const id = randomBytes(16)
  const rawId = id.toString('base64url')

  const clientData = (type: string, challenge: string, origin = party.origins[0]) =>
    Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }))
  const head = (flags: number, verifies: boolean, counter: number) => {
    const count = Buffer.alloc(4)
    count.writeUInt32BE(counter)
    return Buffer.concat([sha256(party.id), Buffer.from([flags | PRESENT | (verifies ? VERIFIED : 0)]), count])
  }
  const answered = { id: rawId, rawId, type: 'public-key' as const }

  return {
    /** Makes the passkey. */
    make: (challenge: string, { verifies = true, origin, counter = 0 }: Device = {}): RegistrationAnswer => {
      // COSE: an ES256 key on P-256.
      const key = new Map<number, number | Uint8Array<ArrayBuffer>>([
        [1, 2],
        [3, -7],
        [-1, 1],
        [-2, new Uint8Array(Buffer.from(x, 'base64url'))],
        [-3, new Uint8Array(Buffer.from(y, 'base64url'))],
      ])
      const length = Buffer.alloc(2)
      length.writeUInt16BE(id.length)
      const authData = Buffer.concat([
        head(HAS_KEY, verifies, counter),
        Buffer.alloc(16),
        length,
        id,
        isoCBOR.encode(key),
      ])
      const attestation = new Map<string, string | Map<string, never> | Uint8Array<ArrayBuffer>>([
        ['fmt', 'none'],
        ['attStmt', new Map<string, never>()],
        ['authData', new Uint8Array(authData)],
      ])
      return {
        ...answered,
        response: {
          clientDataJSON: clientData('webauthn.create', challenge, origin).toString('base64url'),
          attestationObject: Buffer.from(isoCBOR.encode(attestation)).toString('base64url'),
          transports: ['internal'],
        },
      }
    },
    /** Signs in with it. */
    sign: (challenge: string, { verifies = true, origin, counter = 0 }: Device = {}): AssertionAnswer => {
      const data = clientData('webauthn.get', challenge, origin)
      const authenticatorData = head(0, verifies, counter)
      const signature = sign('sha256', Buffer.concat([authenticatorData, sha256(data)]), privateKey)
      return {
        ...answered,
        response: {
          clientDataJSON: data.toString('base64url'),
          authenticatorData: authenticatorData.toString('base64url'),
          signature: signature.toString('base64url'),
        },
      }
    },
  }
}
