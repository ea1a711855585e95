'use client'

import type { WireEntry } from '@gavel/protocol'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Directory } from './directory.ts'
import { callOutsOf } from './voice.ts'

const STORED_AS = 'gavel-voice'

export type Voice = { on: boolean; toggle: () => void }

/**
 * Calls the auction out by the browser's own voice, off until asked. What breaks in cuts off what is being said, so the voice is never behind
 * the price.
 *
 * @returns null where this browser has no voice
 */
export function useVoice(recent: readonly WireEntry[], directory: Directory, currency: string | null): Voice | null {
  const [on, setOn] = useState(false)
  const [can, setCan] = useState(false)
  const last = recent.at(-1)?.seq ?? 0
  // What came before this page was there is past.
  const said = useRef(last)

  useEffect(() => {
    if (!('speechSynthesis' in window)) return
    setCan(true)
    setOn(localStorage.getItem(STORED_AS) === 'on')
    return () => speechSynthesis.cancel()
  }, [])

  useEffect(() => {
    const before = said.current
    said.current = last
    if (!on || currency === null || last <= before) return
    const fresh = recent.filter(({ seq }) => seq > before)
    for (const { words, now } of callOutsOf(fresh, directory, currency)) {
      if (now) speechSynthesis.cancel()
      const utterance = new SpeechSynthesisUtterance(words)
      utterance.lang = 'en-IN'
      speechSynthesis.speak(utterance)
    }
  }, [on, last, recent, directory, currency])

  const toggle = useCallback(() => {
    setOn((was) => {
      localStorage.setItem(STORED_AS, was ? 'off' : 'on')
      if (was) speechSynthesis.cancel()
      else speechSynthesis.speak(new SpeechSynthesisUtterance('Call-outs are on.'))
      return !was
    })
  }, [])
  return can ? { on, toggle } : null
}
