import { type PlayedMatch, playMatch } from '@gavel/bots'
import { readMatch } from '@gavel/match-files'
import {
  type CricketFormat,
  type CricketSetup,
  createMatch,
  cricketRules,
  isMatchOf,
  type MatchEntry,
  type MatchState,
} from '@gavel/scoring'

/** A match to measure on. `text`: what holds it, and what the floor parses. */
export type Recorded = {
  readonly name: string
  readonly text: string
  readonly entries: readonly MatchEntry<'cricket'>[]
  readonly balls: number
  /** Reads it as an import does; null where it is no file of somebody’s. */
  readonly read: (() => unknown) | null
}

/** A file of a recorded cricket match. Throws where it is none. */
export function recordedIn(name: string, bytes: Uint8Array): Recorded {
  const read = () => readMatch(name, [{ name, bytes }])
  const match = read()
  if ('refusal' in match || match.sport !== 'cricket') throw new Error(`${name} is no match of cricket`)
  const entries = logOf(match.state)
  return { name, text: new TextDecoder().decode(bytes), entries, balls: ballsIn(entries), read }
}

/** A match that nobody played, where no recorded one is there. The same seed gives the same one. */
export function generated(format: CricketFormat, seed: string, own: { overs?: number } = {}): Recorded {
  const played: PlayedMatch = { rules: cricketRules(format, own), setup: SETUP, seed }
  const { state } = playMatch(played)
  if (!isMatchOf(state, 'cricket')) throw new Error('a match of cricket is one')
  const entries = logOf(state)
  return {
    name: `a generated match, ${format}, seed ${seed}`,
    text: JSON.stringify(entries),
    entries,
    balls: ballsIn(entries),
    read: null,
  }
}

const elevenOf = (tag: string) => Array.from({ length: 11 }, (_, n) => `${tag}${n + 1}`)
const SETUP: CricketSetup = {
  sides: { home: { team: 'home', players: elevenOf('h') }, away: { team: 'away', players: elevenOf('a') } },
  toss: { winner: 'home', chose: 'bat' },
}

const STAMP = { atMs: 0, by: 'import', cmd: '', sum: '' } as const

/** The log that leads to a match, without what was corrected on the way. */
function logOf({ rules, setup, plays }: MatchState<'cricket'>): MatchEntry<'cricket'>[] {
  const made = createMatch('bench', { sport: 'cricket', rules, setup, origin: 'import' })
  return [
    { ...made, ...STAMP, seq: 1 },
    ...plays.map(({ play }, n) => ({ type: 'Played' as const, device: 'import', play, ...STAMP, seq: n + 2 })),
  ]
}

const ballsIn = (entries: readonly MatchEntry<'cricket'>[]): number =>
  entries.filter((entry) => entry.type === 'Played' && entry.play.type === 'Delivery').length
