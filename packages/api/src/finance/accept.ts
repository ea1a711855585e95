import { acceptMismatch, mismatchById } from '@gavel/db'
import { accepted, type Mismatch } from '@gavel/payments'
import type { Stores } from '../services.ts'

/** Accepts an open mismatch; null where it is not open. */
export const acceptAs = async (
  { mongo }: Pick<Stores, 'mongo'>,
  id: string,
  by: string,
  note: string,
): Promise<Mismatch | null> => {
  const found = await mismatchById(mongo, id)
  if (found?.state.is !== 'open') return null
  const now = accepted(found, by, note, Date.now())
  return (await acceptMismatch(mongo, now)) ? now : null
}
