/** Words that stand where a secret belongs: in examples, and on the keys of whoever is in a hurry. */
const PLACEHOLDERS =
  /change|me\b|secret|password|passwort|default|example|sample|gavel|placeholder|token|insecure|admin|demo|your|here/gi
/** What every copy of Gavel says the people of its demo league sign in with. */
export const PUBLISHED_PASSWORD = 'gavel-demo-night'
const LEAST = 16
const LEAST_KINDS = 8

/** Why something is no secret, to follow its name in a sentence; null where it may be one (GUARD-5). */
export const whyNoSecret = (value: string): string | null => {
  const rest = value.replace(PLACEHOLDERS, '').replace(/[^a-z0-9+/]/gi, '')
  return rest.length < LEAST || new Set(rest).size < LEAST_KINDS
    ? 'is a word that others know or can guess: set it to something random, such as `openssl rand -hex 32` makes.'
    : null
}
