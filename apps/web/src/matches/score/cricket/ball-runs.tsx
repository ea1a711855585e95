import type { Delivery } from '@gavel/scoring'
import { Chips, Stepper, Toggle } from '../chips.tsx'
import { Part, without } from './ball-part.tsx'

const RUN_KINDS = [
  { kind: 'bat', label: 'Off the bat' },
  { kind: 'wides', label: 'Wides' },
  { kind: 'noBalls', label: 'No-balls' },
  { kind: 'byes', label: 'Byes' },
  { kind: 'legByes', label: 'Leg byes' },
] as const

type RunsProps = { ball: Delivery; change: (more: Partial<Delivery>) => void; set: (ball: Delivery) => void }

/** The runs of a ball by kind, and what the batters ran. */
export function Runs({ ball, change, set }: RunsProps) {
  const { runs, boundary, ran, crossed, short, noBallFor } = ball
  return (
    <Part title="Runs">
      {RUN_KINDS.map(({ kind, label }) => (
        <Stepper
          key={kind}
          label={label}
          value={runs[kind] ?? 0}
          to={20}
          onChange={(n) => {
            const { [kind]: _, ...rest } = runs
            change({
              runs:
                kind === 'bat' ? { ...runs, bat: n } : n === 0 ? { ...rest, bat: runs.bat } : { ...runs, [kind]: n },
            })
          }}
        />
      ))}
      <Chips
        label="Boundary"
        columns={3}
        none="None"
        options={[
          { value: '4', label: 'Four' },
          { value: '6', label: 'Six' },
        ]}
        value={boundary === undefined ? null : String(boundary)}
        onPick={(value) =>
          set(value === null ? without(ball, 'boundary') : { ...ball, boundary: value === '4' ? 4 : 6 })
        }
      />
      {runs.noBalls ? (
        <Chips
          label="No-ball for"
          columns={3}
          none="Not said"
          options={(['foot', 'height', 'fielder', 'other'] as const).map((kind) => ({ value: kind, label: kind }))}
          value={noBallFor ?? null}
          onPick={(value) => {
            const kind = (['foot', 'height', 'fielder', 'other'] as const).find((one) => one === value)
            set(kind ? { ...ball, noBallFor: kind } : without(ball, 'noBallFor'))
          }}
        />
      ) : null}
      <Chips
        label="Runs that the batters completed"
        columns={4}
        none="As scored"
        options={[0, 1, 2, 3, 4, 5].map((n) => ({ value: String(n), label: String(n) }))}
        value={ran === undefined ? null : String(ran)}
        onPick={(value) => set(value === null ? without(ball, 'ran') : { ...ball, ran: Number(value) })}
      />
      <Toggle
        label="They had crossed on one more"
        on={crossed === true}
        set={(on) => set(on ? { ...ball, crossed: true } : without(ball, 'crossed'))}
      />
      <Stepper
        label="Runs that were short"
        value={short ?? 0}
        to={3}
        onChange={(n) => set(n === 0 ? without(ball, 'short') : { ...ball, short: n })}
      />
    </Part>
  )
}
