import { dictionary } from '@zxcvbn-ts/language-common'
import { MAX_PASSWORD_LENGTH, MIN_PASSWORD_LENGTH } from './password.ts'

let known: ReadonlySet<string> | null = null

/** The passwords that everybody who guesses begins with, from lists of leaked ones; shorter ones are refused for their length. */
const commonPasswords = (): ReadonlySet<string> => {
  known ??= new Set(dictionary['passwords-common'].filter((word) => word.length >= MIN_PASSWORD_LENGTH))
  return known
}

const folded = (text: string): string => text.normalize('NFKC').toLowerCase().trim()

/**
 * What is wrong with a password for this person, in words; null where nothing is. Length, leaked lists, and the person's own name and address:
 * there is no other rule (ACCOUNT-2).
 */
export const passwordFault = (password: string, about: { email?: string; name?: string } = {}): string | null => {
  if (password.length < MIN_PASSWORD_LENGTH) return `A password has at least ${MIN_PASSWORD_LENGTH} characters.`
  if (password.length > MAX_PASSWORD_LENGTH) return `A password has at most ${MAX_PASSWORD_LENGTH} characters.`
  const given = folded(password)
  if (commonPasswords().has(given)) return 'This password is in lists of leaked passwords. Choose another one.'
  const own = [about.email, about.name, about.email?.split('@')[0]].flatMap((text) => (text ? [folded(text)] : []))
  if (own.includes(given)) return 'A password cannot be your own name or address.'
  return null
}
