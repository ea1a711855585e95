import { foldCode, INVITATION_CODE_LENGTH, type Invitation, invitationByCode, type Mongo } from '@gavel/db'
import { z } from 'zod'
import { AppError, type AppErrorCode } from '../errors.ts'
import type { Services } from '../services.ts'

/** How long an invitation waits to be accepted. */
export const INVITATION_MS = 14 * 24 * 3_600_000

/** A code as people type it. */
export const codeInput = z.string().max(40).transform(foldCode)

/** Where an invitation stands; only an open one can be accepted. */
export type InvitationState = 'open' | 'used' | 'expired' | 'revoked'

export const stateOf = (
  { usedBy, revokedAtMs, expiresAtMs }: Pick<Invitation, 'usedBy' | 'revokedAtMs' | 'expiresAtMs'>,
  nowMs: number,
): InvitationState =>
  usedBy !== null ? 'used' : revokedAtMs !== null ? 'revoked' : expiresAtMs <= nowMs ? 'expired' : 'open'

/** The address that a code is scanned or opened at. */
export const joinPath = (code: string): string => `/join/${code}`

/**
 * Looks something up by a code that somebody typed. A code that finds nothing costs the address one of its guesses, so that a hall
 * behind one address comes in freely and nobody tries them all (CODE-2).
 * @throws AppError LIMIT.TOO_MANY, also for the right code, once the guesses of this minute are gone
 */
export const lookedUp = async <Found>(
  { limits }: Pick<Services, 'limits'>,
  address: string,
  look: () => Promise<Found | null>,
): Promise<Found | null> => {
  await limits.take('codeByAddress', address)
  const found = await look()
  if (found !== null) await limits.giveBack('codeByAddress', address)
  return found
}

export const invitationWith = (mongo: Mongo, code: string): Promise<Invitation | null> =>
  code.length === INVITATION_CODE_LENGTH ? invitationByCode(mongo, code) : Promise.resolve(null)

/** @throws AppError INVITATION.USED, INVITATION.REVOKED, INVITATION.EXPIRED: what stands in the way of accepting it */
export const refuseClosed = (state: InvitationState): void => {
  if (state !== 'open') throw new AppError(REFUSALS[state])
}

const REFUSALS = {
  used: 'INVITATION.USED',
  revoked: 'INVITATION.REVOKED',
  expired: 'INVITATION.EXPIRED',
} as const satisfies Record<Exclude<InvitationState, 'open'>, AppErrorCode>
