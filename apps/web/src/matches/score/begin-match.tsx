'use client'

import type { MatchPage } from '@gavel/api'
import { Button, Card, FieldError } from '@gavel/ui'
import { useMutation } from '@tanstack/react-query'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { saidBy } from '../../features/api-error.ts'
import { paths } from '../../paths.ts'
import { useTRPC } from '../../trpc/client.tsx'

/** Before the first ball: the match gets its log. Line-ups and toss follow on the pad. */
export function BeginMatch({ page }: { page: MatchPage }) {
  const { match } = page
  const router = useRouter()
  const start = useMutation(useTRPC().match.start.mutationOptions({ onSuccess: () => router.refresh() }))
  const { home, away } = match.sides
  const open = home.team === null || away.team === null
  return (
    <main id="main" className="mx-auto grid w-full max-w-md flex-1 content-center gap-4 p-4">
      <Card className="grid gap-4 p-5">
        <h1 className="text-lg">
          {home.name} v {away.name}
        </h1>
        <p className="text-muted">
          The match is not begun. Once it is, its fixture and format are fixed; line-ups and toss are the pad’s.
        </p>
        <Button
          look="primary"
          size="lg"
          className="min-h-14"
          busy={start.isPending}
          disabledReason={open ? 'It is not known yet who plays' : null}
          showReason
          onClick={() => start.mutate({ matchId: match.matchId })}
        >
          Begin the match
        </Button>
        <FieldError error={start.error ? saidBy(start.error) : null} />
        <Button asChild look="quiet">
          <Link href={paths.match(match.matchId)}>Back to the match</Link>
        </Button>
      </Card>
    </main>
  )
}
