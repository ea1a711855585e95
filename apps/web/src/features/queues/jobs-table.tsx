'use client'

import type { FailedJobItem } from '@gavel/api'
import { EmptyState, ErrorState, Section, SkeletonRows, Table, Td, Th, Tr } from '@gavel/ui'
import { useState } from 'react'
import { saidBy } from '../api-error.ts'
import { AboutDrawer } from './about-drawer.tsx'
import { ChooseBox } from './choose-box.tsx'
import { Confirm, type Deed } from './confirm.tsx'
import { Deeds } from './deeds.tsx'
import { Moment } from './moment.tsx'
import { useChosen } from './use-chosen.ts'
import { useFailedJobs } from './use-queues.ts'

const KIND: Readonly<Record<FailedJobItem['queue'], string>> = {
  mail: 'Letter',
  payments: 'Payment',
  schedules: 'Turn of a schedule',
}
const NONE: readonly FailedJobItem[] = []
const keyOf = ({ queue, id }: FailedJobItem) => `${queue}:${id}`

/** Letters, payments and turns of schedules that were given up. `first` is null where they could not be read. */
export function JobsTable({ first }: { first: FailedJobItem[] | null }) {
  const { jobs, error, retry, discard } = useFailedJobs(first)
  const [openKey, setOpenKey] = useState<string | null>(null)
  const [deed, setDeed] = useState<Deed | null>(null)
  const opened = jobs?.find((job) => keyOf(job) === openKey)
  const busy = retry.isPending || discard.isPending

  const { chosen, isChosen, all, choose, chooseAll } = useChosen(jobs ?? NONE, keyOf)

  const ask = (verb: 'retry' | 'discard', given: readonly FailedJobItem[]) => {
    const names = given.map(({ queue, id }) => ({ queue, id }))
    const many = given.length === 1 ? 'this job' : `${given.length} jobs`
    const titles = given.map(({ about }) => about.title)
    const close = { onSettled: () => setOpenKey(null) }
    setDeed(
      verb === 'retry'
        ? {
            look: 'primary',
            verb: 'Run',
            title: `Run ${many} once more?`,
            words: 'A letter is tried anew, from its first try on; a turn does its work once, now.',
            titles,
            run: () => retry.mutate(names, close),
          }
        : {
            look: 'danger',
            verb: 'Discard',
            title: `Discard ${many}?`,
            words: 'A letter is then never sent, but the inbox has told it. Later turns of a schedule are not touched.',
            titles,
            run: () => discard.mutate(names, close),
          },
    )
  }
  const deeds = (given: readonly FailedJobItem[], off: string | null) => (
    <Deeds
      verb="Retry"
      count={given.length}
      busy={busy}
      off={off}
      onAgain={() => ask('retry', given)}
      onDiscard={() => ask('discard', given)}
    />
  )

  return (
    <Section title="Failed jobs" aside={jobs && jobs.length > 0 ? `${jobs.length} wait` : null}>
      {error ? <ErrorState className="mb-4" title="The jobs cannot be read just now" words={saidBy(error)} /> : null}
      {jobs === null && !error ? <SkeletonRows rows={3} words="Loading failed jobs" /> : null}
      {jobs?.length === 0 ? (
        <EmptyState
          className="mt-2"
          title="No job has failed"
          words="Letters that no try could send, and turns of schedules that broke, wait here."
        />
      ) : null}
      {jobs && jobs.length > 0 ? (
        <div className="grid gap-3">
          <div className="flex flex-wrap gap-2 sm:justify-end">
            {deeds(chosen, chosen.length === 0 ? 'Choose jobs first' : null)}
          </div>
          <Table aria-label="Failed jobs">
            <thead>
              <tr>
                <Th className="w-10">
                  <ChooseBox label="Choose every job" checked={all} onChange={chooseAll} />
                </Th>
                <Th>Job</Th>
                <Th className="max-md:hidden">Why</Th>
                <Th className="max-lg:hidden">Kind</Th>
                <Th numeric className="max-sm:hidden">
                  Tries
                </Th>
                <Th className="max-sm:hidden">Failed</Th>
              </tr>
            </thead>
            <tbody>
              {jobs.map((job) => (
                <Tr key={keyOf(job)}>
                  <Td>
                    <ChooseBox
                      label={`Choose ${job.about.title}`}
                      checked={isChosen(job)}
                      onChange={(on) => choose(job, on)}
                    />
                  </Td>
                  <Td>
                    <button
                      type="button"
                      className="min-h-8 text-left font-semibold break-words underline decoration-edge underline-offset-4 hover:decoration-ink"
                      onClick={() => setOpenKey(keyOf(job))}
                    >
                      {job.about.title}
                    </button>
                    <span className="block break-words text-muted md:hidden">{job.reason}</span>
                    <span className="block text-muted sm:hidden">
                      <Moment atMs={job.failedAtMs} />
                    </span>
                  </Td>
                  <Td className="max-w-80 break-words max-md:hidden">{job.reason}</Td>
                  <Td className="text-muted max-lg:hidden">{KIND[job.queue]}</Td>
                  <Td numeric className="max-sm:hidden">
                    {job.attempts}
                  </Td>
                  <Td className="text-muted max-sm:hidden">
                    <Moment atMs={job.failedAtMs} />
                  </Td>
                </Tr>
              ))}
            </tbody>
          </Table>
        </div>
      ) : null}
      {opened ? (
        <AboutDrawer
          about={opened.about}
          reason={opened.reason}
          facts={[
            { label: 'Kind', value: KIND[opened.queue] },
            { label: 'Tries', value: opened.attempts },
            { label: 'Queued', value: <Moment atMs={opened.createdAtMs} /> },
            { label: 'Failed', value: <Moment atMs={opened.failedAtMs} /> },
            { label: 'Job', value: <code>{opened.id}</code> },
          ]}
          raw={opened.stack ? { title: 'Where it broke', text: opened.stack } : null}
          actions={deeds([opened], null)}
          onClose={() => setOpenKey(null)}
        />
      ) : null}
      <Confirm deed={deed} onClose={() => setDeed(null)} />
    </Section>
  )
}
