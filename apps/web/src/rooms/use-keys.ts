'use client'

import { useLatest } from '@gavel/ui'
import { useEffect } from 'react'

/** What each key does, by `KeyboardEvent.key` in lower case. */
export type KeyMap = Readonly<Record<string, () => void>>

/** Keys of a desk or a paddle: they work from anywhere on the page except while somebody types, or a menu or dialog is open. */
export function useKeys(keys: KeyMap) {
  const latest = useLatest(keys)
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.repeat || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return
      const target = event.target instanceof HTMLElement ? event.target : null
      if (target?.closest('input,textarea,select,[role=dialog],[role=menu]')) {
        if (event.key === 'Escape') target.blur()
        return
      }
      const act = latest.current[event.key.toLowerCase()]
      if (!act) return
      event.preventDefault()
      act()
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [latest])
}
