'use client'

import type { AuctionState } from '@gavel/auction'
import { useCallback, useEffect, useRef, useState } from 'react'
import { heardOf, noiseOf } from './heard.ts'

const STORED_AS = 'gavel-sound'

/** A short sound made on the spot: `tick` for a bid, `knock` for the hammer. */
function play(context: AudioContext, kind: 'tick' | 'knock') {
  const at = context.currentTime
  const [frequency, seconds, loudness] = kind === 'tick' ? [1_400, 0.05, 0.12] : [170, 0.16, 0.5]
  const tone = new OscillatorNode(context, { type: kind === 'tick' ? 'sine' : 'triangle', frequency })
  const volume = new GainNode(context, { gain: loudness })
  tone.frequency.exponentialRampToValueAtTime(frequency * 0.6, at + seconds)
  volume.gain.exponentialRampToValueAtTime(0.001, at + seconds)
  tone.connect(volume).connect(context.destination)
  tone.start(at)
  tone.stop(at + seconds)
}

/**
 * Sound and haptics, off until asked: a tick for a bid, a knock for the hammer, and a buzz for whoever is outbid or asked something.
 *
 * @param mine the own team, which is buzzed
 */
export function useRoomSound(auction: AuctionState | null, mine: string | null = null) {
  const [on, setOn] = useState(false)
  const context = useRef<AudioContext | null>(null)
  const before = useRef(heardOf(auction, mine))

  useEffect(() => {
    if (localStorage.getItem(STORED_AS) === 'on') setOn(true)
    return () => void context.current?.close()
  }, [])

  useEffect(() => {
    const now = heardOf(auction, mine)
    const { sound, buzz } = noiseOf(before.current, now)
    before.current = now
    if (!on) return
    context.current ??= new AudioContext()
    if (sound) play(context.current, sound)
    if (buzz) navigator.vibrate?.(120)
  }, [on, auction, mine])

  const toggle = useCallback(() => {
    setOn((was) => {
      localStorage.setItem(STORED_AS, was ? 'off' : 'on')
      return !was
    })
  }, [])
  return { on, toggle }
}
