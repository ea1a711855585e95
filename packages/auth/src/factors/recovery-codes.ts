import { createHash } from 'node:crypto'
import { foldCode, newCode, type Postgres, takeRecoveryCode } from '@gavel/db'

/** How many codes are given out at once. */
const CODES = 10
const GROUPS = 4
const GROUP_LENGTH = 4

/** Ten codes such as `7KMH-P3WQ-X8DN-4RTV`, each good once: 78 bits, so that its hash alone tells nothing of it. */
export const newRecoveryCodes = (): string[] =>
  Array.from({ length: CODES }, () => Array.from({ length: GROUPS }, () => newCode(GROUP_LENGTH)).join('-'))

/** A code as it is stored. */
export const recoveryHash = (typed: string): string => createHash('sha256').update(foldCode(typed)).digest('hex')

/** Takes a recovery code of an account; false where it is none, or was taken before. Small letters, spaces and hyphens are forgiven. */
export const takeRecovery = (postgres: Postgres, userId: string, typed: string): Promise<boolean> =>
  takeRecoveryCode(postgres, userId, recoveryHash(typed))
