'use client'

import { useLatest } from '@gavel/ui'
import { useCallback, useRef, useState } from 'react'

const drawn = () => new Promise<void>((resolve) => requestAnimationFrame(() => resolve()))

/** Does something once everything that was pressed before it is done. */
export type TakeTurn = (work: () => void | Promise<void>) => void

/**
 * What is pressed on a pad, one after another, each on the page as the one before has left it: a thumb that is faster than the disk loses
 * nothing, and takes back what it has just written. `inHand`: how much of it is not kept yet.
 */
export function useTurns() {
  const [inHand, count] = useState(0)
  const turn = useRef<Promise<void>>(Promise.resolve())
  const waiting = useRef(0)

  /** Counts what takes time as in hand until it is done. */
  const hold = useCallback(async <T>(work: Promise<T>): Promise<T> => {
    count((now) => now + 1)
    try {
      return await work
    } finally {
      count((now) => now - 1)
    }
  }, [])

  const take: TakeTurn = useCallback(
    (work) => {
      const first = waiting.current === 0
      waiting.current += 1
      const run = async () => {
        if (!first) await drawn()
        await work()
      }
      turn.current = hold(first ? run() : turn.current.then(run)).finally(() => {
        waiting.current -= 1
      })
    },
    [hold],
  )
  return { inHand, hold, take }
}

export type Turns = ReturnType<typeof useTurns>

/** A key's press in its turn. @param press what a key does then; a promise where it takes time */
export function useInTurn<Key>(take: TakeTurn, press: (key: Key) => void | Promise<void>): (key: Key) => void {
  const latest = useLatest(press)
  return (key) => take(() => latest.current(key))
}
