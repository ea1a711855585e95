import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

const CIPHER = 'aes-256-gcm'
const IV_BYTES = 12
const TAG_BYTES = 16

/** What a sealed text is for: one for another purpose does not open. */
export type SealPurpose = 'signing-key' | 'totp' | 'half-sign-in'

const keyFor = (secret: string, purpose: SealPurpose) =>
  Buffer.from(hkdfSync('sha256', secret, '', `gavel seal ${purpose}`, 32))

/** Encrypts a text for the table, so that a copy of the database alone does not tell it. base64url. */
export const seal = (secret: string, purpose: SealPurpose, text: string): string => {
  const iv = randomBytes(IV_BYTES)
  const cipher = createCipheriv(CIPHER, keyFor(secret, purpose), iv)
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64url')
}

/** Opens what {@link seal} sealed; null where it was sealed with another secret or for another purpose, or was changed. */
export const unseal = (secret: string, purpose: SealPurpose, sealed: string): string | null => {
  const bytes = Buffer.from(sealed, 'base64url')
  if (bytes.length < IV_BYTES + TAG_BYTES) return null
  const cipher = createDecipheriv(CIPHER, keyFor(secret, purpose), bytes.subarray(0, IV_BYTES), {
    authTagLength: TAG_BYTES,
  })
  cipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES))
  try {
    return Buffer.concat([cipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), cipher.final()]).toString('utf8')
  } catch {
    return null
  }
}
