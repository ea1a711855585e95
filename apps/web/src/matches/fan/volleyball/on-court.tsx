import type { Side, VolleyballScore } from '@gavel/scoring'
import { Section } from '@gavel/ui'
import { PlainTable } from '../../../features/results/sale-tables.tsx'
import { Court, PlaceFace } from '../../volleyball/court.tsx'
import { leftSide } from '../../volleyball/places.ts'
import { shortName } from '../match-info.ts'
import type { SportViewProps } from '../sport-page.ts'

/** Who stands where, who serves, and what the sides have used in this set. */
export function OnCourt({ score, info, names }: SportViewProps<'volleyball'>) {
  const handedIn = score.sides.home.lineup !== null || score.sides.away.lineup !== null
  return (
    <Section title={handedIn ? 'On court' : 'In this set'}>
      <div className="grid gap-3 py-2">
        <Court
          score={score}
          info={info}
          left={leftSide(score)}
          place={(place) => (
            <div className="grid min-h-14 content-start rounded-card border bg-raised px-1.5 py-0.5">
              <PlaceFace place={place} name={shortName(names.player(place.player))} />
            </div>
          )}
        />
        <PlainTable
          label="Used in this set"
          rows={USED}
          keyOf={([name]) => name}
          columns={[
            { name: 'Used in this set', muted: true, cell: ([name]) => name },
            { name: info.sides.home.short, numeric: true, cell: ([, of]) => of(score, 'home') },
            { name: info.sides.away.short, numeric: true, cell: ([, of]) => of(score, 'away') },
          ]}
        />
      </div>
    </Section>
  )
}

const used = (count: number, of: number | null): string => (of === null ? String(count) : `${count} of ${of}`)

const USED: readonly (readonly [name: string, of: (score: VolleyballScore, side: Side) => string])[] = [
  ['Substitutions', ({ sides, rules }, side) => used(sides[side].substitutions, rules.substitutions)],
  ['Time-outs', ({ sides, rules }, side) => used(sides[side].timeOuts, rules.timeOuts)],
]
