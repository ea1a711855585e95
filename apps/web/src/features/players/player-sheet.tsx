'use client'

import { type RuleSet, reservePerPlace } from '@gavel/auction'
import { Button, Dialog, ErrorState, Field, formatMoney, Input, Select } from '@gavel/ui'
import { zodResolver } from '@hookform/resolvers/zod'
import { Trash2 } from 'lucide-react'
import { useId, useState } from 'react'
import { useForm } from 'react-hook-form'
import { saidBy } from '../api-error.ts'
import { RemovePlayers } from './chosen-players.tsx'
import { CountsAsField } from './counts-as-field.tsx'
import { FormerTeamField } from './former-team-field.tsx'
import { NationalityField } from './nationality-field.tsx'
import { PhotoField } from './photo-field.tsx'
import { formOf, type PlayerFormInput, type PlayerFormOutput, playerFormSchema, ROLES } from './player-form-schema.ts'
import { isRepricable, type PlayerRow, whyItStays } from './player-row.ts'
import { useSavePlayer } from './use-save-player.ts'

type PlayerSheetProps = {
  open: boolean
  /** Whom to correct; null: somebody new. */
  player: PlayerRow | null
  auctionId: string
  rules: RuleSet
  pool: readonly PlayerRow[]
  closed: string | null
  onClose: () => void
}

/** One player, beside the table: added by hand, or corrected. */
export function PlayerSheet(props: PlayerSheetProps) {
  const { open, player, onClose } = props
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => {
        if (!next) onClose()
      }}
      from="side"
      title={player?.name ?? 'New player'}
      words={player ? whereFrom(player) : 'Comes into the pool at the end of the set.'}
    >
      {open ? <PlayerForm {...props} /> : null}
    </Dialog>
  )
}

