import type { EditorProps } from '../sport-pad.ts'
import { BallSheet } from './ball-sheet.tsx'

/** Changes a ball that is written already. */
export function CricketEditor({ play, ...rest }: EditorProps<'cricket'>) {
  return play.type === 'Delivery' ? <BallSheet {...rest} start={play} /> : null
}
