'use client'

import { Badge, Button, cn, Field, Input, Select, Textarea } from '@gavel/ui'
import { ArrowDown, ArrowUp, ChevronDown, Copy, Trash2 } from 'lucide-react'
import { useId } from 'react'
import { useFormContext, useWatch } from 'react-hook-form'
import { CheckField } from '../desk/check-field.tsx'
import type { EntriesInput, KindName } from './entries-schema.ts'
import { ASKS, ASKS_WORDS } from './question-fields.ts'

type QuestionCardProps = {
  name: KindName
  at: number
  count: number
  open: boolean
  /** Why no more questions fit; null while they do. */
  full: string | null
  onOpen: (open: boolean) => void
  onMove: (by: 1 | -1) => void
  onCopy: () => void
  onRemove: () => void
}

/** One question of a form: a line with what can be done to it, and its fields where it is open. What is wrong opens by itself. */
export function QuestionCard({ name, at, count, open, full, onOpen, onMove, onCopy, onRemove }: QuestionCardProps) {
  const { control, formState } = useFormContext<EntriesInput>()
  const { words, asks, required } = useWatch({ control, name: `${name}.questions.${at}` })
  const faulty = formState.errors[name]?.questions?.[at] !== undefined
  const shown = open || faulty
  const id = useId()
  const called = words.trim() || `Question ${at + 1}`
  return (
    <li data-question={at} className={cn('rounded-card border bg-raised', faulty && 'border-bad')}>
      <div className="flex flex-wrap items-center gap-x-1 gap-y-0 py-1 pr-1 pl-3">
        <span aria-hidden className="w-6 shrink-0 text-sm text-muted tabular-nums">
          {at + 1}
        </span>
        <button
          type="button"
          aria-expanded={shown}
          aria-controls={id}
          onClick={() => onOpen(!shown)}
          className="flex min-h-10 min-w-[min(10rem,100%)] flex-1 flex-wrap items-center gap-x-2 gap-y-0.5 rounded-card py-1 text-left text-sm"
        >
          <ChevronDown aria-hidden className={cn('size-4 shrink-0 text-muted', !shown && '-rotate-90')} />
          <span className={cn('min-w-0 break-words', words.trim() ? 'font-semibold' : 'text-muted')}>{called}</span>
          <Badge>{ASKS_WORDS[asks]}</Badge>
          {required ? <Badge tone="accent">Required</Badge> : null}
        </button>
        <span className="ml-auto flex flex-wrap justify-end">
          <Button
            look="quiet"
            size="icon"
            data-part="up"
            aria-label={`Move up: ${called}`}
            disabledReason={at === 0 ? 'It is the first' : null}
            onClick={() => onMove(-1)}
          >
            <ArrowUp aria-hidden className="size-4" />
          </Button>
          <Button
            look="quiet"
            size="icon"
            data-part="down"
            aria-label={`Move down: ${called}`}
            disabledReason={at === count - 1 ? 'It is the last' : null}
            onClick={() => onMove(1)}
          >
            <ArrowDown aria-hidden className="size-4" />
          </Button>
          <Button look="quiet" size="icon" aria-label={`Duplicate: ${called}`} disabledReason={full} onClick={onCopy}>
            <Copy aria-hidden className="size-4" />
          </Button>
          <Button look="quiet" size="icon" aria-label={`Remove: ${called}`} onClick={onRemove}>
            <Trash2 aria-hidden className="size-4" />
          </Button>
        </span>
      </div>
      <div id={id} hidden={!shown}>
        {shown ? <QuestionFields name={name} at={at} /> : null}
      </div>
    </li>
  )
}

function QuestionFields({ name, at }: { name: KindName; at: number }) {
  const { register, control, formState } = useFormContext<EntriesInput>()
  const path = `${name}.questions.${at}` as const
  const errors = formState.errors[name]?.questions?.[at]
  const asks = useWatch({ control, name: `${path}.asks` })
  return (
    <div className="grid grid-cols-1 gap-4 border-t px-4 py-4 sm:grid-cols-2">
      <Field label="Question" error={errors?.words?.message} className="sm:col-span-2">
        {(field) => <Input {...field} {...register(`${path}.words`)} data-part="words" autoComplete="off" />}
      </Field>
      <Field label="Answer" error={errors?.asks?.message}>
        {(field) => (
          <Select {...field} {...register(`${path}.asks`)}>
            {ASKS.map((kind) => (
              <option key={kind} value={kind}>
                {ASKS_WORDS[kind]}
              </option>
            ))}
          </Select>
        )}
      </Field>
      {asks === 'text' ? (
        <Field label="Most characters" error={errors?.maxLength?.message}>
          {(field) => <Input {...field} {...register(`${path}.maxLength`)} inputMode="numeric" autoComplete="off" />}
        </Field>
      ) : null}
      {asks === 'number' ? (
        <div className="grid grid-cols-2 gap-4">
          <Field label="Lowest" error={errors?.min?.message}>
            {(field) => <Input {...field} {...register(`${path}.min`)} inputMode="decimal" autoComplete="off" />}
          </Field>
          <Field label="Highest" error={errors?.max?.message}>
            {(field) => <Input {...field} {...register(`${path}.max`)} inputMode="decimal" autoComplete="off" />}
          </Field>
        </div>
      ) : null}
      {asks === 'choice' ? (
        <Field label="Options" hint="One a line." error={errors?.options?.message} className="sm:col-span-2">
          {(field) => <Textarea {...field} {...register(`${path}.options`)} rows={4} />}
        </Field>
      ) : null}
      {asks === 'date' ? (
        <div className="grid gap-4 sm:col-span-2 sm:grid-cols-2">
          <Field label="Earliest" optional error={errors?.earliest?.message}>
            {(field) => <Input {...field} {...register(`${path}.earliest`)} type="date" />}
          </Field>
          <Field label="Latest" optional error={errors?.latest?.message}>
            {(field) => <Input {...field} {...register(`${path}.latest`)} type="date" />}
          </Field>
        </div>
      ) : null}
      <div className="sm:col-span-2">
        <CheckField
          label="Must be answered"
          words="Nobody enters without an answer."
          {...register(`${path}.required`)}
        />
      </div>
    </div>
  )
}
