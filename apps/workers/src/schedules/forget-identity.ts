import { forgetSessions, forgetSigningKeys, type Postgres } from '@gavel/db'

/** Sessions that are over stand in the table for so long, for those who look into what happened. */
const KEPT_MS = 30 * 86_400_000

/** Forgets sessions that were over for a month, with their refresh tokens, and keys that nothing good is signed with any more. */
export const forgetIdentity = async (postgres: Postgres, nowMs: number): Promise<void> => {
  await forgetSessions(postgres, KEPT_MS)
  await forgetSigningKeys(postgres, nowMs)
}
