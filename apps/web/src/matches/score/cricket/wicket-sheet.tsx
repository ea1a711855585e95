'use client'

import { type Delivery, matchRefusalWords, otherSide, SPORTS } from '@gavel/scoring'
import { Button, Dialog } from '@gavel/ui'
import { useState } from 'react'
import { Chips } from '../chips.tsx'
import { PadKey } from '../pad-key.tsx'
import type { SportPadProps } from '../sport-pad.ts'
import { type Armed, armedWords } from './ball.ts'
import {
  asksCrossed,
  asksEnd,
  countsRuns,
  dismissalsOf,
  NO_WICKET,
  stepOf,
  type WicketDraft,
  withWicket,
} from './wicket-draft.ts'

type WicketSheetProps = {
  pad: SportPadProps<'cricket'>
  /** The ball with the extras that are down and no runs. */
  draft: Delivery
  armed: Armed
  write: (ball: Delivery) => Promise<void>
  close: () => void
}

/** A wicket in three taps: how, who and where, which fielder. */
export function WicketSheet({ pad, draft, armed, write, close }: WicketSheetProps) {
  const [said, setSaid] = useState<WicketDraft>(NO_WICKET)
  const step = stepOf(said)

  function say(more: Partial<WicketDraft>) {
    const next = { ...said, ...more }
    setSaid(next)
    if (stepOf(next) === 'whole') void write(withWicket(draft, next))
  }

  const extras = armedWords(armed)
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && close()}
      from="foot"
      title={said.kind ? `Wicket, ${said.kind}` : 'Wicket'}
      words={extras ? (extras.split(':')[0] ?? extras) : undefined}
      className="mx-auto max-w-lg"
      actions={
        said.kind ? (
          <Button onClick={() => setSaid(NO_WICKET)} size="lg">
            Begin again
          </Button>
        ) : null
      }
    >
      <div className="grid gap-4">
        {step === 'how' ? <How pad={pad} draft={draft} say={say} /> : null}
        {step !== 'how' ? <Before pad={pad} said={said} change={(more) => setSaid({ ...said, ...more })} /> : null}
        {step === 'who' ? <Who pad={pad} draft={draft} said={said} say={say} /> : null}
        {step === 'fielder' ? <FielderKeys pad={pad} draft={draft} said={said} say={say} /> : null}
        {pad.refused ? (
          <p role="alert" className="text-sm font-semibold text-bad">
            {pad.refused}
          </p>
        ) : null}
      </div>
    </Dialog>
  )
}

type StepProps = { pad: SportPadProps<'cricket'>; draft: Delivery; say: (more: Partial<WicketDraft>) => void }

/** What is not possible off this ball says so. */
function How({ pad, draft, say }: StepProps) {
  return (
    <div className="grid grid-cols-2 gap-1.5 *:min-w-0">
      {dismissalsOf(pad.score.rules).map((kind) => {
        const objection = SPORTS.cricket.check(pad.score, withWicket(draft, { ...NO_WICKET, kind }))
        const about = objection && KINDS.has(objection.code) ? objection : null
        const { code, detail } = about ?? {}
        return (
          <PadKey
            key={kind}
            onPress={() => say({ kind })}
            off={code === undefined ? null : matchRefusalWords({ code, ...(detail && { detail }) }, 'cricket')}
          >
            {kind === 'lbw' ? 'LBW' : `${kind.charAt(0).toUpperCase()}${kind.slice(1)}`}
          </PadKey>
        )
      })}
    </div>
  )
}

const KINDS: ReadonlySet<string> = new Set([
  'NOT_OFF_A_WIDE',
  'NOT_OFF_A_NO_BALL',
  'NOT_OFF_A_FREE_HIT',
  'NO_SUCH_DISMISSAL',
])

type BeforeProps = { pad: SportPadProps<'cricket'>; said: WicketDraft; change: (more: Partial<WicketDraft>) => void }

/** What was run before the wicket fell: left alone, nothing was. */
function Before({ pad, said, change }: BeforeProps) {
  const { kind, ran, crossed } = said
  return (
    <>
      {countsRuns(kind) ? (
        <Chips
          label="Runs completed before"
          columns={4}
          options={[0, 1, 2, 3].map((n) => ({ value: String(n), label: String(n) }))}
          value={String(ran)}
          onPick={(value) => change({ ran: Number(value ?? 0) })}
        />
      ) : null}
      {asksCrossed(kind, pad.score.rules) ? (
        <Chips
          label="Had the batters crossed?"
          options={[
            { value: 'no', label: 'Not crossed' },
            { value: 'yes', label: 'Crossed' },
          ]}
          value={crossed ? 'yes' : 'no'}
          onPick={(value) => change({ crossed: value === 'yes' })}
        />
      ) : null}
    </>
  )
}

function Who({ pad, draft, said, say }: StepProps & { said: WicketDraft }) {
  const batters = [draft.striker, ...(draft.nonStriker === null ? [] : [draft.nonStriker])]
  const ends = asksEnd(said.kind) ? (['striker', 'bowler'] as const) : [null]
  return (
    <section aria-label="Who is out" className="grid gap-1.5">
      <h3 className="text-sm">{ends.length > 1 ? 'Who is out, and at which end?' : 'Who is out?'}</h3>
      <div className="grid grid-cols-2 gap-1.5 *:min-w-0">
        {batters.flatMap((out) =>
          ends.map((end) => (
            <PadKey
              key={`${out} ${end}`}
              onPress={() => say({ out, end })}
              under={end === null ? null : end === 'striker' ? 'keeper’s end' : 'bowler’s end'}
            >
              {pad.names.player(out)}
            </PadKey>
          )),
        )}
      </div>
    </section>
  )
}

function FielderKeys({ pad, draft, said, say }: StepProps & { said: WicketDraft }) {
  const { score, state, names } = pad
  const innings = score.innings.at(-1)
  const side = innings ? otherSide(innings.batting) : 'away'
  const keeper = state.setup.sides[side].keeper
  const first = said.kind === 'caught' ? draft.bowler : keeper
  const players = score.players[side].filter((player) => !score.gone.includes(player))
  const order = [...players].sort(
    (a, b) => Number(b === first) - Number(a === first) || Number(b === keeper) - Number(a === keeper),
  )
  const part = (player: string) => (player === draft.bowler ? 'bowler' : player === keeper ? 'keeper' : null)
  return (
    <section aria-label="Fielder" className="grid gap-1.5">
      <h3 className="text-sm">{said.kind === 'run out' ? 'Whose throw?' : 'Which fielder?'}</h3>
      <div className="grid grid-cols-2 gap-1.5 *:min-w-0">
        {order.map((player) => (
          <PadKey key={player} under={part(player)} onPress={() => say({ fielders: [{ player }] })}>
            {names.player(player)}
          </PadKey>
        ))}
        <PadKey onPress={() => say({ fielders: [{ player: null, substitute: true }] })}>A substitute</PadKey>
        <PadKey onPress={() => say({ fielders: [] })}>Not seen</PadKey>
      </div>
    </section>
  )
}
