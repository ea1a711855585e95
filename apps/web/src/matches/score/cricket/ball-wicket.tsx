import type { Delivery } from '@gavel/scoring'
import { Field, Input, Select } from '@gavel/ui'
import { Chips, Toggle } from '../chips.tsx'
import { type BallPartProps, Part, Person, sidesOf, without } from './ball-part.tsx'
import { dismissalsOf } from './wicket-draft.ts'

/** The wicket of a ball. */
export function WicketPart({ pad, ball, set }: BallPartProps & { set: (ball: Delivery) => void }) {
  const [wicket] = ball.wickets ?? []
  const kinds = dismissalsOf(pad.score.rules)
  const { fields } = sidesOf(pad)
  const [fielder] = wicket?.fielders ?? []
  const change = (more: Partial<NonNullable<typeof wicket>>) =>
    wicket && set({ ...ball, wickets: [{ ...wicket, ...more }] })
  return (
    <Part title="Wicket">
      <Field label="How">
        {(control) => (
          <Select
            {...control}
            value={wicket?.kind ?? ''}
            onChange={(event) => {
              const kind = kinds.find((one) => one === event.target.value)
              set(kind ? { ...ball, wickets: [{ out: ball.striker, ...wicket, kind }] } : without(ball, 'wickets'))
            }}
          >
            <option value="">No wicket</option>
            {kinds.map((kind) => (
              <option key={kind}>{kind}</option>
            ))}
          </Select>
        )}
      </Field>
      {wicket ? (
        <>
          <Person
            label="Out"
            value={wicket.out}
            of={[ball.striker, ...(ball.nonStriker === null ? [] : [ball.nonStriker])]}
            names={pad.names}
            onPick={(out) => out && change({ out })}
          />
          {wicket.kind === 'run out' ? (
            <Chips
              label="The wicket was put down at"
              options={[
                { value: 'striker', label: 'The keeper’s end' },
                { value: 'bowler', label: 'The bowler’s end' },
              ]}
              value={wicket.end ?? null}
              onPick={(end) => (end === 'striker' || end === 'bowler') && change({ end })}
            />
          ) : null}
          <Person
            label="Fielder"
            value={fielder?.player ?? null}
            of={fields}
            names={pad.names}
            none={fielder?.substitute ? 'A substitute' : 'None'}
            onPick={(player) => change({ fielders: player === null ? [] : [{ ...fielder, player }] })}
          />
          <Toggle
            label="The fielder is a substitute"
            on={fielder?.substitute === true}
            set={(on) =>
              change({
                fielders: on
                  ? [{ player: fielder?.player ?? null, substitute: true }]
                  : fielder?.player
                    ? [{ player: fielder.player }]
                    : [],
              })
            }
          />
        </>
      ) : null}
    </Part>
  )
}

/** Penalty runs, review and a note. */
export function Rest({ pad, ball, set }: BallPartProps & { set: (ball: Delivery) => void }) {
  const { penalty, review, note } = ball
  const { names } = pad
  return (
    <Part title="Umpires">
      <Chips
        label="Penalty runs"
        columns={3}
        none="None"
        options={[
          { value: 'batting', label: '5 to the batting side' },
          { value: 'fielding', label: '5 to the fielding side' },
        ]}
        value={penalty?.to ?? null}
        onPick={(to) =>
          set(to === 'batting' || to === 'fielding' ? { ...ball, penalty: { to, runs: 5 } } : without(ball, 'penalty'))
        }
      />
      <Chips
        label="Review asked by"
        columns={3}
        none="No review"
        options={[
          { value: 'home', label: names.team('home') },
          { value: 'away', label: names.team('away') },
        ]}
        value={review?.by ?? null}
        onPick={(by) =>
          set(
            by === 'home' || by === 'away'
              ? { ...ball, review: { decision: 'struck down', ...review, by } }
              : without(ball, 'review'),
          )
        }
      />
      {review ? (
        <Chips
          label="The review is"
          options={[
            { value: 'struck down', label: 'Struck down' },
            { value: 'upheld', label: 'Upheld' },
          ]}
          value={review.decision}
          onPick={(decision) =>
            (decision === 'upheld' || decision === 'struck down') && set({ ...ball, review: { ...review, decision } })
          }
        />
      ) : null}
      <Field label="Note">
        {(control) => (
          <Input
            {...control}
            maxLength={200}
            value={note ?? ''}
            onChange={(event) =>
              set(event.target.value === '' ? without(ball, 'note') : { ...ball, note: event.target.value })
            }
          />
        )}
      </Field>
    </Part>
  )
}
