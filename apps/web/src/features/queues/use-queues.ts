'use client'

import type { FailedJobItem, ParkedPage } from '@gavel/api'
import { toast } from '@gavel/ui'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTRPC, useTRPCClient } from '../../trpc/client.tsx'
import { saidBy } from '../api-error.ts'

/** Queues change by themselves: what is parked meanwhile shows soon. */
const LOOK_MS = 10_000

const counted = (count: number, one: string, many: string) => (count === 1 ? `1 ${one}` : `${count} ${many}`)

/** Parked messages, and what can be done to them. Each deed ends in words, and in a table as it then is. */
export function useParked(first: ParkedPage) {
  const trpc = useTRPC()
  const cache = useQueryClient()
  const query = useQuery(trpc.operator.parked.queryOptions({}, { initialData: first, refetchInterval: LOOK_MS }))
  const again = () => cache.invalidateQueries({ queryKey: trpc.operator.parked.queryKey({}) })
  const said =
    (verb: string) =>
    ({ done, kept }: { done: string[]; kept: { why: string }[] }) => {
      if (done.length > 0) toast.success(`${counted(done.length, 'message was', 'messages were')} ${verb}.`)
      const [one] = kept
      if (one) toast.error(`${counted(kept.length, 'message stays', 'messages stay')}: ${one.why}`)
      return again()
    }
  const replay = useMutation(trpc.operator.replayParked.mutationOptions({ onSuccess: said('sent again') }))
  const discard = useMutation(trpc.operator.discardParked.mutationOptions({ onSuccess: said('discarded') }))
  return { page: query.data, error: query.error, replay, discard }
}

type JobName = Pick<FailedJobItem, 'queue' | 'id'>

/** Failed jobs, and what can be done to them. `jobs` is null where they could not be read. */
export function useFailedJobs(first: FailedJobItem[] | null) {
  const trpc = useTRPC()
  const cache = useQueryClient()
  const query = useQuery(
    trpc.operator.failedJobs.queryOptions(undefined, {
      ...(first ? { initialData: first } : {}),
      refetchInterval: LOOK_MS,
    }),
  )
  const client = useTRPCClient()
  /** Each job by itself: what one comes to changes nothing for the others. */
  const each = (work: (job: JobName) => Promise<void>, verb: string) => ({
    mutationFn: async (chosen: readonly JobName[]) => {
      const results = await Promise.allSettled(chosen.map(work))
      const refused = results.filter((result) => result.status === 'rejected')
      const done = chosen.length - refused.length
      if (done > 0) toast.success(`${counted(done, 'job was', 'jobs were')} ${verb}.`)
      if (refused[0]) toast.error(`${counted(refused.length, 'job', 'jobs')}: ${saidBy(refused[0].reason)}`)
    },
    onSettled: () => cache.invalidateQueries({ queryKey: trpc.operator.failedJobs.queryKey() }),
  })
  const retry = useMutation(each((job) => client.operator.retryJob.mutate(job), 'started once more'))
  const discard = useMutation(each((job) => client.operator.discardJob.mutate(job), 'discarded'))
  return { jobs: query.data ?? null, error: query.error, retry, discard }
}
