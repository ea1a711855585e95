'use client'

import { Button, EmptyState, Section } from '@gavel/ui'
import { Plus, Undo2 } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useFieldArray, useFormContext } from 'react-hook-form'
import { type EntriesInput, type KindName, MAX_QUESTIONS } from './entries-schema.ts'
import { QuestionCard } from './question-card.tsx'
import { NEW_QUESTION, type QuestionInput } from './question-fields.ts'

/** Where the focus goes once the list is drawn anew. */
type Next = { at: number; part: 'words' | 'up' | 'down' } | 'undo' | null

/** What the event asks beside name and role: added, ordered, copied, removed and brought back, by hand or by keys. */
export function QuestionsField({ name }: { name: KindName }) {
  const { control, getValues } = useFormContext<EntriesInput>()
  const path = `${name}.questions` as const
  const { fields, insert, remove, move } = useFieldArray({ control, name: path, keyName: 'key' })
  const [open, setOpen] = useState<number | null>(null)
  const [removed, setRemoved] = useState<{ at: number; question: QuestionInput } | null>(null)
  const [said, setSaid] = useState('')
  const [next, setNext] = useState<Next>(null)
  const list = useRef<HTMLDivElement>(null)

  useEffect(() => {
    if (next === null) return
    const target = next === 'undo' ? '[data-undo]' : `[data-question="${next.at}"] [data-part="${next.part}"]`
    list.current?.querySelector<HTMLElement>(target)?.focus()
    setNext(null)
  }, [next])

  const full = fields.length >= MAX_QUESTIONS ? `A form asks at most ${MAX_QUESTIONS} questions.` : null
  const wordsAt = (at: number) => getValues(`${path}.${at}.words`).trim() || `Question ${at + 1}`

  function add(at: number, question: QuestionInput) {
    insert(at, question, { shouldFocus: false })
    setOpen(at)
    setNext({ at, part: 'words' })
  }

  function shift(from: number, by: 1 | -1) {
    const to = from + by
    setSaid(`${wordsAt(from)} is now ${to + 1} of ${fields.length}.`)
    move(from, to)
    setOpen(null)
    // At an end the button that was pressed is off: the other one is as near.
    const part = to === 0 ? 'down' : to === fields.length - 1 ? 'up' : by === 1 ? 'down' : 'up'
    setNext({ at: to, part })
  }

  function take(at: number) {
    setRemoved({ at, question: getValues(`${path}.${at}`) })
    remove(at)
    setOpen(null)
    setNext('undo')
  }

  function putBack() {
    if (!removed) return
    insert(removed.at, removed.question, { shouldFocus: false })
    setRemoved(null)
    setSaid(`${removed.question.words || 'The question'} is back.`)
    setNext({ at: removed.at, part: 'up' })
  }

  return (
    <Section title="Your questions" aside={fields.length > 0 ? `${fields.length} of ${MAX_QUESTIONS}` : null}>
      <div ref={list} className="grid grid-cols-1 gap-4 pt-2">
        <p className="text-sm text-muted">
          {name === 'players'
            ? 'Asked after name, country, role and base price.'
            : 'Asked after the team’s name, short name and colour.'}
        </p>
        {fields.length === 0 ? (
          <EmptyState
            title="Nothing is asked yet"
            words="Shirt size, an emergency number, whether somebody can keep wicket: each question stands on the form in the order in which it stands here."
          />
        ) : (
          <ol className="grid grid-cols-1 gap-2">
            {fields.map(({ key }, at) => (
              <QuestionCard
                key={key}
                name={name}
                at={at}
                count={fields.length}
                open={open === at}
                full={full}
                onOpen={(isOpen) => setOpen(isOpen ? at : null)}
                onMove={(by) => shift(at, by)}
                onCopy={() => add(at + 1, { ...getValues(`${path}.${at}`), id: '' })}
                onRemove={() => take(at)}
              />
            ))}
          </ol>
        )}
        {removed ? (
          <div className="flex flex-wrap items-center justify-between gap-2 rounded-card border border-dashed border-edge px-4 py-2 text-sm">
            <span className="min-w-0 break-words">“{removed.question.words || 'A question'}” is removed.</span>
            <Button size="sm" data-undo icon={<Undo2 aria-hidden className="size-4" />} onClick={putBack}>
              Put it back
            </Button>
          </div>
        ) : null}
        <Button
          className="justify-self-start"
          icon={<Plus aria-hidden className="size-4" />}
          disabledReason={full}
          onClick={() => add(fields.length, NEW_QUESTION)}
        >
          Add a question
        </Button>
        <p role="status" className="sr-only">
          {said}
        </p>
      </div>
    </Section>
  )
}
