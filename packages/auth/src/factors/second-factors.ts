import { deleteTotp, type Postgres, replaceRecoveryCodes, totpOf } from '@gavel/db'
import { newRecoveryCodes, recoveryHash, takeRecovery } from './recovery-codes.ts'
import { takeTotp } from './totp.ts'

/** Longer than anything that is a code. */
export const MAX_CODE_LENGTH = 40

/** Whether a password, or an account elsewhere, does not do alone for this account: a code is asked for after it. */
export const needsCode = async (postgres: Postgres, userId: string): Promise<boolean> => {
  const totp = await totpOf(postgres, userId)
  return totp !== null && totp.confirmedAtMs !== null
}

/** Takes the six digits of an authenticator app, or a recovery code. Either is good once. Spaces are forgiven. */
export const takeCode = (
  postgres: Postgres,
  authSecret: string,
  { userId, code: typed }: { userId: string; code: string },
): Promise<boolean> => {
  const code = typed.replace(/\s+/g, '')
  return code.length <= 6
    ? takeTotp(postgres, authSecret, { userId, code })
    : takeRecovery(postgres, userId, code.slice(0, MAX_CODE_LENGTH))
}

/** New recovery codes in the place of all before; null where the account is asked for no codes. They are never shown again. */
export const renewRecoveryCodes = async (postgres: Postgres, userId: string): Promise<string[] | null> => {
  const codes = newRecoveryCodes()
  return (await replaceRecoveryCodes(postgres, userId, codes.map(recoveryHash))) ? codes : null
}

/** Asks for codes no more. The recovery codes end with it. False where none were asked for. */
export const endCodes = (postgres: Postgres, userId: string): Promise<boolean> => deleteTotp(postgres, userId)
