'use client'

import { type RefObject, useLayoutEffect, useRef } from 'react'

/**
 * What was last drawn, for a listener that outlives a drawing. It is set as the page changes and not a moment later, so that a key does
 * what the page says that it does: a price that is seen is the price that its key speaks of.
 */
export function useLatest<Value>(value: Value): Readonly<RefObject<Value>> {
  const latest = useRef(value)
  useLayoutEffect(() => {
    latest.current = value
  })
  return latest
}
