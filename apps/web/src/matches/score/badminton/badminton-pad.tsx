'use client'

import { serviceOf } from '@gavel/scoring'
import { callWords, Pause } from '../../badminton/calls.tsx'
import { Court } from '../../badminton/court.tsx'
import { type QuickKeys, QuickPad } from '../quick-pad.tsx'
import type { SportPadProps } from '../sport-pad.ts'

const SIDES = ['home', 'away'] as const

/** The pad of badminton: who has won the rally, and what the umpire calls. */
export function BadmintonPad(pad: SportPadProps<'badminton'>) {
  const { score, names, info, short, all } = pad
  const last = all.at(-1)
  const begins = whoBegins(pad)
  return (
    <QuickPad
      pad={pad}
      hint={callWords(last, names).join(' · ') || begins.hint}
      above={
        <>
          <Pause last={last} />
          <Court score={score} info={info} names={names} short={short} />
        </>
      }
      keys={[...begins.keys, ...(score.ended ? [] : pointKeys(pad))]}
    />
  )
}

/** Until it is known who serves: a pair chooses, in singles the side that won the toss says. */
function whoBegins({ score, names }: SportPadProps<'badminton'>): {
  keys: QuickKeys<'badminton'>
  hint: string | null
} {
  const { setup, courts, serving, ended } = score
  if (ended) return { keys: [], hint: null }
  if (setup.discipline === 'doubles') {
    if (courts) return { keys: [], hint: null }
    return {
      keys: [[{ face: `Start game ${score.games.length + 1}`, kbd: 's', look: 'primary', form: 'GameStart' }]],
      hint: 'Say first who serves and who receives.',
    }
  }
  const [home, away] = SIDES.map((side) => setup.sides[side].players[0])
  if (serving !== null || home === undefined || away === undefined) return { keys: [], hint: null }
  return {
    keys: [
      SIDES.map((side) => ({
        ...{ face: `${names.team(side)} serves first`, edge: side, small: true },
        play:
          side === 'home'
            ? { type: 'GameStart', server: home, receiver: away }
            : { type: 'GameStart', server: away, receiver: home },
      })),
    ],
    hint: 'Who serves first?',
  }
}

function pointKeys({ score, names }: SportPadProps<'badminton'>): QuickKeys<'badminton'> {
  const service = serviceOf(score)
  return [
    SIDES.map((winner) => ({
      ...{ face: `Point ${names.team(winner)}`, kbd: winner === 'home' ? '1' : '2', look: 'primary', edge: winner },
      under: service?.side === winner ? `serves from the ${service.court}` : null,
      play: { type: 'Rally', winner, serving: service?.side ?? null, server: service?.server ?? null },
    })),
    [
      { face: 'Let', kbd: 'l', play: { type: 'Let' } },
      { face: 'Card', kbd: 'c', form: 'Card' },
      { face: 'Retires', form: 'Retired' },
    ],
  ]
}
