'use client'

import { toNestErrors } from '@hookform/resolvers'
import { useEffect } from 'react'
import type { FieldErrors, Resolver, UseFormSetError } from 'react-hook-form'
import { appCodeOf, detailOf } from '../api-error.ts'
import { type EntryTyped, entryFaults, refusedFields } from './entry-typed.ts'
import type { AskedTerms } from './terms.ts'

/** A form's own checks together with those of entering, so that everything that is wrong is said at once. */
export const withEntryFaults =
  <Values extends EntryTyped, Sent>(
    own: Resolver<Values, unknown, Sent>,
    terms: AskedTerms,
    ageDay: string,
  ): Resolver<Values, unknown, Sent> =>
  async (values, context, options) => {
    const result = await own(values, context, options)
    const faults = entryFaults(terms, ageDay, values)
    if (faults.length === 0) return result
    const nested: FieldErrors<Values> = toNestErrors(
      Object.fromEntries(faults.map(({ field, words }) => [field, { type: 'entry', message: words }])),
      options,
    )
    return { values: {}, errors: { ...result.errors, ...nested } }
  }

/** Puts what the server refused at the fields that it is about. */
export function useRefusedFields(error: unknown, setError: UseFormSetError<EntryTyped>) {
  useEffect(() => {
    if (appCodeOf(error) !== 'REGISTRATION.REFUSED') return
    for (const { field, words } of refusedFields(detailOf(error)))
      setError(field, { type: 'server', message: words }, { shouldFocus: true })
  }, [error, setError])
}
