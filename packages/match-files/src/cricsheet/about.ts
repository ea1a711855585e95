import type { CricsheetFile } from './schema.ts'

/** What a file says beside the score, kept as it is for screens and for writing it out again. */
export type About = Pick<
  CricsheetFile['info'],
  | 'gender'
  | 'match_type'
  | 'match_type_number'
  | 'dates'
  | 'city'
  | 'venue'
  | 'season'
  | 'team_type'
  | 'event'
  | 'missing'
  | 'supersubs'
> & {
  readonly meta: CricsheetFile['meta']
  readonly player_of_match?: readonly string[]
  /** The line-ups in the file's order, those who came in later among them. */
  readonly players?: Readonly<Record<string, readonly string[]>>
}

const FIELDS = [
  'gender',
  'match_type',
  'match_type_number',
  'dates',
  'city',
  'venue',
  'season',
  'team_type',
  'event',
  'missing',
  'supersubs',
  'player_of_match',
  'players',
] as const

export function aboutOf({ info, meta }: CricsheetFile): About {
  const { match_type, dates } = info
  const said = FIELDS.filter((field) => info[field] !== undefined).map((field) => [field, info[field]] as const)
  return { match_type, dates, meta, ...Object.fromEntries(said) }
}
