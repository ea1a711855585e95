'use client'

import { connectMatch, type MatchRoom, type MatchSnapshot, UNJOINED_MATCH } from '@gavel/room'
import type { MatchState } from '@gavel/scoring'
import { useEffect, useState, useSyncExternalStore } from 'react'

const never = () => () => {}
const before = (): MatchSnapshot => UNJOINED_MATCH

export type WatchOptions = {
  matchId: string
  realtimeUrl: string
  /** A match without a log has no room yet: nothing is joined. */
  begun: boolean
  accessToken: () => Promise<string | null>
}

/**
 * A live match for a page that watches: the state as the core folds it, and the connection. `initial` is what the server drew the page
 * with, shown until the socket has joined.
 */
export function useMatch({ matchId, realtimeUrl, begun, accessToken }: WatchOptions, initial: MatchState | null) {
  const [room, setRoom] = useState<MatchRoom | null>(null)
  useEffect(() => {
    if (!begun) return
    const opened = connectMatch({ matchId, realtimeUrl, as: 'public', accessToken })
    setRoom(opened)
    return () => {
      setRoom(null)
      opened.close()
    }
  }, [matchId, realtimeUrl, begun, accessToken])
  const snapshot = useSyncExternalStore(room?.subscribe ?? never, room?.snapshot ?? before, before)
  return { ...snapshot, match: snapshot.match ?? initial }
}
