import type { ScoredSport } from '@gavel/scoring'
import { Undo2 } from 'lucide-react'
import { PadKey } from './pad-key.tsx'
import type { SportPadProps } from './sport-pad.ts'

/** Takes back what was written last. */
export function UndoKey({ pad }: { pad: Pick<SportPadProps<ScoredSport>, 'undo' | 'off' | 'state'> }) {
  return (
    <PadKey kbd="u" onPress={pad.undo} off={pad.off ?? (pad.state.plays.length === 0 ? 'Nothing to undo' : null)}>
      <span className="flex items-center gap-1">
        <Undo2 aria-hidden className="size-4" />
        Undo
      </span>
    </PadKey>
  )
}

/** A line above the keys that keeps its place: what is down, or why something was not written. */
export function SaidAbove({ words, bad }: { words: string | null; bad: boolean }) {
  return (
    <p role={bad ? 'alert' : 'status'} className={`min-h-5 text-sm font-semibold ${bad ? 'text-bad' : 'text-muted'}`}>
      {words}
    </p>
  )
}
