import { currentInnings, type Delivery, otherSide } from '@gavel/scoring'
import { Field, Select } from '@gavel/ui'
import type { ReactNode } from 'react'
import type { SportPadProps } from '../sport-pad.ts'

export type BallPartProps = { pad: Pick<SportPadProps<'cricket'>, 'score' | 'names'>; ball: Delivery }

/** A part of the sheet under its heading. */
export const Part = ({ title, children }: { title: string; children: ReactNode }) => (
  <section aria-label={title} className="ruled grid gap-3 pt-2">
    <h3 className="text-base">{title}</h3>
    {children}
  </section>
)

/** Who bats and who fields. */
export const sidesOf = ({ score }: BallPartProps['pad']) => {
  const batting = currentInnings(score)?.batting ?? 'home'
  return { bats: score.players[batting], fields: score.players[otherSide(batting)] }
}

/** Picks somebody by name. */
export function Person({
  label,
  value,
  of,
  names,
  none,
  onPick,
}: {
  label: string
  value: string | null
  of: readonly string[]
  names: BallPartProps['pad']['names']
  none?: string
  onPick: (player: string | null) => void
}) {
  return (
    <Field label={label}>
      {(control) => (
        <Select {...control} value={value ?? ''} onChange={(event) => onPick(event.target.value || null)}>
          {none === undefined ? null : <option value="">{none}</option>}
          {of.map((player) => (
            <option key={player} value={player}>
              {names.player(player)}
            </option>
          ))}
        </Select>
      )}
    </Field>
  )
}

/** The ball without one of its fields. */
export function without<K extends keyof Delivery>(ball: Delivery, field: K): Omit<Delivery, K> {
  const { [field]: _, ...rest } = ball
  return rest
}
