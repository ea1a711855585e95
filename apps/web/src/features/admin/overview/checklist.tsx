import type { EventSetup } from '@gavel/api'
import { Badge, cn, Section } from '@gavel/ui'
import { ChevronRight, CircleCheck, CircleDashed, TriangleAlert } from 'lucide-react'
import Link from 'next/link'
import { mend } from './mending.ts'
import { Publish } from './steps.tsx'

type Item = EventSetup['checklist'][number]
type ChecklistProps = { items: readonly Item[]; event: Parameters<typeof Publish>[0]['event'] }

/** What an auction needs, must before should, each with how it stands and the way to the page that mends it. */
export function Checklist({ items, event }: ChecklistProps) {
  const done = items.filter((item) => item.done).length
  const parts = [
    { need: 'must', title: 'Before the auction can start' },
    { need: 'should', title: 'Good to have' },
  ] as const
  return (
    <Section title="Checklist" aside={`${done} of ${items.length} done`}>
      <div
        role="progressbar"
        aria-label="Checklist"
        aria-valuenow={done}
        aria-valuemin={0}
        aria-valuemax={items.length}
        aria-valuetext={`${done} of ${items.length} done`}
        className="mb-4 flex gap-1"
      >
        {items
          .toSorted((one, other) => Number(other.done) - Number(one.done))
          .map(({ id, done, need }) => (
            <span
              key={id}
              className={cn('h-1.5 flex-1 rounded-full', done ? 'bg-good' : need === 'must' ? 'bg-warn' : 'bg-line')}
            />
          ))}
      </div>
      <div className="grid gap-6">
        {parts.map(({ need, title }) => (
          <section key={need} aria-label={title}>
            <h3 className="pb-1 text-sm font-semibold text-muted">{title}</h3>
            <ul>
              {items
                .filter((item) => item.need === need)
                .toSorted((one, other) => Number(one.done) - Number(other.done))
                .map((item) => (
                  <Row key={item.id} item={item} event={event} />
                ))}
            </ul>
          </section>
        ))}
      </div>
    </Section>
  )
}

function Row({ item: { id, done, need, title, words }, event }: { item: Item; event: ChecklistProps['event'] }) {
  const { href, does } = mend(id, event.slug)
  const State = done ? CircleCheck : need === 'must' ? TriangleAlert : CircleDashed
  return (
    <li
      className={cn('relative flex items-start gap-3 border-b last:border-b-0', done ? 'py-2' : 'py-3 hover:bg-raised')}
    >
      <State
        aria-hidden
        className={cn('mt-0.5 size-5 shrink-0', done ? 'text-good' : need === 'must' ? 'text-warn' : 'text-muted')}
      />
      <div
        className={cn(
          'grid min-w-0 flex-1 gap-x-6 gap-y-2 sm:grid-cols-[minmax(0,1fr)_auto] sm:items-center',
          done && 'grid-cols-[minmax(0,1fr)_auto]',
        )}
      >
        <div className={cn('grid min-w-0 gap-x-3 gap-y-0.5', done && 'sm:flex sm:flex-wrap sm:items-baseline')}>
          <p className="flex flex-wrap items-center gap-2">
            <span className={cn('font-semibold', done && 'text-muted')}>{title}</span>
            {done ? (
              <span className="sr-only">Done</span>
            ) : need === 'must' ? (
              <Badge tone="warn">To do</Badge>
            ) : (
              <span className="sr-only">Open</span>
            )}
          </p>
          <p className="text-sm [overflow-wrap:anywhere] text-muted">{words}</p>
        </div>
        {id === 'published' ? (
          done ? null : (
            <Publish event={event} size="sm" />
          )
        ) : (
          <Link
            href={href}
            aria-label={done ? `Change: ${title}` : `${does}: ${title}`}
            className={cn(
              'inline-flex items-center gap-1 rounded-card text-sm font-semibold after:absolute after:inset-0',
              done ? 'text-muted' : 'text-ink underline underline-offset-4',
            )}
          >
            {done ? <span className="max-sm:hidden">Change</span> : does}
            <ChevronRight aria-hidden className="size-4" />
          </Link>
        )}
      </div>
    </li>
  )
}
