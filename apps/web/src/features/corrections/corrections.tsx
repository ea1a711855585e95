'use client'

import type { AuctionState } from '@gavel/auction'
import { EmptyState, ErrorState, Section, SkeletonRows } from '@gavel/ui'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { directoryOf, type RoomInfo } from '../../rooms/directory.ts'
import { useTRPC } from '../../trpc/client.tsx'
import { saidBy } from '../api-error.ts'
import { OpenCorrection } from './open-correction.tsx'
import { ProposeCorrection } from './propose-correction.tsx'

/** How often the open corrections are read again: the second person is at another screen. */
const LOOK_MS = 5_000

/** Past sales that are to be put right: those that wait for a second person, and a form to ask for one. */
export function Corrections({ info, auction }: { info: RoomInfo; auction: AuctionState }) {
  const { auctionId } = info
  const directory = useMemo(() => directoryOf(info), [info])
  const open = useQuery(useTRPC().auction.corrections.queryOptions({ auctionId }, { refetchInterval: LOOK_MS }))
  return (
    <>
      <Section title="Waiting for a second person" aside={open.data?.length || null}>
        {open.isPending ? (
          <SkeletonRows rows={2} words="Looking for corrections" />
        ) : open.error && !open.data ? (
          <ErrorState title="The corrections could not be read" words={saidBy(open.error)} />
        ) : open.data?.length ? (
          <ul className="grid gap-6">
            {open.data.map((correction) => (
              <OpenCorrection
                key={correction.id}
                correction={correction}
                auction={auction}
                directory={directory}
                onDone={() => open.refetch()}
              />
            ))}
          </ul>
        ) : (
          <EmptyState
            title="Nothing waits"
            words="A correction that somebody asks for stands here until another person approves it, or it is dropped."
          />
        )}
      </Section>
      <Section title="Ask for a correction">
        <ProposeCorrection auction={auction} directory={directory} onDone={() => open.refetch()} />
      </Section>
    </>
  )
}
