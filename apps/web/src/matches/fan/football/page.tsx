import { type BySide, type FootballPlay, type FootballScore, footballResult, footballSentence } from '@gavel/scoring'
import { FootballNow } from '../../football/now.tsx'
import { PartEnd } from '../part-end.tsx'
import type { SportPage } from '../sport-page.ts'
import { footballBoard } from './board.ts'
import { FootballCard } from './card.tsx'
import { endWords, footballNotes, minuteMark } from './events.ts'

/** The score with a goal and a kick, and the card that was shown. */
function markOf(play: FootballPlay, after: FootballScore): ReturnType<SportPage<'football'>['line']>['mark'] {
  const text = ({ home, away }: BySide<number>) => `${home}-${away}`
  const { kicks } = footballResult(after)
  if (play.type === 'Goal') return { text: text(after.goals), tone: 'four' }
  if (play.type === 'Kick' && kicks) return { text: text(kicks), tone: play.scored ? 'four' : 'wicket' }
  if (play.type !== 'Card') return null
  return play.colour === 'yellow' ? { text: 'Y', tone: 'extra' } : { text: 'R', tone: 'wicket' }
}

export const footballPage: SportPage<'football'> = {
  board: footballBoard,
  line: ({ written, before, after }, names) => {
    const { play } = written
    const minute = 'at' in play ? minuteMark(play.at) : ''
    const sentence = footballSentence(before, play, names)
    return {
      place: minute || null,
      mark: markOf(play, after),
      // The minute stands before the line already.
      words: minute && sentence.startsWith(minute) ? sentence.slice(minute.length).trim() : sentence,
    }
  },
  divider: ({ written: { play }, after }, { team }) =>
    play.type === 'PeriodEnd' ? (
      <PartEnd
        rows={[[endWords(play.period), `${team('home')} ${after.goals.home}, ${team('away')} ${after.goals.away}`]]}
      />
    ) : null,
  Now: ({ info, score, moments: { all }, names }) => <FootballNow info={info} score={score} all={all} names={names} />,
  Card: FootballCard,
  cardTitle: 'Summary',
  format: ({ halfMinutes, players, extraTimeMinutes, shootOutKicks }, { knockout }) =>
    [
      `${players} a side`,
      `two halves of ${halfMinutes} minutes`,
      knockout && extraTimeMinutes !== null ? `extra time of two times ${extraTimeMinutes}` : null,
      knockout && shootOutKicks !== null ? 'kicks if level' : null,
    ]
      .filter((part) => part !== null)
      .join(', '),
  notes: footballNotes,
  streamTitle: 'Minute by minute',
  streamEmpty: 'Goals, cards and changes are told here, the newest first.',
}
