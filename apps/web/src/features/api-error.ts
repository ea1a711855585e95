/** What a failed call carries, as `packages/api` shapes it; absent where no answer came at all. */
type Answered = {
  message: string
  data: {
    code?: string
    appCode?: string | null
    detail?: Record<string, unknown> | null
    issues?: Record<string, string[]> | null
  }
}

const isAnswered = (error: unknown): error is Answered =>
  error instanceof Error && 'data' in error && typeof error.data === 'object' && error.data !== null

/** The code of an expected refusal, such as `EVENT.SLUG_TAKEN`; null for anything else. */
export function appCodeOf(error: unknown): string | null {
  return isAnswered(error) ? (error.data.appCode ?? null) : null
}

/** What an expected refusal says beside its words, by name. */
export function detailOf(error: unknown): Record<string, unknown> {
  return isAnswered(error) ? (error.data.detail ?? {}) : {}
}

/** What is wrong with single fields of the input, by the field's name. */
export function issuesOf(error: unknown): Record<string, string[]> {
  return isAnswered(error) ? (error.data.issues ?? {}) : {}
}

/** A sentence for a person. */
export function saidBy(error: unknown): string {
  if (!isAnswered(error)) return 'The server did not answer. Check the network, then try again.'
  const [first] = Object.values(issuesOf(error)).flat()
  if (error.data.code === 'BAD_REQUEST' && !error.data.appCode)
    return first ? `${first}.` : 'Something in the form is not right.'
  return error.message
}
