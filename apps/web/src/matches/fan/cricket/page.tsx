import { cricketSentence, winChances } from '@gavel/scoring'
import type { SportPage } from '../sport-page.ts'
import { cricketBoard } from './board.ts'
import { Charts } from './charts.tsx'
import { markOf, placeOf } from './marks.ts'
import { overEnd } from './over-end.tsx'
import { Scorecard } from './scorecard.tsx'
import { WhoIsIn } from './who-is-in.tsx'

export const cricketPage: SportPage<'cricket'> = {
  board: cricketBoard,
  line: (moment, names) => {
    const { play } = moment.written
    return {
      place: placeOf(moment),
      mark: play.type === 'Delivery' ? markOf(play) : null,
      words: cricketSentence(moment.before, play, names),
    }
  },
  divider: overEnd,
  Now: WhoIsIn,
  Card: Scorecard,
  cardTitle: 'Scorecard',
  Charts,
  chances: winChances,
  playing: ({ players }) => players,
  streamTitle: 'Ball by ball',
  streamEmpty:
    'Every ball is told here in a sentence, the newest first, within a moment of the scorer writing it down.',
}
