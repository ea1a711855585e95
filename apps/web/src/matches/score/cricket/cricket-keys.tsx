import { SaidAbove, UndoKey } from '../common-keys.tsx'
import { PadKey } from '../pad-key.tsx'
import { KeyRow } from '../pad-layout.tsx'
import type { SportPadProps } from '../sport-pad.ts'
import { type Armed, armedWords, type ExtraKey, isArmed, runsOfKeys, totalOf } from './ball.ts'

/** What a thumb may press: runs, extras, what opens a sheet, and the strike. */
export type Press = number | ExtraKey | 'wicket' | 'ball' | 'swap'

type KeysProps = {
  pad: SportPadProps<'cricket'>
  armed: Armed
  press: (key: Press) => void
  swapOff: string | null
}

const EXTRAS = [
  { key: 'wide', face: 'Wide', kbd: 'w' },
  { key: 'noBall', face: 'No-ball', kbd: 'n' },
  { key: 'bye', face: 'Bye', kbd: 'b' },
  { key: 'legBye', face: 'Leg bye', kbd: 'l' },
] as const

/** The keys of a ball, in the reach of a thumb. */
export function CricketKeys({ pad, armed, press, swapOff }: KeysProps) {
  const { off, score } = pad
  const words = armedWords(armed)
  const number = (n: number) => {
    const total = totalOf(runsOfKeys(armed, n, score.rules))
    const nothing = n === 0 && armed.off !== null && armed.call === null ? 'A bye is a run at least' : null
    return (
      <PadKey
        key={n}
        kbd={String(n)}
        heard={` ${n === 1 ? 'run' : 'runs'}${words ? `, ${total} in all` : ''}`}
        under={words ? `= ${total}` : n === 4 || n === 6 ? 'boundary' : undefined}
        onPress={() => press(n)}
        off={off ?? nothing}
        className="text-xl tabular-nums"
      >
        {n}
      </PadKey>
    )
  }
  return (
    <section aria-label="Keys" className="grid gap-1.5">
      <SaidAbove words={pad.refused ?? words} bad={pad.refused !== null} />
      <KeyRow>{[0, 1, 2, 3].map(number)}</KeyRow>
      <KeyRow>
        {[4, 6].map(number)}
        <PadKey kbd="x" look="danger" onPress={() => press('wicket')} off={off}>
          Wicket
        </PadKey>
        <UndoKey pad={pad} />
      </KeyRow>
      <KeyRow>
        {EXTRAS.map(({ key, face, kbd }) => (
          <PadKey
            key={key}
            kbd={kbd}
            down={isArmed(armed, key)}
            onPress={() => press(key)}
            off={
              off ??
              (armed.call === 'wide' && (key === 'bye' || key === 'legBye') ? 'All runs off a wide are wides' : null)
            }
          >
            {face}
          </PadKey>
        ))}
      </KeyRow>
      <KeyRow of={3}>
        <PadKey kbd="s" onPress={() => press('swap')} off={off ?? swapOff}>
          Swap strike
        </PadKey>
        <PadKey kbd="." onPress={() => press('ball')} off={off}>
          In detail
        </PadKey>
        <PadKey kbd="m" onPress={() => pad.more()}>
          More
        </PadKey>
      </KeyRow>
    </section>
  )
}
