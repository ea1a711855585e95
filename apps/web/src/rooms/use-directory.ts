'use client'

import type { AuctionState } from '@gavel/auction'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useTRPC } from '../trpc/client.tsx'
import { type Directory, directoryOf, type Names } from './directory.ts'

/** A hall full of phones does not ask for the same names in the same instant. */
const SPREAD_MS = 1_500
/** Somebody may be in the log a moment before their name can be read. */
const AGAIN_MS = 2_000
const MOST_READS = 4

type DirectoryOptions = {
  auctionId: string
  /** The names that the page was made with. */
  first: Names
  /** The count of changed names (NAMES-1) that they include; null where it is not known: then what the room says first. */
  firstCount: number | null
  auction: AuctionState | null
  /** For one desk rather than for thousands: read at once. */
  urgent: boolean
}

/**
 * The names for a live room's ids. They are read again when the room says that names have changed, or knows somebody whom they lack;
 * meanwhile the old ones stay, so nothing flickers.
 */
export function useDirectory({ auctionId, first, firstCount, auction, urgent }: DirectoryOptions): Directory {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const [asked, setAsked] = useState(0)
  const { data: roster, dataUpdatedAt } = useQuery(
    trpc.auction.roster.queryOptions({ auctionId }, { enabled: asked > 0, staleTime: Number.POSITIVE_INFINITY }),
  )
  const directory = useMemo(() => directoryOf(roster ?? first), [roster, first])
  const { players, teams, names: count = null } = auction ?? {}
  const missing = useMemo(
    () => directory.missing(Object.keys(players ?? {}), Object.keys(teams ?? {})),
    [directory, players, teams],
  )

  const held = useRef(firstCount)
  const reads = useRef({ missing: 0, times: 0 })
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was read may still lack somebody, who is then asked for again
  useEffect(() => {
    if (count === null) return
    held.current ??= count
    if (reads.current.missing !== missing) reads.current = { missing, times: 0 }
    const { times } = reads.current
    if (count === held.current && (missing === 0 || times === MOST_READS)) return
    const timer = setTimeout(
      () => {
        held.current = count
        reads.current.times = times + 1
        setAsked((before) => before + 1)
      },
      (urgent ? 0 : Math.random() * SPREAD_MS) + (times > 0 ? AGAIN_MS : 0),
    )
    return () => clearTimeout(timer)
  }, [count, missing, dataUpdatedAt, urgent])
  useEffect(() => {
    if (asked > 0) void queries.invalidateQueries(trpc.auction.roster.queryFilter({ auctionId }))
  }, [asked, queries, trpc, auctionId])
  return directory
}
