import {
  type BySide,
  type FootballPlay,
  footballTimeline,
  type Minute,
  minuteWords,
  type Names,
  otherSide,
  type Period,
  type PlayerId,
  periodWords,
  type Side,
} from '@gavel/scoring'
import type { Moments } from '../moments.ts'

/** `45+2′`; nothing where nobody wrote the minute down. */
export const minuteMark = (at: Minute): string => (at ? `${minuteWords(at)}′` : '')

export type EventKind = 'goal' | 'missed' | 'yellow' | 'red' | 'change' | 'review'

/** One line of a timeline: on a side, or across both where a period ends. `score`: after it, with a goal and an end. */
export type TimelineEvent =
  | {
      readonly is: 'event'
      readonly side: Side
      readonly kind: EventKind
      readonly minute: string
      readonly words: readonly string[]
      readonly score: BySide<number> | null
    }
  | { readonly is: 'end'; readonly words: string; readonly score: BySide<number> }

/** What mattered of a match, in order: goals, cards, changes, and the ends of its periods. */
export function footballEvents({ rules, setup, all }: Moments<'football'>, names: Names): readonly TimelineEvent[] {
  const plays = all.map(({ written }) => written.play)
  return footballTimeline(rules, setup, plays).flatMap(({ play, score }) => eventOf(play, score, names) ?? [])
}

const END: Partial<Record<Period, string>> = {
  first: 'Half-time',
  second: 'Full time',
  'extra-second': 'After extra time',
}

/** What the end of a period is called: `Half-time`. */
export const endWords = (period: Period): string => END[period] ?? `End of the ${periodWords(period)}`

function eventOf(play: FootballPlay, score: BySide<number>, names: Names): TimelineEvent | null {
  const on = (
    side: Side,
    kind: EventKind,
    words: readonly string[],
    of: BySide<number> | null = null,
  ): TimelineEvent => ({
    ...{ is: 'event', side, kind, words, score: of },
    minute: minuteMark('at' in play ? play.at : null),
  })
  switch (play.type) {
    case 'Goal': {
      const how = play.how === 'own' ? 'own goal' : play.how === 'penalty' ? 'penalty' : null
      const assist = play.assist === null ? null : `set up by ${names.player(play.assist)}`
      const who =
        play.scorer === null
          ? names.team(play.how === 'own' ? otherSide(play.side) : play.side)
          : names.player(play.scorer)
      return on(play.side, 'goal', [who, ...[how, assist].filter((part) => part !== null)], score)
    }
    case 'PenaltyMissed':
      return on(play.side, 'missed', [names.player(play.taker), `penalty ${play.how}`])
    case 'Card': {
      const kind = play.colour === 'yellow' ? 'yellow' : 'red'
      const more = { yellow: 'booked', 'second-yellow': 'second yellow, sent off', red: 'sent off' }[play.colour]
      return on(play.side, kind, [names.player(play.player), more])
    }
    case 'Substitution':
      return on(
        play.side,
        'change',
        play.changes.map(({ off, on: comes }) => `${names.player(comes)} for ${names.player(off)}`),
      )
    case 'PeriodEnd':
      return { is: 'end', words: endWords(play.period), score }
    default:
      return null
  }
}

/** What everybody has done, in a few words each: goals, cards, on and off. */
export function footballNotes({ all }: Moments<'football'>): ReadonlyMap<PlayerId, readonly string[]> {
  const notes = new Map<PlayerId, string[]>()
  const add = (player: PlayerId | null, note: string, at: Minute) => {
    if (player !== null) notes.set(player, [...(notes.get(player) ?? []), `${note} ${minuteMark(at)}`.trim()])
  }
  for (const { written } of all) {
    const { play } = written
    if (play.type === 'Goal') add(play.scorer, play.how === 'own' ? 'own goal' : 'goal', play.at)
    else if (play.type === 'Card') add(play.player, play.colour === 'yellow' ? 'booked' : 'sent off', play.at)
    else if (play.type === 'Substitution')
      for (const { off, on } of play.changes) {
        add(off, 'off', play.at)
        add(on, 'on', play.at)
      }
  }
  return notes
}
