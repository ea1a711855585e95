'use client'

import type { ParkedItem, ParkedPage } from '@gavel/api'
import { EmptyState, ErrorState, Field, Section, Select, Table, Td, Th, Tr } from '@gavel/ui'
import { useState } from 'react'
import { saidBy } from '../api-error.ts'
import { AboutDrawer, readable } from './about-drawer.tsx'
import { ChooseBox } from './choose-box.tsx'
import { Confirm, type Deed } from './confirm.tsx'
import { Deeds } from './deeds.tsx'
import { Moment } from './moment.tsx'
import { useChosen } from './use-chosen.ts'
import { useParked } from './use-queues.ts'

const UNREADABLE = 'This version of Gavel cannot read it'

/** Messages that their queues gave up: to be read, sent again or thrown away, one or many. */
export function ParkedTable({ first }: { first: ParkedPage }) {
  const { page, error, replay, discard } = useParked(first)
  const [queue, setQueue] = useState('')
  const [openId, setOpenId] = useState<string | null>(null)
  const [deed, setDeed] = useState<Deed | null>(null)

  const items = page.items.filter((item) => queue === '' || item.queue === queue)
  const { chosen, isChosen, all, choose, chooseAll } = useChosen(items, ({ id }) => id)
  const opened = page.items.find(({ id }) => id === openId)
  const total = page.counts.reduce((sum, { count }) => sum + count, 0)
  const busy = replay.isPending || discard.isPending
  const failed = replay.error ?? discard.error ?? error

  const done = { onSuccess: () => setOpenId(null) }
  const ask = (verb: 'replay' | 'discard', messages: readonly ParkedItem[]) => {
    const ids = messages.map(({ id }) => id)
    const many = ids.length === 1 ? 'this message' : `${ids.length} messages`
    const titles = messages.map(({ about }) => about.title)
    setDeed(
      verb === 'replay'
        ? {
            look: 'primary',
            verb: 'Replay',
            title: `Replay ${many}?`,
            words: 'It is sent once more under its first key. What has been done already is not done twice.',
            titles,
            run: () => replay.mutate({ ids }, done),
          }
        : {
            look: 'danger',
            verb: 'Discard',
            title: `Discard ${many}?`,
            words: 'It is gone from here; the audit keeps what it said. What it tells of stays as it is.',
            titles,
            run: () => discard.mutate({ ids }, done),
          },
    )
  }
  const deeds = (messages: readonly ParkedItem[], off: string | null) => {
    const readable = messages.filter(({ mayReplay }) => mayReplay)
    return (
      <Deeds
        verb="Replay"
        count={messages.length}
        busy={busy}
        off={off}
        againOff={readable.length === 0 ? UNREADABLE : null}
        onAgain={() => ask('replay', readable)}
        onDiscard={() => ask('discard', messages)}
      />
    )
  }

  return (
    <Section title="Parked messages" aside={total > 0 ? `${total} wait` : null}>
      {failed ? (
        <ErrorState className="mb-4" title="That did not work" words={`${saidBy(failed)} Nothing was lost.`} />
      ) : null}
      {total === 0 ? (
        <EmptyState
          className="mt-2"
          title="No message is parked"
          words="What a queue’s workers could not handle after several tries, or ever, waits here to be replayed or discarded."
        />
      ) : (
        <div className="grid gap-3">
          <div className="flex flex-wrap items-end justify-between gap-3">
            <Field label="Queue" className="w-full sm:w-72">
              {(control) => (
                <Select {...control} value={queue} onChange={({ target }) => setQueue(target.value)}>
                  <option value="">Every queue ({total})</option>
                  {page.counts.map(({ queue: name, count }) => (
                    <option key={name} value={name}>
                      {name} ({count})
                    </option>
                  ))}
                </Select>
              )}
            </Field>
            <div className="flex flex-wrap gap-2">
              {deeds(chosen, chosen.length === 0 ? 'Choose messages first' : null)}
            </div>
          </div>
          <Table aria-label="Parked messages">
            <thead>
              <tr>
                <Th className="w-10">
                  <ChooseBox label="Choose every message" checked={all} onChange={chooseAll} />
                </Th>
                <Th>Message</Th>
                <Th className="max-md:hidden">Why</Th>
                <Th className="max-lg:hidden">Queue</Th>
                <Th numeric className="max-sm:hidden">
                  Parked
                </Th>
                <Th className="max-sm:hidden">Last</Th>
              </tr>
            </thead>
            <tbody>
              {items.map((item) => (
                <Tr key={item.id}>
                  <Td>
                    <ChooseBox
                      label={`Choose ${item.about.title}`}
                      checked={isChosen(item)}
                      onChange={(on) => choose(item, on)}
                    />
                  </Td>
                  <Td>
                    <button
                      type="button"
                      className="min-h-8 text-left font-semibold break-words underline decoration-edge underline-offset-4 hover:decoration-ink"
                      onClick={() => setOpenId(item.id)}
                    >
                      {item.about.title}
                    </button>
                    <span className="block break-words text-muted md:hidden">{item.reason}</span>
                    <span className="block text-muted sm:hidden">
                      <Moment atMs={item.lastAtMs} />
                    </span>
                  </Td>
                  <Td className="max-w-80 break-words max-md:hidden">{item.reason}</Td>
                  <Td className="text-muted max-lg:hidden">{item.queue}</Td>
                  <Td numeric className="max-sm:hidden">
                    {item.times === 1 ? 'once' : `${item.times} times`}
                  </Td>
                  <Td className="text-muted max-sm:hidden">
                    <Moment atMs={item.lastAtMs} />
                  </Td>
                </Tr>
              ))}
            </tbody>
          </Table>
          {items.length === 0 ? <p className="text-sm text-muted">No message of this queue is parked.</p> : null}
          {total > page.items.length ? (
            <p className="text-sm text-muted">
              The last {page.items.length} of {total} are shown; the others follow as these are settled.
            </p>
          ) : null}
        </div>
      )}
      {opened ? (
        <AboutDrawer
          about={opened.about}
          reason={opened.reason}
          facts={[
            { label: 'Queue', value: opened.queue },
            { label: 'Key', value: opened.key },
            { label: 'Attempts', value: opened.attempts },
            { label: 'First parked', value: <Moment atMs={opened.firstAtMs} /> },
            { label: 'Last parked', value: <Moment atMs={opened.lastAtMs} /> },
            ...(opened.requestId ? [{ label: 'Request', value: <code>{opened.requestId}</code> }] : []),
          ]}
          raw={{ title: 'What it carries', text: readable(opened.body) }}
          actions={deeds([opened], null)}
          onClose={() => setOpenId(null)}
        />
      ) : null}
      <Confirm deed={deed} onClose={() => setDeed(null)} />
    </Section>
  )
}
