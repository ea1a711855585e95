'use client'

import type { WireEntry } from '@gavel/protocol'
import { useEffect, useRef, useState } from 'react'
import { type Announcement, announcementOf } from './announcements.ts'
import type { Directory } from './directory.ts'

/** Bids of one breath are read as one: the last of them, after so long. */
const BREATH_MS = 700

type AnnouncerProps = { recent: readonly WireEntry[]; directory: Directory; currency: string }

/** Reads what happens aloud. Bids wait for a pause in speech; what ends or turns a lot does not. */
export function Announcer({ recent, directory, currency }: AnnouncerProps) {
  const [said, setSaid] = useState<Announcement | null>(null)
  const last = recent.at(-1)?.seq ?? 0
  // What came before this page was there is on it.
  const read = useRef(last)

  useEffect(() => {
    const fresh = recent.filter(({ seq }) => seq > read.current)
    const next = announcementOf(fresh, directory, currency)
    const tell = () => {
      read.current = last
      if (next) setSaid(next)
    }
    if (!next || next.urgent) return tell()
    const timer = setTimeout(tell, BREATH_MS)
    return () => clearTimeout(timer)
  }, [recent, last, directory, currency])

  return (
    <>
      <p className="sr-only" aria-live="polite">
        {said && !said.urgent ? said.words : null}
      </p>
      <p className="sr-only" aria-live="assertive">
        {said?.urgent ? said.words : null}
      </p>
    </>
  )
}
