'use client'

import { moneyWords } from '@gavel/payments'
import { dayWords } from '@gavel/registration'
import { Button, Dialog, formatMoney } from '@gavel/ui'
import type { ReactNode } from 'react'
import { ShortTime } from '../../events/event-time.tsx'
import type { KindEntry } from '../entries/entries-schema.ts'
import { EntryState } from './entry-state.tsx'
import { answersIn, categoryOf, type Entry, nameOf, paidOf } from './registrations.ts'

type EntrySheetProps = {
  entry: Entry
  /** How entries of its kind are asked. */
  asked: Pick<KindEntry, 'questions' | 'categories'>
  currency: string
  timeZone: string
}

/** Everything that one entry says: the person, how it stands, what was answered. */
export function EntrySheet({ entry, asked, currency, timeZone }: EntrySheetProps) {
  const { details, email, age, born, group, seats, fee, createdAtMs, dueAtMs } = entry
  const category = categoryOf(entry, asked.categories)
  const answers = answersIn(entry, asked.questions)
  const paid = paidOf(entry)
  return (
    <Dialog
      from="side"
      title={nameOf(entry)}
      words={entry.kind === 'player' ? 'Player' : 'Team owner'}
      trigger={
        <Button look="quiet" size="sm" aria-label={`Look at the entry of ${nameOf(entry)}`}>
          Look
        </Button>
      }
    >
      <div className="grid gap-6">
        <dl className="grid">
          <Row name="State">
            <EntryState entry={entry} />
          </Row>
          {email ? (
            <Row name="E-mail">
              <a href={`mailto:${email}`} className="underline [overflow-wrap:anywhere]">
                {email}
              </a>
            </Row>
          ) : null}
          {group ? <Row name="Group">Of {group}</Row> : null}
          {details.kind === 'player' ? (
            <>
              <Row name="Plays">{[details.role, details.country].filter(Boolean).join(', ')}</Row>
              {details.base === null ? null : <Row name="Base price">{formatMoney(details.base, currency)}</Row>}
            </>
          ) : (
            <Row name="Team">
              {details.team} ({details.short})
            </Row>
          )}
          {category ? <Row name="Category">{category}</Row> : null}
          {born && age !== null ? (
            <Row name="Age">
              {age}, born {dayWords(born)}
            </Row>
          ) : null}
          {fee ? <Row name={entry.kind === 'player' ? 'Fee' : 'Deposit'}>{moneyWords(fee)}</Row> : null}
          {paid ? <Row name="Paid">{paid.words}</Row> : null}
          {seats > 1 ? <Row name={entry.kind === 'player' ? 'Seats' : 'Shares'}>{seats}</Row> : null}
          <Row name="Sent">
            <ShortTime atMs={createdAtMs} timeZone={timeZone} />
          </Row>
          {dueAtMs === null ? null : (
            <Row name="Held until">
              <ShortTime atMs={dueAtMs} timeZone={timeZone} />
            </Row>
          )}
        </dl>
        {answers.length > 0 ? (
          <section aria-label="Answers" className="ruled pt-2">
            <h3 className="pb-1 text-base">Answers</h3>
            <dl className="grid">
              {answers.map(({ words, answer }) => (
                <div key={words} className="grid gap-0.5 border-b py-2 text-sm last:border-b-0">
                  <dt className="text-muted">{words}</dt>
                  <dd className="[overflow-wrap:anywhere] whitespace-pre-line">{answer}</dd>
                </div>
              ))}
            </dl>
          </section>
        ) : null}
      </div>
    </Dialog>
  )
}

function Row({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="grid grid-cols-[6rem_minmax(0,1fr)] gap-3 border-b py-2 text-sm last:border-b-0">
      <dt className="text-muted">{name}</dt>
      <dd className="min-w-0 break-words tabular-nums">{children}</dd>
    </div>
  )
}
