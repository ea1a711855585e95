import { type Refusal, refusalWords } from '@gavel/registration'
import { AppError } from '../errors.ts'

/** A refusal of the rules of entering as the API says it: in words, with what is wrong at each question. */
export const refused = (refusal: Refusal, timeZone: string): AppError => {
  const answers = Object.fromEntries((refusal.faults ?? []).map(({ question, words }) => [`answer.${question}`, words]))
  return new AppError('REGISTRATION.REFUSED', {
    ...answers,
    code: refusal.code,
    words: refusalWords(refusal, timeZone),
  })
}
