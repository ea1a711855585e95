import { z } from 'zod'
import { invalid, type Refusal } from '../core/problem.ts'

/** Schemas by the names that the SDK's own types know: a name that Stripe does not take does not compile. */
export type Names<P> = { [K in keyof P]?: z.ZodType }

/** Parameters arrive as text. These say what the text has to be, in Stripe's words. */
export const text = (most = 5_000) => z.string().max(most)
const given = (issue: { input?: unknown }): string => String(issue.input)
export const whole = z
  .string()
  .regex(/^-?\d{1,15}$/, { error: (issue) => `Invalid integer: ${given(issue)}` })
  .transform(Number)
export const flag = z
  .enum(['true', 'false'], { error: (issue) => `Invalid boolean: ${given(issue)}` })
  .transform((value) => value === 'true')
export const address = z.url({ protocol: /^https?$/, error: 'Not a valid URL' })
export const email = z.email({ error: (issue) => `Invalid email address: ${given(issue)}` })

const labels = z
  .record(z.string().max(40), z.string().max(500, 'Metadata values can have up to 500 characters.'))
  .refine((all) => Object.keys(all).length <= 50, 'Metadata can have at most 50 keys.')
/** At most 50 keys of 40 characters, values of 500: https://docs.stripe.com/api/metadata. Nothing at all (null) takes all keys away. */
export const metadata = z.preprocess((given) => (given === '' ? null : given), labels.nullable())

const range = z.union([
  whole.transform((at) => ({ gte: at, lte: at })),
  z.strictObject({ gt: whole.optional(), gte: whole.optional(), lt: whole.optional(), lte: whole.optional() }),
])
/** What each list takes. */
export const paging = {
  limit: whole.optional(),
  starting_after: text().optional(),
  ending_before: text().optional(),
  created: range.optional(),
}

const nameOf = ([first, ...rest]: readonly PropertyKey[]): string =>
  String(first ?? '') + rest.map((key) => `[${String(key)}]`).join('')

/** The first thing that is wrong with parameters, as Stripe says it. STRIPE-4. */
export const paramProblem = (error: z.ZodError): Refusal => {
  const [issue] = error.issues
  if (!issue) return invalid('Invalid request.')
  const param = nameOf(issue.path)
  if (issue.code === 'unrecognized_keys') {
    const unknown = nameOf([...issue.path, issue.keys[0] ?? ''])
    return invalid(`Received unknown parameter: ${unknown}`, { code: 'parameter_unknown', param: unknown })
  }
  if (issue.input === undefined)
    return invalid(`Missing required param: ${param}.`, { code: 'parameter_missing', param })
  const code = issue.message.startsWith('Invalid integer') ? { code: 'parameter_invalid_integer' } : {}
  return invalid(issue.message, { ...code, param })
}
