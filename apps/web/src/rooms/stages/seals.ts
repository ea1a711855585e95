// Sealed amounts: the secret is made here, stays on this device, and is shown to nobody before all amounts are in.
import { type Amount, SECRET, sealOf, type TeamId } from '@gavel/auction'
import { z } from 'zod'

/** Digits and letters that cannot be taken for one another (Crockford base 32). */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const LENGTH = 16

/** Which amount a seal is for. */
export type SealPlace = { auctionId: string; lot: number; round: number; team: TeamId }
export type Seal = { amount: Amount; secret: string }

/** A new secret of 80 random bits, which is the recovery code too. */
export function newSecret(random: (bytes: Uint8Array) => void = (bytes) => crypto.getRandomValues(bytes)): string {
  const bytes = new Uint8Array(LENGTH)
  random(bytes)
  return [...bytes].map((byte) => ALPHABET[byte % ALPHABET.length]).join('')
}

/** A secret as it is read out: four groups of four. */
export function codeSaid(secret: string): string {
  return secret.match(/.{1,4}/g)?.join('-') ?? secret
}

/** The secret of a code as somebody typed it: small letters, gaps, an O for a 0. Null where it cannot be one (SEAL-2). */
export function secretFrom(typed: string): string | null {
  const code = typed.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1')
  return SECRET.test(code) ? code : null
}

/** What the room is told of an amount before it is revealed. */
export const commitmentOf = (place: SealPlace, seal: Seal): string => sealOf({ ...place, ...seal })

/** Where seals are kept: `localStorage`, or nothing where a browser forbids it. */
export type SealStore = Pick<Storage, 'getItem' | 'setItem'> | null

const stored = z.array(z.object({ amount: z.number().int().positive(), secret: z.string() }))
const keyOf = ({ auctionId, lot, round, team }: SealPlace) => `gavel-seal-${auctionId}-${lot}-${round}-${team}`

function kept(store: SealStore, place: SealPlace): Seal[] {
  try {
    return stored.parse(JSON.parse(store?.getItem(keyOf(place)) ?? '[]'))
  } catch {
    return []
  }
}

/** Keeps a seal before it is sent. An answer may get lost, so an earlier attempt is kept beside it (SEAL-3). Says whether it could. */
export function keepSeal(store: SealStore, place: SealPlace, seal: Seal): boolean {
  if (!store) return false
  try {
    store.setItem(keyOf(place), JSON.stringify([...kept(store, place), seal]))
    return true
  } catch {
    return false
  }
}

/** The seal kept here that the room was told of; null where it was made on another device (SEAL-4). */
export function sealBehind(store: SealStore, place: SealPlace, commitment: string): Seal | null {
  return kept(store, place).find((seal) => commitmentOf(place, seal) === commitment) ?? null
}
