'use client'

import { Button, ErrorState, toast } from '@gavel/ui'
import { useMutation } from '@tanstack/react-query'
import { useTRPC } from '../../../trpc/client.tsx'
import { useRefresh } from '../../admin/desk/use-refresh.ts'
import { saidBy } from '../../api-error.ts'

/** Tries again what no machine tries any more; what Stripe did meanwhile is learnt first, so nothing is sent twice. */
export function Retry({ slug, id, name }: { slug: string; id: string; name: string }) {
  const refresh = useRefresh()
  const retry = useMutation(
    useTRPC().payment.retry.mutationOptions({
      onSuccess: ({ next }) => {
        if (next.length > 0) toast.message('It was tried again', { description: 'There is still something to do.' })
        else toast.success('It went through', { description: `Nothing of ${name} waits any more.` })
        refresh()
      },
    }),
  )
  return (
    <span className="grid justify-items-start gap-2">
      <Button
        size="sm"
        busy={retry.isPending}
        aria-label={`Try again: the payment of ${name}`}
        onClick={() => retry.mutate({ slug, id })}
      >
        Try again
      </Button>
      {retry.error ? <ErrorState title="Stripe still says no" words={saidBy(retry.error)} /> : null}
    </span>
  )
}
