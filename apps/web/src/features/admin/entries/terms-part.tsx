'use client'

import { Button, Field, Input, Section } from '@gavel/ui'
import { Plus, X } from 'lucide-react'
import { useFieldArray, useFormContext, useWatch } from 'react-hook-form'
import { Segments } from '../../entering/segments.tsx'
import { type EntriesInput, type EventEntry, type Meant, MOST_STEPS } from './entries-schema.ts'
import { groupEndMeaning, holdMeaning, offersMeaning, refundsMeaning, slowMeaning } from './meaning.ts'
import { Meaning } from './meaning-words.tsx'

type TermsPartProps = {
  meant: Meant
  /** As it would be stored; null while something in it cannot be read. */
  read: EventEntry | null
}

/** What holds for players and teams alike: how long places are kept, how the line moves, what leaving gives back. */
export function TermsPart({ meant, read }: TermsPartProps) {
  const { register, formState, control } = useFormContext<EntriesInput>()
  const { errors } = formState
  const offers = useWatch({ control, name: 'offers' })
  return (
    <div className="grid grid-cols-1 gap-10">
      <Section title="Time to pay">
        <div className="grid grid-cols-1 gap-4 pt-2 sm:grid-cols-2">
          <Field label="A place is kept for" hint="Such as 30 min, 2 h or 3 days." error={errors.pay?.message}>
            {(field) => <Input {...field} {...register('pay')} autoComplete="off" />}
          </Field>
          <Field
            label="While a slow payment is under way"
            hint="A bank transfer takes days."
            error={errors.slow?.message}
          >
            {(field) => <Input {...field} {...register('slow')} autoComplete="off" />}
          </Field>
          <Meaning>{read ? <p>{`${holdMeaning(read)} ${slowMeaning(read)}`}</p> : null}</Meaning>
        </div>
      </Section>
      <Section title="The waiting list">
        <div className="grid grid-cols-1 gap-4 pt-2 sm:grid-cols-2">
          <Segments
            legend="A place that becomes free"
            className="sm:col-span-2"
            field={register('offers')}
            options={[
              { value: 'at-once', words: 'Goes to the next at once' },
              { value: 'asked', words: 'Is offered to the next' },
            ]}
          />
          {offers === 'asked' ? (
            <Field label="An offer stands for" hint="Such as 2 h or 1 day." error={errors.offer?.message}>
              {(field) => <Input {...field} {...register('offer')} autoComplete="off" />}
            </Field>
          ) : null}
          <Field
            label="Nobody moves up after"
            optional
            hint="Empty: until the auction starts."
            error={errors.offersUntil?.message}
          >
            {(field) => <Input {...field} {...register('offersUntil')} type="datetime-local" />}
          </Field>
          <Meaning>{read ? <p>{offersMeaning(read, meant)}</p> : null}</Meaning>
        </div>
      </Section>
      <Section title="Groups">
        <div className="grid grid-cols-1 gap-4 pt-2">
          <Segments
            legend="When a group’s time runs out"
            field={register('groupEnd')}
            options={[
              { value: 'each', words: 'Who has paid is in' },
              { value: 'whole', words: 'All or nobody' },
            ]}
          />
          <Meaning>{read ? <p>{groupEndMeaning(read)}</p> : null}</Meaning>
        </div>
      </Section>
      <Refunds meant={meant} read={read} />
    </div>
  )
}

function Refunds({ meant, read }: TermsPartProps) {
  const { register, formState, control } = useFormContext<EntriesInput>()
  const { fields, append, remove } = useFieldArray({ control, name: 'refunds', keyName: 'key' })
  const errors = formState.errors.refunds
  return (
    <Section title="What leaving gives back">
      <div className="grid grid-cols-1 gap-4 pt-2">
        {fields.length > 0 ? (
          <ol className="grid grid-cols-1 gap-4">
            {fields.map(({ key }, i) => (
              <li
                key={key}
                className="grid grid-cols-[5.5rem_auto] items-start justify-start gap-3 border-b pb-4 sm:grid-cols-[minmax(0,20rem)_5.5rem_auto] sm:border-b-0 sm:pb-0"
              >
                <Field label="Leaving before" error={errors?.[i]?.until?.message} className="col-span-2 sm:col-span-1">
                  {(field) => <Input {...field} {...register(`refunds.${i}.until`)} type="datetime-local" />}
                </Field>
                <Field label="Per cent" error={errors?.[i]?.percent?.message}>
                  {(field) => (
                    <Input {...field} {...register(`refunds.${i}.percent`)} inputMode="numeric" autoComplete="off" />
                  )}
                </Field>
                <Button
                  look="quiet"
                  size="icon"
                  className="mt-6.5"
                  aria-label={`Remove step ${i + 1}`}
                  onClick={() => remove(i)}
                >
                  <X aria-hidden className="size-4" />
                </Button>
              </li>
            ))}
          </ol>
        ) : null}
        <Button
          size="sm"
          className="justify-self-start"
          icon={<Plus aria-hidden className="size-4" />}
          disabledReason={fields.length >= MOST_STEPS ? `At most ${MOST_STEPS} steps.` : null}
          onClick={() => append({ until: '', percent: fields.length === 0 ? '100' : '50' })}
        >
          Add a step
        </Button>
        <Meaning>
          {read ? refundsMeaning(read, meant).map((sentence) => <p key={sentence}>{sentence}</p>) : null}
        </Meaning>
      </div>
    </Section>
  )
}
