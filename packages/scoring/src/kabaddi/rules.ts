/** What a finished match is worth in a season's table. */
export type KabaddiTable = {
  readonly win: number
  readonly tie: number
  readonly loss: number
  /** A loss by so few points is worth more; null where it is not. */
  readonly closeLoss: { readonly within: number; readonly points: number } | null
}

/** How kabaddi is played, as data. */
export type KabaddiRules = {
  readonly id: string
  /** Where the numbers come from. */
  readonly source: string
  readonly halves: number
  readonly halfMinutes: number
  readonly raidSeconds: number
  /** Players of a side on the mat. */
  readonly players: number
  /** A bonus counts with so many defenders on the mat. */
  readonly bonusFrom: number
  /** A tackle by so many defenders or fewer is a super tackle. */
  readonly superTackleMax: number
  /** A raid of so many points is a super raid. */
  readonly superRaidFrom: number
  readonly points: {
    readonly touch: number
    readonly bonus: number
    readonly tackle: number
    readonly superTackle: number
    readonly allOut: number
    readonly lost: number
  }
  /** After so many empty raids of a side in a row its next one is do-or-die. */
  readonly doOrDieAfter: number
  readonly substitutions: number | null
  readonly timeOutsPerHalf: number
  /** Halves that follow a level knock-out match. */
  readonly extra: { readonly halves: number; readonly minutes: number } | null
  /** Raids each that follow when it is still level, and one golden raid each after those. */
  readonly tieBreak: { readonly raids: number } | null
  /** Whether a tie is broken in every match, not only in a knock-out. */
  readonly breaksEveryTie: boolean
  readonly table: KabaddiTable
}

const PKL = {
  halves: 2,
  halfMinutes: 20,
  raidSeconds: 30,
  players: 7,
  bonusFrom: 6,
  superTackleMax: 3,
  superRaidFrom: 3,
  points: { touch: 1, bonus: 1, tackle: 1, superTackle: 1, allOut: 2, lost: 1 },
  doOrDieAfter: 2,
  substitutions: null,
  timeOutsPerHalf: 2,
  extra: null,
  tieBreak: { raids: 5 },
  breaksEveryTie: false,
} as const

export const KABADDI_FORMATS = {
  pkl: {
    ...PKL,
    id: 'pkl',
    source: 'Pro Kabaddi League, seasons 1 to 11: a win is worth 5, a tie 3, a loss by 7 or fewer 1',
    table: { win: 5, tie: 3, loss: 0, closeLoss: { within: 7, points: 1 } },
  },
  'pkl-12': {
    ...PKL,
    id: 'pkl-12',
    source: 'Pro Kabaddi League, season 12: a win is worth 2, every tie is broken',
    breaksEveryTie: true,
    table: { win: 2, tie: 1, loss: 0, closeLoss: null },
  },
  ikf: {
    ...PKL,
    id: 'ikf',
    source:
      'International Kabaddi Federation: five substitutions; a level knock-out goes on for two halves of 5 minutes',
    substitutions: 5,
    extra: { halves: 2, minutes: 5 },
    table: { win: 2, tie: 1, loss: 0, closeLoss: null },
  },
  community: {
    ...PKL,
    id: 'community',
    source: 'Halves of 15 minutes and free substitutions, for a league night',
    halfMinutes: 15,
    table: { win: 2, tie: 1, loss: 0, closeLoss: null },
  },
} as const satisfies Record<string, KabaddiRules>
