'use client'

import type { RuleSet } from '@gavel/auction'
import { Card, Field, Input, Section, Select } from '@gavel/ui'
import { Lock } from 'lucide-react'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { useFormContext, useWatch } from 'react-hook-form'
import { paths } from '../../../paths.ts'
import { RulesPanel } from '../../events/rules-panel.tsx'
import { CheckField } from '../desk/check-field.tsx'
import type { DetailsInput } from '../event-fields.ts'
import { RulesFields } from '../rules/rules-fields.tsx'
import { RulesPreview } from '../rules/rules-preview.tsx'
import { rulesShown } from '../rules/rules-schema.ts'
import { MarkdownField } from './markdown-field.tsx'

const useDetails = () => {
  const { register, formState, control } = useFormContext<DetailsInput>()
  return { register, errors: formState.errors, control }
}

/** What, when and where. */
export function NightPart({ timeZones }: { timeZones: readonly string[] }) {
  const { register, errors } = useDetails()
  return (
    <Section title="The night">
      <div className="grid gap-4 pt-2 sm:grid-cols-2">
        <Field label="Name" error={errors.name?.message} className="sm:col-span-2">
          {(field) => <Input {...field} {...register('name')} autoComplete="off" />}
        </Field>
        <Field label="Starts" error={errors.startsAt?.message}>
          {(field) => <Input {...field} {...register('startsAt')} type="datetime-local" />}
        </Field>
        <Field label="Ends" optional error={errors.endsAt?.message}>
          {(field) => <Input {...field} {...register('endsAt')} type="datetime-local" />}
        </Field>
        <Field label="Time zone" error={errors.timeZone?.message}>
          {(field) => (
            <Select {...field} {...register('timeZone')}>
              {timeZones.map((name) => (
                <option key={name}>{name}</option>
              ))}
            </Select>
          )}
        </Field>
        <Field label="Venue" optional error={errors.venue?.message}>
          {(field) => <Input {...field} {...register('venue')} />}
        </Field>
      </div>
    </Section>
  )
}

/** What the event page says, and what a sold player reads. */
export function WordsPart() {
  const { register, errors, control } = useDetails()
  const [description, nextSteps] = useWatch({ control, name: ['description', 'nextSteps'] })
  return (
    <Section title="Words" aside="Markdown: **bold**, lists, links, tables">
      <div className="grid gap-6 pt-2 xl:grid-cols-2">
        <MarkdownField
          label="Description"
          hint="It stands at the head of the event page."
          error={errors.description?.message}
          value={description}
          field={register('description')}
        />
        <MarkdownField
          label="Next steps for sold players"
          hint="Each player who is sold reads it with the team and the price: when to come, whom to call."
          error={errors.nextSteps?.message}
          value={nextSteps}
          field={register('nextSteps')}
        />
      </div>
    </Section>
  )
}

/** How many may take part, and whom the organiser looks at first. */
export function RegistrationPart({ slug, taken }: { slug: string; taken: { players: number; teams: number } }) {
  const { register, errors } = useDetails()
  return (
    <Section title="Registration">
      <div className="grid gap-4 pt-2 sm:grid-cols-2">
        <Field label="Places for players" hint={`${taken.players} taken.`} error={errors.players?.message}>
          {(field) => <Input {...field} {...register('players')} inputMode="numeric" autoComplete="off" />}
        </Field>
        <Field label="Places for teams" hint={`${taken.teams} taken. At most 32.`} error={errors.places?.message}>
          {(field) => <Input {...field} {...register('places')} inputMode="numeric" autoComplete="off" />}
        </Field>
        <CheckField
          label="Approve each player"
          words="Who registers waits, with a place held, until you let them in."
          {...register('approvePlayers')}
        />
        <CheckField
          label="Approve each team owner"
          words="A team is made, and its paddle given, once you approve."
          {...register('approveOwners')}
        />
        <p className="text-sm text-muted sm:col-span-2">
          When people enter, what they are asked and what it costs stands among the{' '}
          <Link href={paths.adminEntries(slug)} className="font-semibold text-ink underline">
            entries
          </Link>
          .
        </p>
      </div>
    </Section>
  )
}

/** What strangers see. */
export function PublicPart() {
  const { register, errors } = useDetails()
  return (
    <Section title="What is public">
      <div className="grid gap-4 pt-2 sm:grid-cols-2">
        <CheckField
          label="Listed"
          words="On the home page and among the events. Otherwise only who has the link or the join code finds it."
          {...register('listed')}
        />
        <CheckField
          label="Players before the start"
          words="Everybody sees the pool on the event page. Otherwise it shows once the auction starts."
          {...register('pool')}
        />
        <CheckField
          label="The auction room"
          words="Everybody may watch. Otherwise only staff and team owners, and players who are in the event."
          {...register('room')}
        />
        <Field
          label="Integrity delay, in seconds"
          hint="Nobody outside can pass on what happens in the hall: the public sees the room, the overlay, results and the log so much later. Whoever bids, conducts or organises sees the present. 0 for none, at most 60."
          error={errors.delaySeconds?.message}
        >
          {(field) => <Input {...field} {...register('delaySeconds')} inputMode="numeric" autoComplete="off" />}
        </Field>
      </div>
    </Section>
  )
}

type AuctionPartProps = {
  ruleSets: readonly RuleSet[]
  fixed: { rules: RuleSet; why: string } | null
  /** What says that the rules are right, while nobody has. */
  seen: ReactNode
}

/** The rules, with what they mean on the night beside them; fixed once bids were made under them. */
export function AuctionPart({ ruleSets, fixed, seen }: AuctionPartProps) {
  const { control } = useDetails()
  const now = useWatch({ control })
  if (fixed) {
    return (
      <Section id="rules" title="The auction’s rules" aside={fixed.rules.name}>
        <p className="flex items-start gap-2 py-2 text-sm text-muted">
          <Lock aria-hidden className="mt-0.5 size-4 shrink-0" />
          {fixed.why}
        </p>
        <RulesPanel rules={fixed.rules} />
      </Section>
    )
  }
  const rules = rulesShown(now)
  return (
    <Section id="rules" title="The auction’s rules">
      <div className="grid grid-cols-1 items-start gap-x-8 gap-y-6 pt-2 xl:grid-cols-2">
        <div className="grid gap-5">
          <RulesFields ruleSets={ruleSets} />
          {seen}
        </div>
        {rules ? (
          <Card className="px-5 py-4">
            <RulesPreview rules={rules} />
          </Card>
        ) : null}
      </div>
    </Section>
  )
}
