'use client'

import type { VisibleEntry } from '@gavel/auction'
import { useEffect, useMemo, useState } from 'react'
import { readLog } from '../../realtime/read-log.ts'

/** Entries from before the page was opened that are read for its log. */
const BEFORE = 60

/** The log as the desk shows it: a few entries from the archive, then everything that came since. */
export function useHistory(auctionId: string, recent: readonly VisibleEntry[], seq: number, live: boolean) {
  const [past, setPast] = useState<readonly VisibleEntry[]>([])
  const joinedAt = live && seq > 0

  // biome-ignore lint/correctness/useExhaustiveDependencies: read once, where the page joined
  useEffect(() => {
    if (!joinedAt || past.length > 0) return
    let gone = false
    readLog(auctionId, Math.max(1, seq - BEFORE)).then(
      (entries) => {
        if (!gone) setPast(entries)
      },
      // Without the archive the log simply begins here; the desk works on.
      () => {},
    )
    return () => {
      gone = true
    }
  }, [auctionId, joinedAt])

  return useMemo(() => {
    const first = recent[0]?.seq ?? Number.POSITIVE_INFINITY
    return [...past.filter((entry) => entry.seq < first), ...recent]
  }, [past, recent])
}
