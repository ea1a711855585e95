import { randomInt } from 'node:crypto'

/** Letters and digits that nobody mistakes for each other when a code is read aloud or copied from a wall: no 0 O 1 I L U. */
const CODE_ALPHABET = '23456789ABCDEFGHJKMNPQRSTVWXYZ'
/** The code by which fans find an event. */
export const JOIN_CODE_LENGTH = 6
/** The code of an invitation, which gives a role: about 6.5e11 of them, and few guesses a minute. */
export const INVITATION_CODE_LENGTH = 8

/** A new random code of so many characters of {@link CODE_ALPHABET}. */
export const newCode = (length: number): string =>
  Array.from({ length }, () => CODE_ALPHABET[randomInt(CODE_ALPHABET.length)]).join('')

/** A code as it is stored, from what a person typed: small letters, spaces and hyphens are forgiven. */
export const foldCode = (typed: string): string => typed.toUpperCase().replace(/[\s-]+/g, '')
