import type { BySide, MatchState, Names, PlayOf, ScoredSport, ScoreOf, Written } from '@gavel/scoring'
import type { Moment } from '../fan/moments.ts'

/** What a form of the pad knows. `everybody`: all who have a name in this match; `squad`: who of a side may be brought on, with those who play. */
export type ActionContext<Id extends ScoredSport> = {
  readonly state: MatchState
  readonly score: ScoreOf<Id>
  readonly names: Names
  readonly everybody: readonly string[]
  readonly squad: BySide<readonly string[]>
  readonly last: Written | null
  readonly all: readonly Moment<Id>[]
  /** The server's time, epoch milliseconds; null where an earlier play is changed. */
  readonly nowMs: number | null
}

export type Option = { readonly value: string; readonly label: string; readonly hint?: string }

/** One thing that a form asks for. `optional`: the face of leaving it out. */
export type Field = { readonly name: string; readonly label: string } & (
  | { readonly is: 'pick'; readonly options: readonly Option[]; readonly optional?: string; readonly columns?: 2 | 3 }
  | {
      readonly is: 'number'
      readonly from: number
      readonly to: number
      readonly start?: number
      readonly step?: number
      readonly optional?: string
    }
  | { readonly is: 'words'; readonly suggested?: readonly string[]; readonly optional?: string }
  /** So many of them, in order; `least`: fewer will do. */
  | {
      readonly is: 'order'
      readonly options: readonly Option[]
      readonly count: number
      readonly least?: number
      readonly optional?: string
      readonly columns?: 2 | 3
    }
  | { readonly is: 'yes' }
)

/** What has been filled in, by name. */
export type Given = Readonly<Record<string, string | number | boolean | readonly string[] | null | undefined>>

/**
 * Something that a scorer writes by a form: every play of a sport that has no key of its own. `play` null: something is missing. `amends`: the play
 * takes the place of the last one, such as a ball with its review.
 */
export type PadAction<Id extends ScoredSport> = {
  readonly type: PlayOf<Id>['type']
  readonly face: string
  readonly group: string
  readonly amends?: true
  fields(context: ActionContext<Id>, given: Given): readonly Field[]
  play(given: Given, context: ActionContext<Id>): PlayOf<Id> | null
  /** What the form holds when a play that is written already is changed by it. */
  given?(play: PlayOf<Id>): Given
}

/** The value of a `pick` or `words`, null where it was left out, undefined where nothing was said yet. */
export const textIn = (given: Given, name: string): string | null | undefined => {
  const value = given[name]
  return typeof value === 'string' ? value : value === null ? null : undefined
}

export const numberIn = (given: Given, name: string): number | null | undefined => {
  const value = given[name]
  return typeof value === 'number' ? value : value === null ? null : undefined
}

export const listIn = (given: Given, name: string): readonly string[] | null | undefined => {
  const value = given[name]
  return Array.isArray(value) ? value : value === null ? null : undefined
}

/** Picks one of two sides. */
export const sideField = (label: string, names: Names, name = 'side'): Field => ({
  name,
  label,
  is: 'pick',
  options: [
    { value: 'home', label: names.team('home') },
    { value: 'away', label: names.team('away') },
  ],
})

export const sideIn = (given: Given, name = 'side'): 'home' | 'away' | undefined => {
  const value = given[name]
  return value === 'home' || value === 'away' ? value : undefined
}

export const people = (players: readonly string[], names: Names): readonly Option[] =>
  players.map((player) => ({ value: player, label: names.player(player) }))

/** Whether everything that a form must have is there. */
export const filled = (fields: readonly Field[], given: Given): boolean =>
  fields.every(({ name, is }) => is === 'yes' || given[name] !== undefined)

/** The fields of a play by their own names: what a form whose questions are the play's fields begins with. */
export function givenOf(play: object): Given {
  const plain = Object.entries(play).filter(([, value]) => value === null || typeof value !== 'object')
  return Object.fromEntries(plain)
}

/** A play that says everything by itself. */
export const plainAction = <Id extends ScoredSport>(
  type: PlayOf<Id>['type'],
  face: string,
  group: string,
): PadAction<Id> => ({
  ...{ type, face, group },
  fields: () => [],
  play: () => ({ type }) as PlayOf<Id>,
  given: givenOf,
})

/** A play that names one side, under `name`, and nothing else. `label`: what is asked. */
export const sideAction = <Id extends ScoredSport>(
  type: PlayOf<Id>['type'],
  face: string,
  group: string,
  { label, name = 'side' }: { label: string; name?: string },
): PadAction<Id> => ({
  ...{ type, face, group },
  fields: ({ names }) => [sideField(label, names, name)],
  play: (given) => {
    const side = sideIn(given, name)
    return side ? ({ type, [name]: side } as unknown as PlayOf<Id>) : null
  },
  given: givenOf,
})

/** A look at the video that one side asked for. */
export const upheldAction = <Id extends ScoredSport>(
  type: PlayOf<Id>['type'],
  face: string,
  group: string,
): PadAction<Id> => ({
  ...{ type, face, group },
  fields: ({ names }) => [sideField('Asked by', names), { name: 'upheld', label: 'It was upheld', is: 'yes' }],
  play: (given) => {
    const side = sideIn(given)
    return side ? ({ type, side, upheld: given.upheld === true } as unknown as PlayOf<Id>) : null
  },
  given: givenOf,
})
