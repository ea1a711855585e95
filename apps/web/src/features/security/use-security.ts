'use client'

import { toast } from '@gavel/ui'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { saidBy } from '../api-error.ts'
import { useGuarded } from './proving.tsx'

/**
 * Does one guarded thing at a time, says what stood in its way, and shows the page as it is afterwards.
 *
 * `run` answers null where nothing was done.
 */
export function useSecurity() {
  const guarded = useGuarded()
  const router = useRouter()
  const [busy, setBusy] = useState(false)
  const run = async <T>(work: () => Promise<T>, done?: string): Promise<{ did: T } | null> => {
    setBusy(true)
    try {
      // What is done without an answer is done all the same.
      const outcome = await guarded(async () => ({ did: await work() }))
      if (outcome && done) toast.success(done)
      if (outcome) router.refresh()
      return outcome
    } catch (error) {
      toast.error(saidBy(error))
      return null
    } finally {
      setBusy(false)
    }
  }
  return { run, busy }
}
