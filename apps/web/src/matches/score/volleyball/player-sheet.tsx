'use client'

import type { PlayOf, VolleyballScore } from '@gavel/scoring'
import { Dialog } from '@gavel/ui'
import { useState } from 'react'
import type { Place } from '../../volleyball/places.ts'
import { Toggle } from '../chips.tsx'
import { PadKey } from '../pad-key.tsx'
import type { SportPadProps } from '../sport-pad.ts'
import { whyNot } from '../why-not.ts'

type Choice = { readonly face: string; readonly play: PlayOf<'volleyball'> }

type PlayerSheetProps = {
  pad: Pick<SportPadProps<'volleyball'>, 'score' | 'names' | 'off' | 'write'>
  place: Place
  close: () => void
}

/** Who may come for somebody on court: a libero, or a substitute. One tap writes it. */
export function PlayerSheet({ pad, place, close }: PlayerSheetProps) {
  const { score, names } = pad
  const [exceptional, setExceptional] = useState(false)
  const { side, zone, player } = place
  const stands = place.for ?? player
  const bench = benchOf(score, place)
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && close()}
      from="foot"
      title={names.player(player)}
      words={`${names.team(side)}, zone ${zone}${place.for === null ? '' : `, libero for ${names.player(place.for)}`}`}
      className="mx-auto max-w-lg"
    >
      <div className="grid gap-4">
        <Choices title="Libero" pad={pad} choices={liberoPlays(pad, place)} close={close} />
        <Choices
          title={`Substitution for ${names.player(stands)}`}
          pad={pad}
          choices={bench.map((on) => ({
            face: names.player(on),
            play: { type: 'Substitution', side, off: stands, on, exceptional },
          }))}
          close={close}
        />
        {bench.length === 0 ? (
          <p className="text-sm text-muted">Nobody else is on the sheet.</p>
        ) : (
          <Toggle label="For an injury, outside the count" on={exceptional} set={setExceptional} />
        )}
      </div>
    </Dialog>
  )
}

type ChoicesProps = Pick<PlayerSheetProps, 'pad' | 'close'> & { title: string; choices: readonly Choice[] }

/** Keys that write at once, and beneath them why some of them are off. */
function Choices({ title, pad, choices, close }: ChoicesProps) {
  const { score, names, off, write } = pad
  if (choices.length === 0) return null
  const asked = choices.map((one) => ({ ...one, why: off ?? whyNot('volleyball', score, one.play, names) }))
  const reasons = [...new Set(asked.flatMap(({ why }) => why ?? []))]
  return (
    <section aria-label={title}>
      <h3 className="mb-1.5 text-sm text-muted">{title}</h3>
      <div className="grid grid-cols-2 gap-1.5 *:min-w-0">
        {asked.map(({ face, play, why }) => (
          <PadKey key={face} off={why} onPress={() => void write(play).then((written) => written && close())}>
            {face}
          </PadKey>
        ))}
      </div>
      {reasons.length > 0 ? <p className="mt-1.5 text-sm text-muted">{reasons.join(' ')}</p> : null}
    </section>
  )
}

/** In for somebody, out again, or one libero for the other. */
function liberoPlays({ score, names }: PlayerSheetProps['pad'], { side, player, for: instead }: Place): Choice[] {
  const others = score.setup.liberos[side].filter((one) => one !== player)
  const out: Choice[] =
    instead === null
      ? []
      : [{ face: `${names.player(instead)} comes back`, play: { type: 'LiberoOut', side, libero: player } }]
  return [
    ...out,
    ...others.map((libero) => ({
      face: `${names.player(libero)} comes in`,
      play: { type: 'LiberoIn' as const, side, libero, for: instead ?? player },
    })),
  ]
}

/** Everybody on the sheet who is not on court, those first who may come for this player. */
function benchOf({ setup, sides }: VolleyballScore, { side, player, for: instead }: Place): readonly string[] {
  const { lineup, exchanges } = sides[side]
  const stands = instead ?? player
  const bench = setup.sides[side].players.filter((one) => !lineup?.includes(one))
  const partners = exchanges.flatMap(({ starter, substitute }) =>
    starter === stands ? [substitute] : substitute === stands ? [starter] : [],
  )
  return [...bench.filter((one) => partners.includes(one)), ...bench.filter((one) => !partners.includes(one))]
}
