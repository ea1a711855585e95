'use client'

import { useEffect, useState } from 'react'
import { z } from 'zod'

/** What is said most often, until an auctioneer has words of his own. */
const USUAL = ['Five-minute break at nine', 'The next set begins in ten minutes', 'Please take your seats']
/** So many of the last announcements are kept. */
const MOST_RECENT = 4
const KEY = 'gavel-phrases'
const stored = z.array(z.string())

/** Phrases to announce with one click: what was said last in this browser, in any auction, then what is said most often. */
export function usePhrases() {
  const [recent, setRecent] = useState<readonly string[]>([])

  useEffect(() => {
    const { data } = stored.safeParse(read())
    setRecent(data ?? [])
  }, [])

  /** Keeps a phrase as the one that was said last: in the browser at once, since its field closes as it is said. */
  const keep = (words: string) => {
    const next = [words, ...recent.filter((said) => said !== words)].slice(0, MOST_RECENT)
    localStorage.setItem(KEY, JSON.stringify(next))
    setRecent(next)
  }
  return { phrases: [...recent, ...USUAL.filter((words) => !recent.includes(words))], keep }
}

function read(): unknown {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? 'null')
  } catch {
    return null
  }
}
