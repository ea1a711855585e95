'use client'

import { Field, FieldError, Input, Select, Textarea } from '@gavel/ui'
import { ChevronRight } from 'lucide-react'
import { Fragment } from 'react'
import { useFormContext, useWatch } from 'react-hook-form'
import { KINDS, MORE_WORDS, type MoreInput } from './more-rules.ts'

const YES_NO = [
  ['no', 'No'],
  ['yes', 'Yes'],
] as const

const NAMING = [
  ['auctioneer', 'The auctioneer'],
  ['straight', 'Teams in turn'],
  ['snake', 'Teams in turn, every second round backwards'],
  ['winner', 'Whoever bought last'],
  ['free', 'Any team while there is room'],
] as const

/** The ladder, kinds of players, matching, ties and who puts players up: open where something in it is wrong. */
export function MoreRulesFields() {
  const { register, formState, control } = useFormContext<MoreInput>()
  const { errors } = formState
  const [match, naming] = useWatch({ control, name: ['match', 'naming'] })
  const wrong = Object.keys(errors).some((name) => name in MORE_WORDS)
  const text = (name: keyof MoreInput, hint?: string) => (
    <Field label={MORE_WORDS[name]} optional hint={hint} error={errors[name]?.message}>
      {(field) => <Input {...field} {...register(name)} autoComplete="off" />}
    </Field>
  )
  const lines = (name: 'ladder' | 'basePrices', hint: string) => (
    <Field label={MORE_WORDS[name]} hint={hint} error={errors[name]?.message}>
      {(field) => <Textarea {...field} {...register(name)} rows={6} spellCheck={false} className="tabular-nums" />}
    </Field>
  )
  const count = (name: keyof MoreInput) => (
    <Input
      {...register(name)}
      aria-label={MORE_WORDS[name]}
      aria-invalid={errors[name] ? true : undefined}
      aria-describedby={errors[name] ? `${name}-wrong` : undefined}
      inputMode="numeric"
      autoComplete="off"
      className="tabular-nums"
    />
  )
  const choice = (
    name: 'match' | 'tieBreak' | 'naming' | 'proxies',
    options: readonly (readonly [string, string])[],
    hint: string,
  ) => (
    <Field label={MORE_WORDS[name]} hint={hint} error={errors[name]?.message}>
      {(field) => (
        <Select {...field} {...register(name)}>
          {options.map(([value, words]) => (
            <option key={value} value={value}>
              {words}
            </option>
          ))}
        </Select>
      )}
    </Field>
  )
  return (
    <details className="group @container col-span-2 border-t pt-2" open={wrong || undefined}>
      <summary className="flex min-h-11 cursor-pointer list-none items-center gap-2 rounded-card text-sm font-semibold [&::-webkit-details-marker]:hidden">
        <ChevronRight aria-hidden className="size-4 text-muted transition-transform group-open:rotate-90" />
        Ladder, kinds of players, right to match, ties, turns
      </summary>
      <div className="grid grid-cols-2 gap-4 pt-2">
        {lines('ladder', 'A line for each band: from which price on, then how much a bid adds.')}
        {lines('basePrices', 'One a line, from the lowest. The lowest is what each open place must keep.')}
      </div>
      <div className="grid gap-4 pt-4 @lg:grid-cols-2">
        {text('minSpend', 'Reported, never enforced.')}
        {text('recallFloor', 'Empty: unsold players come back at their own base.')}
        {choice(
          'match',
          [
            ['none', 'None'],
            ['match', 'The last season’s team matches the price'],
            ['raise', 'It matches after one raise by the leader'],
          ],
          'Who held a player last season may take him at the price that wins.',
        )}
        {match === 'none'
          ? null
          : text('cards', 'By the number of players a team has retained: with none, one, two, and so on.')}
        {choice(
          'tieBreak',
          [
            ['no', 'No'],
            ['yes', 'Yes, before any right to match'],
            ['after', 'Yes, once nobody has matched the price'],
          ],
          'When purses run out at one price, sealed amounts to the league decide.',
        )}
        {choice('naming', NAMING, 'Where teams do, each opens with its own first bid.')}
        {naming === 'auctioneer' || naming === 'free'
          ? null
          : text('turnSeconds', 'Seconds, or 5 min, 9 h. Then somebody is named for the team. Empty: no limit.')}
        {text('openLots', 'More than one: a slow auction, in which money is kept for every player a team leads on.')}
        {choice('proxies', YES_NO, 'A team leaves a maximum that nobody sees, and is bid for.')}
        <fieldset className="@lg:col-span-2">
          <legend className="text-sm font-semibold">Kinds of players in a squad</legend>
          <p className="pb-2 text-sm text-muted">Left empty: no such rule.</p>
          <div className="grid grid-cols-[minmax(0,1fr)_5rem_5rem] items-center gap-x-3 gap-y-2 text-sm">
            <span aria-hidden className="col-start-2 text-muted">
              At least
            </span>
            <span aria-hidden className="text-muted">
              At most
            </span>
            {KINDS.map(({ id, label }) => {
              const most = id === 'overseas' ? null : (`${id}Max` as const)
              const least = `${id}Min` as const
              return (
                <Fragment key={id}>
                  <span aria-hidden className="col-start-1 first-letter:uppercase">
                    {label}
                  </span>
                  {count(least)}
                  {most ? count(most) : <span className="text-muted">above</span>}
                  {[least, most].map((name) =>
                    name ? (
                      <FieldError
                        key={name}
                        id={`${name}-wrong`}
                        error={errors[name]?.message}
                        className="col-span-3"
                      />
                    ) : null,
                  )}
                </Fragment>
              )
            })}
          </div>
        </fieldset>
      </div>
    </details>
  )
}
