import type { SetRules } from '../sets/sets.ts'

/** How badminton is played, as data: targets have changed before and will again. */
export type BadmintonRules = SetRules & {
  readonly id: string
  /** Where the numbers come from. */
  readonly source: string
  /** A pause, and in the deciding game a change of ends, once a side reaches this score. */
  readonly interval: number | null
  readonly intervalSeconds: number
  readonly betweenGamesSeconds: number
}

const PAUSES = { intervalSeconds: 60, betweenGamesSeconds: 120 }
const TO_21 = { target: 21, lastTarget: 21, lead: 2, cap: 30, interval: 11, ...PAUSES }

export const BADMINTON_FORMATS = {
  '3x21': {
    ...TO_21,
    id: '3x21',
    source: 'BWF Laws of Badminton, 7, 8 and 16.2: three games to 21, two clear, the 30th point wins',
    bestOf: 3,
  },
  '3x15': {
    ...TO_21,
    id: '3x15',
    source: 'BWF proposal of three games to 15, whose status is not confirmed: the 21st point wins, a pause at 8',
    bestOf: 3,
    target: 15,
    lastTarget: 15,
    cap: 21,
    interval: 8,
  },
  '5x11': {
    ...TO_21,
    id: '5x11',
    source: 'BWF trial of five games to 11 (2014): two clear, the 15th point wins, ends change at 6 in the fifth',
    bestOf: 5,
    target: 11,
    lastTarget: 11,
    cap: 15,
    interval: 6,
  },
  '1x21': { ...TO_21, id: '1x21', source: 'One game to 21, for a league night with little time', bestOf: 1 },
  called: {
    id: 'called',
    source: 'Games that the umpire ends, for training and for records whose format is unknown',
    bestOf: null,
    target: null,
    lastTarget: null,
    lead: 1,
    cap: null,
    interval: null,
    ...PAUSES,
  },
} as const satisfies Record<string, BadmintonRules>