function PlayerForm({ player, auctionId, rules, pool, closed, onClose }: PlayerSheetProps) {
  const save = useSavePlayer(auctionId, player)
  const [photo, setPhoto] = useState<File | 'none' | null>(null)
  const [removing, setRemoving] = useState(false)
  const ids = useId()
  const form = useForm<PlayerFormInput, unknown, PlayerFormOutput>({
    resolver: zodResolver(playerFormSchema),
    defaultValues: { ...formOf(player), ...(!player && { base: String(reservePerPlace(rules)) }) },
  })
  const { register, handleSubmit, formState, setError, reset, getValues, setFocus, control } = form
  const { errors } = formState
  const currency = rules.currency
  const ended = closed !== null
  const sold = player !== null && (!isRepricable(player) || ended)
  const prices = [...new Set([...rules.basePrices, ...(player ? [player.base] : [])])].sort((a, b) => a - b)
  const roles = [...new Set([...ROLES, ...(player?.role ? [player.role] : [])])]
  const stays = player && whyItStays(player)

  const submit = (then: 'close' | 'next') =>
    handleSubmit(async (given) => {
      const ended = await save.run(given, photo)
      if (ended.is === 'refused') {
        for (const [field, words] of ended.fields) setError(field, { message: words }, { shouldFocus: true })
        return
      }
      if (then === 'close') return onClose()
      // Whoever types in a list by hand goes on with the same country, role, set and price.
      reset({ ...getValues(), name: '', age: '', caps: '' })
      setPhoto(null)
      setFocus('name')
    })

  return (
    <form
      noValidate
      aria-label={player ? `Correct ${player.name}` : 'New player'}
      onSubmit={submit('close')}
      className="flex min-h-[calc(100%+1rem)] flex-col gap-4"
    >
      <PhotoField
        name={player?.name ?? ''}
        current={player?.photoUrl ?? null}
        chosen={photo}
        onChoose={setPhoto}
        error={save.photoError}
      />
      <Field label="Name" error={errors.name?.message}>
        {(field) => <Input {...field} {...register('name')} autoComplete="off" />}
      </Field>
      <div className="grid grid-cols-2 gap-4">
        <Field label="Country" error={errors.country?.message}>
          {(field) => <Input {...field} {...register('country')} list={`${ids}-countries`} autoComplete="off" />}
        </Field>
        <Field label="Role" error={errors.role?.message}>
          {(field) => (
            <Select {...field} {...register('role')}>
              <option value="">Choose a role</option>
              {roles.map((role) => (
                <option key={role}>{role}</option>
              ))}
            </Select>
          )}
        </Field>
      </div>
      <NationalityField
        control={control}
        error={errors.overseas?.message}
        max={rules.overseasMax}
        fixed={sold ? 'What the player was sold as stays.' : null}
      />
      <CountsAsField control={control} rules={rules} fixed={sold ? 'What the player was sold as stays.' : null} />
      {rules.match ? (
        <FormerTeamField
          auctionId={auctionId}
          field={register('formerTeam')}
          error={errors.formerTeam?.message}
          fixed={closed}
        />
      ) : null}
      <div className="grid grid-cols-2 gap-4">
        <Field label="Set" hint={player ? null : 'Left empty: the set of the role.'} error={errors.set?.message}>
          {(field) => (
            <Input
              {...field}
              {...register('set')}
              list={`${ids}-sets`}
              autoComplete="off"
              disabled={player !== null && player.status.is !== 'waiting'}
            />
          )}
        </Field>
        <Field label="Base price" hint={sold ? 'Fixed by the sale.' : null} error={errors.base?.message}>
          {(field) => (
            <Select {...field} {...register('base')} disabled={sold}>
              {prices.map((price) => (
                <option key={price} value={price}>
                  {formatMoney(price, currency)}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field label="Age" optional error={errors.age?.message}>
          {(field) => <Input {...field} {...register('age')} inputMode="numeric" autoComplete="off" />}
        </Field>
        <Field label="Caps" optional error={errors.caps?.message}>
          {(field) => <Input {...field} {...register('caps')} inputMode="numeric" autoComplete="off" />}
        </Field>
      </div>
      <Choices id={`${ids}-countries`} of={pool.map(({ country }) => country)} />
      <Choices id={`${ids}-sets`} of={pool.map(({ set }) => set)} />
      {player ? <Notes stats={player.stats} /> : null}
      {save.error ? (
        <ErrorState
          title={player ? 'The changes are not saved' : 'The player is not in the pool'}
          words={`${saidBy(save.error)} What you typed is kept.`}
        />
      ) : null}
      <div className="sticky -bottom-4 -mx-5 -mb-4 flex flex-wrap mt-auto justify-end gap-2 border-t bg-raised px-5 py-3">
        {player ? (
          <Button
            look="danger"
            className="mr-auto"
            icon={<Trash2 aria-hidden className="size-4" />}
            disabledReason={closed ?? (stays && `${player.name} ${stays}`)}
            onClick={() => setRemoving(true)}
          >
            Remove
          </Button>
        ) : (
          <Button disabledReason={save.isPending ? 'Saving' : null} onClick={submit('next')}>
            Add, then another
          </Button>
        )}
        <Button type="submit" look="primary" busy={save.isPending}>
          {save.isPending ? 'Saving' : player ? 'Save' : 'Add the player'}
        </Button>
      </div>
      {player ? (
        <RemovePlayers
          auctionId={auctionId}
          chosen={[player]}
          open={removing}
          onClose={() => setRemoving(false)}
          onRemoved={onClose}
        />
      ) : null}
    </form>
  )
}

/** What may be typed, as the pool has it already. */
function Choices({ id, of }: { id: string; of: readonly string[] }) {
  return (
    <datalist id={id}>
      {[...new Set(of)].filter(Boolean).map((value) => (
        <option key={value} value={value} />
      ))}
    </datalist>
  )
}

/** What else the list said. */
function Notes({ stats }: { stats: PlayerRow['stats'] }) {
  const notes = Object.entries(stats)
  if (notes.length === 0) return null
  return (
    <details className="border-t pt-2 text-sm">
      <summary className="min-h-9 cursor-pointer py-1.5 font-semibold">
        {notes.length === 1 ? 'One note' : `${notes.length} notes`} from the list
      </summary>
      <dl className="grid grid-cols-[minmax(0,2fr)_minmax(0,3fr)] gap-x-4">
        {notes.map(([label, value]) => (
          <div key={label} className="col-span-2 grid grid-cols-subgrid border-b py-1 last:border-b-0">
            <dt className="break-words text-muted">{label}</dt>
            <dd className="break-words">{value}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}

function whereFrom({ from }: PlayerRow): string {
  switch (from.is) {
    case 'import':
      return from.fileName ? `Came in with ${from.fileName}.` : 'Came in with a list.'
    case 'hand':
      return 'Added by hand.'
    case 'registration':
      return 'Registered.'
    default:
      return from satisfies never
  }
}
