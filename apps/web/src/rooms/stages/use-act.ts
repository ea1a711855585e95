'use client'

import type { TeamAct } from '@gavel/protocol'
import type { Outcome } from '@gavel/room'
import { useCallback, useState } from 'react'

/** What became of the last thing that was sent. `at`: what it was an answer to. */
export type ActMoment =
  | { is: 'none' }
  | { is: 'sent'; at: string }
  | { is: 'accepted'; at: string }
  | { is: 'refused' | 'unknown'; at: string; words: string }

/** Keeps what became of the last thing that was sent, until something else is. `at` tells one question from the next. */
export function useMoment() {
  const [moment, setMoment] = useState<ActMoment>({ is: 'none' })
  const settle = useCallback(async (at: string, sent: Promise<Outcome>): Promise<Outcome> => {
    setMoment({ is: 'sent', at })
    const outcome = await sent
    setMoment((now) => {
      if (now.is !== 'sent' || now.at !== at) return now
      return outcome.is === 'accepted' ? { is: 'accepted', at } : { is: outcome.is, at, words: outcome.words }
    })
    return outcome
  }, [])
  return { moment, settle }
}

/** Sends what a team says, and keeps what became of it. */
export function useAct(act: (act: TeamAct) => Promise<Outcome>) {
  const { moment, settle } = useMoment()
  const send = useCallback((at: string, what: TeamAct) => settle(at, act(what)), [act, settle])
  return { moment, send }
}

export type SendAct = ReturnType<typeof useAct>['send']
