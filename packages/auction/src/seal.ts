// Sealed amounts: a hash that commits a team to an amount, and the secret without which nobody can guess it.
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { Amount } from './money.ts'
import type { TeamId } from './state.ts'

/**
 * What hides an amount until it is revealed: 80 random bits in 16 characters of Crockford's base32, made where the amount is. It is also the
 * recovery code, so it is short enough to be written down.
 */
export const SECRET = /^[0-9A-HJKMNP-TV-Z]{16}$/

/** A commitment as it is sent: 64 hexadecimal digits. */
export const COMMITMENT = /^[0-9a-f]{64}$/

/**
 * The commitment to an amount (TIE-5): a SHA-256 over everything that it is about, so that it is good for one team, lot and round alone and a copied
 * one opens for nobody else. Runs where the amount is made and again where it is revealed. Ids hold no `|`.
 */
export function sealOf(seal: {
  auctionId: string
  lot: number
  round: number
  team: TeamId
  amount: Amount
  secret: string
}): string {
  const { auctionId, lot, round, team, amount, secret } = seal
  return bytesToHex(sha256(utf8ToBytes(['gavel-seal-1', auctionId, lot, round, team, amount, secret].join('|'))))
}
