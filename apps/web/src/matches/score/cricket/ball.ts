import type { BallRuns, CricketRules, Delivery } from '@gavel/scoring'
import type { Crease } from './crease.ts'

/** The keys of extras that are down: at most one of the first two, and one of the last two, which do not go with a wide. */
export type Armed = { readonly call: 'wide' | 'noBall' | null; readonly off: 'bye' | 'legBye' | null }

export const NOTHING_ARMED: Armed = { call: null, off: null }

export type ExtraKey = 'wide' | 'noBall' | 'bye' | 'legBye'

/** The keys after one of them was pressed: what cannot go together goes up. */
export function pressed(armed: Armed, key: ExtraKey): Armed {
  switch (key) {
    case 'wide':
      return { call: armed.call === 'wide' ? null : 'wide', off: null }
    case 'noBall':
      return { ...armed, call: armed.call === 'noBall' ? null : 'noBall' }
    case 'bye':
    case 'legBye':
      return { call: armed.call === 'wide' ? null : armed.call, off: armed.off === key ? null : key }
    default:
      return key satisfies never
  }
}

export const isArmed = (armed: Armed, key: ExtraKey): boolean => armed.call === key || armed.off === key

/** The runs of a ball on which `n` were run or hit, with the keys that are down. */
export function runsOfKeys({ call, off }: Armed, n: number, { wide, noBall }: CricketRules): BallRuns {
  if (call === 'wide') return { bat: 0, wides: wide.runs + n }
  const no = call === 'noBall' ? { noBalls: noBall.runs } : {}
  if (off === 'bye') return { bat: 0, ...no, byes: n }
  if (off === 'legBye') return { bat: 0, ...no, legByes: n }
  return { bat: n, ...no }
}

/** What the ball would bring in all, for the face of its key. */
export const totalOf = ({ bat, wides = 0, noBalls = 0, byes = 0, legByes = 0 }: BallRuns): number =>
  bat + wides + noBalls + byes + legByes

/** The ball that a number key writes. Four and six are boundaries; those that were run are written in full. */
export function ballOfKeys(crease: Crease, armed: Armed, n: number, rules: CricketRules): Delivery | null {
  const { striker, nonStriker, bowler } = crease
  if (striker === null || bowler === null) return null
  const boundary = n === 4 || (n === 6 && armed.off === null && armed.call !== 'wide') ? ({ boundary: n } as const) : {}
  return { type: 'Delivery', striker, nonStriker, bowler, runs: runsOfKeys(armed, n, rules), ...boundary }
}

/** `Wide and what they ran`, for the line that says which keys are down. */
export function armedWords({ call, off }: Armed): string | null {
  const words = [
    call === 'wide' ? 'Wide' : call === 'noBall' ? 'No-ball' : null,
    off === 'bye' ? 'byes' : off === 'legBye' ? 'leg byes' : null,
  ].filter((word) => word !== null)
  if (words.length === 0) return null
  const said = words.join(' and ')
  return `${said.charAt(0).toUpperCase()}${said.slice(1)}: now how many they ran`
}
