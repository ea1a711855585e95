import type { Consequence } from './match/consequences.ts'
import type { Holder, Written } from './match/state.ts'
import type { ScoredSport } from './sports.ts'
import { SPORTS } from './sports.ts'

/**
 * Every typed "no" to a command of a match, with the sentence a person reads; what speaks against a play by its sport's rules has the sport's own
 * codes ({@link Sport.words}). Codes are stable; `{x}` is filled from the refusal's detail.
 */
const REFUSALS = {
  NOT_LIVE: 'This match is not live.',
  ID_REUSED: 'This command was already used for something else. Please try again.',
  STALE_EPOCH: 'The match was recovered a moment ago. Check the score and try again.',

  NOT_KEEPER: 'Another device keeps the score. Take the book over first.',
  LOCK_HELD: 'Another device keeps the score now.',
  NOT_HELD: 'This device does not keep the score.',
  BEHIND: 'Plays were written that this device did not know.',
  CONSEQUENCES: 'This changes what came after. Look at the list, then accept it.',
  UNKNOWN_PLAY: 'There is no such play.',
  NOT_REMOVED: 'That play stands already.',
  NOTHING_CHANGES: 'That changes nothing.',
  TOO_MANY_PLAYS: 'A match holds at most {max} plays.',
  KEEPER_NOT_BLIND: 'Whoever keeps the score cannot score blind as well.',
  BLIND_TAKEN: 'Somebody else scores along now.',
  NOT_BLIND: 'This device does not score blind.',
  MATCH_ENDED: 'The result is confirmed. It has to be opened again first.',
  NOT_ENDED: 'The result is not confirmed yet.',
  NO_RESULT_YET: 'The match has no result yet.',
} as const

export type MatchRefusalCode = keyof typeof REFUSALS
export const MATCH_REFUSAL_CODES = Object.keys(REFUSALS) as MatchRefusalCode[]

/**
 * `code`: of the table above, or of the sport's objections. `where`: the place in the match, for people. BEHIND tells what came `between`,
 * CONSEQUENCES what would change and the fingerprint that accepts it, LOCK_HELD and NOT_KEEPER who holds the lock.
 */
export type MatchRefusal = {
  readonly code: string
  readonly where?: string
  readonly detail?: Readonly<Record<string, string | number>>
  readonly between?: readonly Written[]
  readonly consequences?: readonly Consequence[]
  readonly accepting?: string
  readonly keeper?: Holder | null
}

/** The refusal in words for a person. `name`: of a player, by whom the sentence may be about. */
export function matchRefusalWords(
  refusal: Pick<MatchRefusal, 'code' | 'where' | 'detail'>,
  sport: ScoredSport,
  name: (player: string) => string = (player) => player,
): string {
  const own: Readonly<Record<string, string>> = REFUSALS
  const words: Readonly<Record<string, string>> = SPORTS[sport].words
  const { code, where, detail = {} } = refusal
  const sentence = Object.hasOwn(own, code) ? own[code] : Object.hasOwn(words, code) ? words[code] : undefined
  const filled = (sentence ?? 'That was refused ({code}).').replace(/\{(\w+)\}/g, (_, key: string) => {
    if (key === 'code') return code
    const value = Object.hasOwn(detail, key) ? detail[key] : undefined
    return value === undefined ? '?' : key === 'player' ? name(String(value)) : String(value)
  })
  return where === undefined ? filled : `${where[0]?.toUpperCase()}${where.slice(1)}: ${filled}`
}
