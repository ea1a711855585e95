'use client'

import type { Question } from '@gavel/registration'
import { dayWords } from '@gavel/registration'
import { Field, Input, Select, Textarea } from '@gavel/ui'
import type { ComponentProps } from 'react'
import { Segments } from './segments.tsx'

/** From here on a text is given more than one line. */
const LONG_TEXT = 120

type AskedFieldsProps = {
  questions: readonly Question[]
  /** What `register` gives for the answer to this question. */
  field: (id: string) => ComponentProps<'input'> & ComponentProps<'textarea'> & ComponentProps<'select'>
  error: (id: string) => string | undefined
}

/** The questions of an event as a person answers them: in the form itself, and in its preview at the desk. */
export function AskedFields({ questions, field, error }: AskedFieldsProps) {
  return questions.map((question) => (
    <AskedField key={question.id} question={question} field={field(question.id)} error={error(question.id)} />
  ))
}

type AskedFieldProps = {
  question: Question
  field: ReturnType<AskedFieldsProps['field']>
  error: string | undefined
}

function AskedField({ question, field, error }: AskedFieldProps) {
  const { words, required } = question
  const common = { label: words || 'A question without words', optional: !required, error }
  switch (question.asks) {
    case 'text':
      return (
        <Field {...common}>
          {(control) =>
            question.maxLength > LONG_TEXT ? (
              <Textarea {...control} {...field} maxLength={question.maxLength} required={required} />
            ) : (
              <Input {...control} {...field} maxLength={question.maxLength} required={required} autoComplete="off" />
            )
          }
        </Field>
      )
    case 'number':
      return (
        <Field {...common} hint={`From ${question.min} to ${question.max}.`}>
          {(control) => <Input {...control} {...field} inputMode="decimal" required={required} autoComplete="off" />}
        </Field>
      )
    case 'choice':
      return (
        <Field {...common}>
          {(control) => (
            <Select {...control} {...field} required={required}>
              <option value="">{required ? 'Choose one' : 'No answer'}</option>
              {question.options.map((option) => (
                <option key={option}>{option}</option>
              ))}
            </Select>
          )}
        </Field>
      )
    case 'yes-no':
      return (
        <Segments
          legend={common.label}
          optional={!required}
          error={error}
          field={field}
          options={required ? YES_NO : [...YES_NO, { value: '', words: 'No answer' }]}
        />
      )
    case 'date':
      return (
        <Field {...common} hint={boundsWords(question)}>
          {(control) => (
            <Input
              {...control}
              {...field}
              type="date"
              min={question.earliest ?? undefined}
              max={question.latest ?? undefined}
              required={required}
            />
          )}
        </Field>
      )
    default:
      return question satisfies never
  }
}

const YES_NO = [
  { value: 'yes', words: 'Yes' },
  { value: 'no', words: 'No' },
]

function boundsWords({ earliest, latest }: Extract<Question, { asks: 'date' }>): string | null {
  if (earliest && latest) return `From ${dayWords(earliest)} to ${dayWords(latest)}.`
  if (earliest) return `From ${dayWords(earliest)} on.`
  return latest ? `Until ${dayWords(latest)}.` : null
}
