'use client'

import { Button, Field, Input, TeamChip } from '@gavel/ui'
import { Plus, Trash2 } from 'lucide-react'
import { type Control, useFieldArray, useFormContext, useWatch } from 'react-hook-form'
import { KIT_COLOURS, shortOf } from '../events/team-fields.ts'
import { type EventFormInput, type EventFormOutput, MAX_TEAMS_OF_EVENT } from './event-form-schema.ts'

const kitAt = (at: number) => KIT_COLOURS[at % KIT_COLOURS.length]?.hex ?? '#004ba0'

/** The teams of a new event, one row each, with how each one will look. */
export function TeamRows() {
  const { control, formState } = useFormContext<EventFormInput, unknown, EventFormOutput>()
  const { fields, append, remove } = useFieldArray({ control, name: 'teams' })
  const listError = formState.errors.teams?.message ?? formState.errors.teams?.root?.message
  return (
    <fieldset className="grid gap-3">
      <legend className="mb-3 text-base font-semibold">Teams</legend>
      <p className="text-sm text-muted">
        Teams can also register themselves, or be added later. An owner who is named here needs an account, and gets the
        paddle at once.
      </p>
      {fields.map((field, at) => (
        <TeamRow key={field.id} at={at} control={control} onRemove={() => remove(at)} />
      ))}
      {listError ? (
        <p role="alert" className="text-sm text-bad">
          {listError}
        </p>
      ) : null}
      <div>
        <Button
          icon={<Plus aria-hidden className="size-4" />}
          disabledReason={fields.length >= MAX_TEAMS_OF_EVENT ? `At most ${MAX_TEAMS_OF_EVENT} teams` : null}
          onClick={() =>
            append(
              { name: '', short: '', colour: kitAt(fields.length), owner: '' },
              { focusName: `teams.${fields.length}.name` },
            )
          }
        >
          Add a team
        </Button>
      </div>
    </fieldset>
  )
}

type TeamRowProps = { at: number; control: Control<EventFormInput, unknown, EventFormOutput>; onRemove: () => void }

function TeamRow({ at, control, onRemove }: TeamRowProps) {
  const { register, formState, setValue, getFieldState } = useFormContext<EventFormInput, unknown, EventFormOutput>()
  const errors = formState.errors.teams?.[at]
  const shown = useWatch({ control, name: `teams.${at}` })
  const name = shown?.name.trim() || `Team ${at + 1}`
  return (
    <fieldset
      aria-label={name}
      className="grid grid-cols-[1fr_5.5rem_3.5rem] items-start gap-x-3 gap-y-3 border-b pb-4 last:border-b-0 md:grid-cols-[1fr_5.5rem_3.5rem_1fr_auto]"
    >
      <Field label="Name" error={errors?.name?.message}>
        {(field) => (
          <Input
            {...field}
            {...register(`teams.${at}.name`, {
              onChange: (event: { target: { value: string } }) => {
                if (!getFieldState(`teams.${at}.short`).isTouched) {
                  setValue(`teams.${at}.short`, shortOf(event.target.value), { shouldValidate: formState.isSubmitted })
                }
              },
            })}
          />
        )}
      </Field>
      <Field label="Short" error={errors?.short?.message}>
        {(field) => <Input {...field} {...register(`teams.${at}.short`)} maxLength={4} className="uppercase" />}
      </Field>
      <Field label="Colour" error={errors?.colour?.message}>
        {(field) => (
          <input
            {...field}
            {...register(`teams.${at}.colour`)}
            type="color"
            className="h-11 w-full cursor-pointer rounded-card border border-edge bg-raised p-1"
          />
        )}
      </Field>
      <Field label="Owner’s e-mail" optional error={errors?.owner?.message} className="col-span-2 md:col-span-1">
        {(field) => <Input {...field} {...register(`teams.${at}.owner`)} type="email" inputMode="email" />}
      </Field>
      <div className="flex items-center gap-2 justify-self-end pt-6.5">
        <TeamChip
          shortName={shown?.short.trim().toUpperCase() || '–'}
          name={name}
          colour={shown?.colour}
          className="max-md:hidden"
        />
        <Button look="quiet" size="icon" aria-label={`Remove ${name}`} onClick={onRemove}>
          <Trash2 aria-hidden className="size-4" />
        </Button>
      </div>
    </fieldset>
  )
}
