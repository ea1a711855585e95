'use client'

import { cn } from '@gavel/ui'
import { useQuery } from '@tanstack/react-query'
import { ShieldCheck } from 'lucide-react'
import Link from 'next/link'
import { paths } from '../../paths.ts'
import { useTRPC } from '../../trpc/client.tsx'

/** The archive is about a second behind; a hall does not ask all at once. */
const AGAIN_MS = 4_000

/** The final hash of an ended auction, as soon as it is published, and the way to check it. Shows nothing before. */
export function ProofLine({ auctionId, className }: { auctionId: string; className?: string }) {
  const trpc = useTRPC()
  const { data: proof } = useQuery(
    trpc.results.proof.queryOptions(
      { auctionId },
      { refetchInterval: ({ state }) => (state.data ? false : AGAIN_MS), staleTime: Number.POSITIVE_INFINITY },
    ),
  )
  if (!proof) return null
  return (
    <p className={cn('flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-muted print:hidden', className)}>
      <ShieldCheck aria-hidden className="size-4 shrink-0 text-good" />
      <span>
        Entry {proof.seq.toLocaleString('en-IN')}, final hash{' '}
        <code title={proof.hash} className="text-ink">
          {proof.hash.slice(0, 16)}…
        </code>
      </span>
      <Link href={paths.verify(auctionId)} className="font-semibold text-ink underline">
        Check it in your browser
      </Link>
    </p>
  )
}
