'use client'

import { type RuleSet, ruleSet } from '@gavel/auction'
import { cn, Field, Input, Select } from '@gavel/ui'
import { useFormContext, useWatch } from 'react-hook-form'
import { MoreRulesFields } from './more-rules-fields.tsx'
import { type RulesInput, rulesInput } from './rules-schema.ts'

type RulesFieldsProps = {
  ruleSets: readonly Pick<RuleSet, 'id' | 'name'>[]
  /** Asks for the rule set, the purse and the squad alone. */
  short?: boolean
  className?: string
}

/** The rules of the auction as fields. Another rule set brings its own numbers. Belongs into a `FormProvider` of a form that holds them. */
export function RulesFields({ ruleSets, short = false, className }: RulesFieldsProps) {
  const { register, formState, setValue, control } = useFormContext<RulesInput>()
  const { errors } = formState
  const clockMode = useWatch({ control, name: 'clockMode' })
  const bring = (id: string) => {
    const chosen = ruleSet(id)
    if (!chosen) return
    for (const [name, value] of Object.entries(rulesInput(chosen)))
      setValue(name as keyof RulesInput, value, { shouldDirty: true, shouldValidate: formState.isSubmitted })
  }
  return (
    <div className={cn('grid grid-cols-2 gap-4', className)}>
      <Field
        label="Rules"
        hint="They bring a ladder, base prices and the numbers below."
        error={errors.ruleSetId?.message}
        className="col-span-2"
      >
        {(field) => (
          <Select
            {...field}
            {...register('ruleSetId', {
              onChange: (event: { target: { value: string } }) => bring(event.target.value),
            })}
          >
            {ruleSets.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field
        label="Purse of a team"
        hint="Such as 5 crore, 50 lakh or 75,000."
        error={errors.purse?.message}
        className="col-span-2"
      >
        {(field) => <Input {...field} {...register('purse')} autoComplete="off" />}
      </Field>
      <Field label="Smallest squad" error={errors.squadMin?.message}>
        {(field) => <Input {...field} {...register('squadMin')} inputMode="numeric" autoComplete="off" />}
      </Field>
      <Field label="Largest squad" error={errors.squadMax?.message}>
        {(field) => <Input {...field} {...register('squadMax')} inputMode="numeric" autoComplete="off" />}
      </Field>
      {short ? null : (
        <>
          <Field
            label="Overseas players"
            optional
            hint="At most, in a squad. Empty: no limit."
            error={errors.overseasMax?.message}
            className="col-span-2 sm:col-span-1"
          >
            {(field) => <Input {...field} {...register('overseasMax')} inputMode="numeric" autoComplete="off" />}
          </Field>
          <Field
            label="Jump bids in steps of"
            optional
            hint="Empty: a bid is always the next price."
            error={errors.jumpGrid?.message}
            className="col-span-2 sm:col-span-1"
          >
            {(field) => <Input {...field} {...register('jumpGrid')} autoComplete="off" />}
          </Field>
          <Field label="Who ends a lot" error={errors.clockMode?.message} className="col-span-2">
            {(field) => (
              <Select {...field} {...register('clockMode')}>
                <option value="auctioneer">The auctioneer, with the hammer</option>
                <option value="clock">A clock, which late bids move</option>
              </Select>
            )}
          </Field>
          {clockMode === 'clock' ? (
            <>
              <Field label="Time for a lot" hint="Seconds, or 5 min, 9 h." error={errors.lotSeconds?.message}>
                {(field) => <Input {...field} {...register('lotSeconds')} autoComplete="off" />}
              </Field>
              <Field label="Time left after a bid" hint="At least." error={errors.extendSeconds?.message}>
                {(field) => <Input {...field} {...register('extendSeconds')} autoComplete="off" />}
              </Field>
            </>
          ) : null}
          <MoreRulesFields />
        </>
      )}
    </div>
  )
}
