import { z } from 'zod'

/** Controls, and marks that turn the direction of the text around them: they would let a name change how a page reads. */
const HIDDEN = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u
/** Something that can be seen: a name of invisible characters alone is no name. */
const SEEN = /[\p{L}\p{N}]/u

/** What people call somebody, in any script: 1 to 120 characters of one line. */
export const personName = z
  .string()
  .max(1_000, { error: 'A name may have at most 120 characters.' })
  .trim()
  .normalize('NFC')
  .min(1, { error: 'Say what people call you.' })
  .max(120, { error: 'A name may have at most 120 characters.' })
  .refine((name) => !HIDDEN.test(name), { error: 'A name is one line without control characters.' })
  .refine((name) => SEEN.test(name), { error: 'A name has at least one letter or digit.' })
