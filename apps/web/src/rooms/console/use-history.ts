'use client'

import type { VisibleEntry } from '@gavel/auction'
import { useEffect, useMemo, useRef, useState } from 'react'
import { readLog } from '../../realtime/read-log.ts'

/** At most so many entries from before what came by the socket are read for the log. */
const BEFORE = 60

/** The log as the desk shows it: a few entries from the archive, then everything that came since. A break is read from there too. */
export function useHistory(auctionId: string, recent: readonly VisibleEntry[], seq: number, live: boolean) {
  const [past, setPast] = useState<readonly VisibleEntry[]>([])
  const asked = useRef(0)
  // The first entry that came by the socket, and the last one known from before it.
  const first = recent[0]?.seq ?? seq + 1
  const known = past.at(-1)?.seq ?? 0

  useEffect(() => {
    if (!live || seq === 0 || first <= known + 1 || asked.current === first) return
    asked.current = first
    const read = async () => {
      for await (const page of readLog(auctionId, Math.max(1, known + 1, first - BEFORE), first - 1))
        setPast((before) => [...before, ...page.filter((entry) => entry.seq > (before.at(-1)?.seq ?? 0))])
    }
    // Without the archive the log simply begins here; the desk works on.
    read().catch(() => {})
  }, [auctionId, live, seq, first, known])

  return useMemo(() => [...past.filter((entry) => entry.seq < first), ...recent], [past, recent, first])
}
