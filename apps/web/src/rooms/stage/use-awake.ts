'use client'

import { useEffect } from 'react'

/** Keeps the projector's screen from going to sleep, where the browser allows it. */
export function useAwake() {
  useEffect(() => {
    let lock: WakeLockSentinel | null = null
    const ask = async () => {
      if (document.visibilityState !== 'visible') return
      // Refused on low battery or without https: the picture works without it.
      lock = (await navigator.wakeLock?.request('screen').catch(() => null)) ?? null
    }
    void ask()
    document.addEventListener('visibilitychange', ask)
    return () => {
      document.removeEventListener('visibilitychange', ask)
      void lock?.release()
    }
  }, [])
}
