export type FootballOrder = 'goal-difference' | 'goals' | 'head-to-head' | 'fair-play' | 'wins'

/** How football is played, as data. */
export type FootballRules = {
  readonly id: string
  /** Where the numbers come from. */
  readonly source: string
  readonly players: number
  /** With fewer a side cannot play on. */
  readonly minPlayers: number
  readonly halfMinutes: number
  /** Two halves of so many minutes after a level knock-out match; null: straight to kicks. */
  readonly extraTimeMinutes: number | null
  /** Kicks each before sudden death; null: a level match is a draw even in a knock-out. */
  readonly shootOutKicks: number | null
  readonly substitutions: {
    /** Null: as many as one likes, and players may come back. */
    readonly max: number | null
    /** Stoppages in which they are made; half-time is none. */
    readonly windows: number | null
    /** How many more of each in extra time. */
    readonly extraTime: { readonly max: number; readonly windows: number }
    /** For players with a concussion, outside the count and the stoppages. */
    readonly concussion: number
    /** For each of those the other side may make so many more changes, for whatever reason. Left out: none. */
    readonly concussionAnswer?: number
  }
  readonly table: FootballTable
}

/** What a result is worth, and by what level teams are told apart after points; at last by name. */
export type FootballTable = {
  readonly win: number
  readonly draw: number
  readonly loss: number
  readonly order: readonly FootballOrder[]
}

const LAWS = {
  players: 11,
  minPlayers: 7,
  halfMinutes: 45,
  extraTimeMinutes: 15,
  shootOutKicks: 5,
  substitutions: { max: 5, windows: 3, extraTime: { max: 1, windows: 1 }, concussion: 1, concussionAnswer: 1 },
  table: { win: 3, draw: 1, loss: 0, order: ['goal-difference', 'goals'] },
} as const satisfies Omit<FootballRules, 'id' | 'source'>

export const FOOTBALL_FORMATS = {
  laws: {
    ...LAWS,
    id: 'laws',
    source:
      'IFAB Laws of the Game 2025/26, 3, 7 and 10; additional permanent concussion substitutions by the protocol of 1 July 2024',
  },
  'head-to-head': {
    ...LAWS,
    id: 'head-to-head',
    source: 'The Laws; level teams by the matches among them first, as in La Liga and the European championship',
    table: { ...LAWS.table, order: ['head-to-head', 'goal-difference', 'goals', 'fair-play'] },
  },
  'world-cup': {
    ...LAWS,
    id: 'world-cup',
    source: 'FIFA World Cup 2022 regulations: goal difference, goals, the matches among level teams, fair play',
    table: { ...LAWS.table, order: ['goal-difference', 'goals', 'head-to-head', 'fair-play'] },
  },
  'no-extra-time': {
    ...LAWS,
    id: 'no-extra-time',
    source: 'The Laws with kicks straight after 90 minutes, as in the Copa América',
    extraTimeMinutes: null,
  },
  'five-a-side': {
    ...LAWS,
    id: 'five-a-side',
    source: 'Five a side, halves of 20 minutes, free substitutions, for a league night',
    players: 5,
    minPlayers: 3,
    halfMinutes: 20,
    extraTimeMinutes: 5,
    shootOutKicks: 3,
    substitutions: { max: null, windows: null, extraTime: { max: 0, windows: 0 }, concussion: 0 },
  },
} as const satisfies Record<string, FootballRules>
