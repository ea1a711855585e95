'use client'

import { useLatest } from '@gavel/ui'
import { useCallback, useEffect, useState } from 'react'
import type { FieldValues, UseFormReturn } from 'react-hook-form'
import { storedDraft, withDraft } from './draft.ts'

/**
 * Keeps what is typed into a form on this device, and brings it back on the next visit.
 *
 * @param key where it is kept
 * @param fresh the form as it is for somebody who typed nothing
 * @returns `keptAtMs`: when what was brought back had been typed; null where nothing was
 */
export function useDraft<Values extends FieldValues, Sent>(
  key: string,
  form: Pick<UseFormReturn<Values, unknown, Sent>, 'reset' | 'subscribe'>,
  fresh: Values,
) {
  const [keptAtMs, setKeptAtMs] = useState<number | null>(null)
  const latest = useLatest({ form, fresh })

  useEffect(() => {
    const { form, fresh } = latest.current
    const draft = storedDraft(read(key), Date.now())
    if (draft) {
      form.reset(withDraft(fresh, draft.typed), { keepDefaultValues: true })
      setKeptAtMs(draft.keptAtMs)
    }
    return form.subscribe({
      formState: { values: true, isDirty: true },
      callback: ({ values, isDirty }) => {
        if (isDirty) keep(key, JSON.stringify({ keptAtMs: Date.now(), typed: values }))
      },
    })
  }, [key, latest])

  /** Nothing is kept any more: it was sent. */
  const forget = useCallback(() => {
    keep(key, null)
    setKeptAtMs(null)
  }, [key])
  /** Begins again with an empty form. */
  const startAfresh = useCallback(() => {
    latest.current.form.reset(latest.current.fresh)
    forget()
  }, [forget, latest])
  return { keptAtMs, forget, startAfresh }
}

// A browser may withhold its storage, or have it full: then nothing is kept, and the form works all the same.

function read(key: string): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}

function keep(key: string, text: string | null) {
  try {
    if (text === null) localStorage.removeItem(key)
    else localStorage.setItem(key, text)
  } catch {
    return
  }
}
