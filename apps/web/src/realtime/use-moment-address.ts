'use client'

import { useSearchParams } from 'next/navigation'
import { useCallback, useEffect, useRef } from 'react'

/** A browser counts how often the address changes; it follows once the hand rests. */
const REST_MS = 350

/**
 * The moment of a log that a page's address carries, so that a link opens there and the browser's own buttons go through the moments.
 * `follow` is told of a moment that came by the address: the first one, a link's, or that of a button of the browser; never of one that was
 * written here, whose step may have been left behind by a newer one meanwhile. Null: no moment, the present.
 */
export function useMomentAddress(path: string, follow: (seq: number | null) => void) {
  const addressed = momentIn(useSearchParams())
  /** As it was written, or followed, last. */
  const known = useRef<number | null | undefined>(undefined)
  const rest = useRef<ReturnType<typeof setTimeout>>(undefined)

  const heed = useCallback(() => {
    const { pathname, search } = window.location
    const at = momentIn(new URLSearchParams(search))
    if (pathname !== path || at === known.current) return
    known.current = at
    clearTimeout(rest.current)
    follow(at)
  }, [path, follow])
  // The router tells of links, but of two changes in one breath only of the last, and so not of a step that was taken back at once.
  useEffect(() => {
    window.addEventListener('popstate', heed)
    return () => window.removeEventListener('popstate', heed)
  }, [heed])
  useEffect(() => {
    if (addressed === momentIn(new URLSearchParams(window.location.search))) heed()
  }, [addressed, heed])
  useEffect(() => () => clearTimeout(rest.current), [])

  const write = useCallback(
    (at: number | null) => {
      clearTimeout(rest.current)
      const put = () => {
        known.current = at
        const to = at === null ? path : `${path}?seq=${at}`
        if (to !== window.location.pathname + window.location.search) window.history.pushState(null, '', to)
      }
      if (at === null) put()
      else rest.current = setTimeout(put, REST_MS)
    },
    [path],
  )
  return { addressed, write }
}

/** The seq that an address names; null where it names none, or nonsense. */
function momentIn(query: Pick<URLSearchParams, 'get'>): number | null {
  const text = query.get('seq') ?? ''
  return /^[1-9]\d{0,8}$/.test(text) ? Number(text) : null
}
