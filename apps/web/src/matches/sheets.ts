import type { Names, PlayerId, RulesOf, ScoredSport, SetupOf, Side } from '@gavel/scoring'

type Setup = SetupOf<ScoredSport>

/** Something that is asked once before a match. A sport that asks it has it in its setup under `field`. */
export type SheetAsk = {
  readonly field: 'firstServer' | 'discipline' | 'knockout'
  readonly label: string
  readonly options: readonly { readonly value: string; readonly label: string }[] | 'sides'
  /** The face of not knowing it yet; left out, there is always an answer. */
  readonly open?: string
}

/** What the sheets of a sport hold beside who plays and who is captain. */
export type SheetKind = {
  /** What the order of the names means, in a sentence; `{n}`: as many as begin. */
  readonly order: string
  readonly keeper: boolean
  /** A second list of each side, under `field`: whoever is in it is not among those who play. */
  readonly beside: { readonly field: 'liberos' | 'bench'; readonly face: string; readonly name: string } | null
  readonly asks: readonly SheetAsk[]
}

const SERVES_FIRST: SheetAsk = { field: 'firstServer', label: 'Serves first', options: 'sides', open: 'Not tossed yet' }

const LEVEL: SheetAsk = {
  field: 'knockout',
  label: 'If it is level at the end',
  options: [
    { value: 'no', label: 'It stays level' },
    { value: 'yes', label: 'It is decided' },
  ],
}

const KINDS: Readonly<Record<ScoredSport, SheetKind>> = {
  cricket: { order: 'The order is the batting order.', keeper: true, beside: null, asks: [] },
  football: {
    order: 'Those who are ticked begin; whoever is on the bench may come on.',
    keeper: true,
    beside: { field: 'bench', face: 'Bench', name: 'Bench' },
    asks: [LEVEL],
  },
  badminton: {
    order: 'One player in singles, two in doubles.',
    keeper: false,
    beside: null,
    asks: [
      {
        field: 'discipline',
        label: 'Discipline',
        options: [
          { value: 'singles', label: 'Singles' },
          { value: 'doubles', label: 'Doubles' },
        ],
      },
      SERVES_FIRST,
    ],
  },
  volleyball: {
    order: 'The first {n} are the rotation from zone 1, the next ones sit on the bench; liberos stand apart.',
    keeper: false,
    beside: { field: 'liberos', face: 'Libero', name: 'Liberos' },
    asks: [SERVES_FIRST],
  },
  kabaddi: {
    order: 'The first {n} begin on the mat, the next ones sit on the bench.',
    keeper: false,
    beside: null,
    asks: [LEVEL],
  },
}

/** What the order of the names means under these rules. */
export function orderWords(sport: ScoredSport, rules: RulesOf<ScoredSport>): string {
  const begin = 'onCourt' in rules ? rules.onCourt : 'players' in rules ? rules.players : ''
  return KINDS[sport].order.replace('{n}', String(begin))
}

/** How many may stand on a sheet as players; null where more of them sit on the bench. */
export function mostPlayers(
  sport: ScoredSport,
  rules: RulesOf<ScoredSport>,
  answers: Readonly<Record<string, string | null>>,
): number | null {
  if (sport === 'badminton') return answers.discipline === 'doubles' ? 2 : 1
  return sport === 'football' && 'players' in rules ? rules.players : null
}

export const sheetKind = (sport: ScoredSport): SheetKind => KINDS[sport]

/** Who of a side is in its second list. */
export function besideIn(setup: Setup, sport: ScoredSport, side: Side): readonly PlayerId[] {
  const field = KINDS[sport].beside?.field
  const lists = field && (setup as Partial<Record<typeof field, Record<Side, readonly PlayerId[]>>>)[field]
  return lists?.[side] ?? []
}

/** The setup with these second lists; a sport that has none keeps its setup. */
export function withBeside<S extends object>(
  setup: S,
  sport: ScoredSport,
  lists: Readonly<Record<Side, readonly PlayerId[]>>,
): S {
  const { beside } = KINDS[sport]
  return beside ? { ...setup, [beside.field]: lists } : setup
}

/** What is answered so far; null: not yet. */
export const answerIn = (setup: Setup, { field }: SheetAsk): string | null => {
  const value = (setup as Partial<Record<typeof field, string | boolean | null>>)[field] ?? null
  return typeof value === 'boolean' ? (value ? 'yes' : 'no') : value
}

/** The setup with these answers, by the fields of the asks. */
export const withAnswers = <S extends object>(setup: S, answers: Readonly<Record<string, string | null>>): S => ({
  ...setup,
  ...Object.fromEntries(
    Object.entries(answers).map(([field, value]) => [field, field === 'knockout' ? value === 'yes' : value]),
  ),
})

/** The faces of an ask's answers. */
export const optionsOf = ({ options }: SheetAsk, names: Pick<Names, 'team'>) =>
  options === 'sides' ? (['home', 'away'] as const).map((side) => ({ value: side, label: names.team(side) })) : options
