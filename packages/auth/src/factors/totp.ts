import { confirmTotp, type Postgres, startTotp, takeTotpStep, totpOf } from '@gavel/db'
import { Secret, TOTP } from 'otpauth'
import { seal, unseal } from '../tokens/seal.ts'
import { newRecoveryCodes, recoveryHash } from './recovery-codes.ts'

const PERIOD_SECONDS = 30
/** Codes of the step before and after are good too, for phones whose clocks are off. */
const WINDOW = 1
const SECRET_BYTES = 20
const DIGITS = /^\d{6}$/

/** What every authenticator app reads: SHA-1, six digits, thirty seconds. */
const generator = (secret: Secret, label: string) =>
  new TOTP({ issuer: 'Gavel', label, algorithm: 'SHA1', digits: 6, period: PERIOD_SECONDS, secret })

/** The step of thirty seconds that a code is of; null where it is none of now. */
const stepOf = (secret: Secret, code: string, nowMs: number): number | null => {
  if (!DIGITS.test(code)) return null
  const delta = generator(secret, '').validate({ token: code, timestamp: nowMs, window: WINDOW })
  return delta === null ? null : Math.floor(nowMs / 1000 / PERIOD_SECONDS) + delta
}

const secretOf = (authSecret: string, sealed: string): Secret | null => {
  const base32 = unseal(authSecret, 'totp', sealed)
  return base32 === null ? null : Secret.fromBase32(base32)
}

/** A secret for an authenticator app: to be typed, or scanned as a QR code of `uri`. */
export type NewTotp = { secret: string; uri: string }

/** Begins to set up codes for an account; null where it is asked for codes already. Nothing is asked for before {@link finishTotp}. */
export const beginTotp = async (
  postgres: Postgres,
  authSecret: string,
  { id, email }: { id: string; email: string },
): Promise<NewTotp | null> => {
  const secret = new Secret({ size: SECRET_BYTES })
  if (!(await startTotp(postgres, id, seal(authSecret, 'totp', secret.base32)))) return null
  return { secret: secret.base32, uri: generator(secret, email).toString() }
}

/**
 * The first code was typed: from now on signing in asks for one.
 * @returns the recovery codes, which are never shown again; null where the code is wrong, or nothing was begun.
 */
export const finishTotp = async (
  postgres: Postgres,
  authSecret: string,
  { userId, code }: { userId: string; code: string },
  nowMs = Date.now(),
): Promise<string[] | null> => {
  const stored = await totpOf(postgres, userId)
  const secret = stored && secretOf(authSecret, stored.sealedSecret)
  const step = secret && stepOf(secret, code, nowMs)
  if (!stored || step === null) return null
  const codes = newRecoveryCodes()
  const { sealedSecret } = stored
  const confirmed = await confirmTotp(postgres, { userId, sealedSecret, step, codeHashes: codes.map(recoveryHash) })
  return confirmed ? codes : null
}

/** Whether this is the code of now that the account's app shows. It is taken: the same one is refused the next time. */
export const takeTotp = async (
  postgres: Postgres,
  authSecret: string,
  { userId, code }: { userId: string; code: string },
  nowMs = Date.now(),
): Promise<boolean> => {
  const stored = await totpOf(postgres, userId)
  if (stored === null || stored.confirmedAtMs === null) return false
  const secret = secretOf(authSecret, stored.sealedSecret)
  const step = secret && stepOf(secret, code, nowMs)
  return step !== null && takeTotpStep(postgres, userId, step)
}
