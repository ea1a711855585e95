import type { SetRules } from '../sets/sets.ts'

/** What a finished match is worth: to the winner and to the loser, by how many sets the loser won. */
type SetPoints = readonly (readonly [winner: number, loser: number])[]

export type VolleyballOrder = 'won' | 'points' | 'set-ratio' | 'point-ratio' | 'head-to-head'

/** How volleyball is played, as data. */
export type VolleyballRules = SetRules & {
  readonly id: string
  /** Where the numbers come from. */
  readonly source: string
  /** Players in the rotation: 6, or 2 on the beach. */
  readonly onCourt: number
  /** A set; null: as many as one likes. */
  readonly substitutions: number | null
  readonly timeOuts: number
  readonly timeOutSeconds: number
  readonly liberos: number
  readonly liberoServes: boolean
  /** In the last set ends change once a side reaches this score. */
  readonly changeEndsAt: number | null
  /** On the beach ends change after so many points together: in a set, in the last set. */
  readonly endsEvery: readonly [set: number, last: number] | null
  readonly table: { readonly points: SetPoints; readonly order: readonly VolleyballOrder[] }
}

const INDOOR = {
  bestOf: 5,
  target: 25,
  lastTarget: 15,
  lead: 2,
  cap: null,
  onCourt: 6,
  substitutions: 6,
  timeOuts: 2,
  timeOutSeconds: 30,
  liberos: 2,
  liberoServes: false,
  changeEndsAt: 8,
  endsEvery: null,
  table: {
    points: [
      [3, 0],
      [3, 0],
      [2, 1],
    ],
    order: ['points', 'won', 'set-ratio', 'point-ratio'],
  },
} as const satisfies Omit<VolleyballRules, 'id' | 'source'>

export const VOLLEYBALL_FORMATS = {
  indoor: {
    ...INDOOR,
    id: 'indoor',
    source: 'FIVB Official Volleyball Rules 2025-2028, 6, 7, 15, 18 and 19; table points 3-0 and 3-1: 3, 3-2: 2 and 1',
  },
  'best-of-3': {
    ...INDOOR,
    id: 'best-of-3',
    source: 'The FIVB rules with two sets to win, for a league night; the third to 15',
    bestOf: 3,
    table: {
      points: [
        [3, 0],
        [2, 1],
      ],
      order: ['points', 'won', 'set-ratio', 'point-ratio'],
    },
  },
  beach: {
    ...INDOOR,
    id: 'beach',
    source: 'FIVB Beach Volleyball Rules 2025-2028: two sets to 21, the third to 15, ends change every 7 points (5)',
    bestOf: 3,
    target: 21,
    onCourt: 2,
    substitutions: 0,
    timeOuts: 1,
    liberos: 0,
    changeEndsAt: null,
    endsEvery: [7, 5],
    table: {
      points: [
        [2, 1],
        [2, 1],
      ],
      order: ['points', 'set-ratio', 'point-ratio'],
    },
  },
  called: {
    ...INDOOR,
    id: 'called',
    source: 'Sets that the referee ends, for training and for records whose format is unknown',
    bestOf: null,
    target: null,
    lastTarget: null,
    lead: 1,
    substitutions: null,
    changeEndsAt: null,
  },
} as const satisfies Record<string, VolleyballRules>
