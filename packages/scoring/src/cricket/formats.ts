// Formats as data (FORMAT-1). Laws are chosen by the day of the match; the numbers are those of today unless the name says otherwise.
import { type LawSetId, lawSet } from './laws.ts'
import type { CricketRules, Extra } from './rules.ts'

const ONE_AND_AGAIN: Extra = { runs: 1, rebowled: 'always' }

const LIMITED = {
  players: 11,
  inningsEach: 1,
  ballsPerOver: 6,
  oversPerEnd: 1,
  oversInARow: 1,
  quota: 5,
  wide: ONE_AND_AGAIN,
  noBall: ONE_AND_AGAIN,
  freeHit: 'every',
  newBatterFaces: false,
  lastBatterAlone: false,
  retireAt: null,
  superOver: { overs: 1, wickets: 2 },
  followOn: null,
} as const satisfies Partial<CricketRules>

const T20: CricketRules = {
  ...LIMITED,
  id: 't20',
  name: 'T20',
  source: 'ICC men’s T20I playing conditions; rules.md B2 to B6',
  laws: 'mcc-2022',
  overs: 20,
  powerplays: [{ kind: 'mandatory', from: 0.1, to: 5.6 }],
  timedOutMs: 90_000,
}

const ODI: CricketRules = {
  ...LIMITED,
  id: 'odi',
  name: 'One-day',
  source: 'ICC men’s ODI playing conditions; rules.md B2 to B6',
  laws: 'mcc-2022',
  overs: 50,
  powerplays: [
    { kind: 'mandatory', from: 0.1, to: 9.6 },
    { kind: 'mandatory', from: 10.1, to: 39.6 },
    { kind: 'mandatory', from: 40.1, to: 49.6 },
  ],
  timedOutMs: 120_000,
}

const TEST: CricketRules = {
  ...LIMITED,
  id: 'test',
  name: 'Test',
  source: 'ICC Test match playing conditions; Law 14 for the follow-on',
  laws: 'mcc-2022',
  inningsEach: 2,
  overs: null,
  quota: null,
  powerplays: [],
  freeHit: 'none',
  superOver: null,
  followOn: 200,
  timedOutMs: 120_000,
}

const HUNDRED: CricketRules = {
  ...LIMITED,
  id: 'hundred',
  name: 'The Hundred',
  source: 'rules.md B13',
  laws: 'mcc-2022',
  overs: 20,
  ballsPerOver: 5,
  oversPerEnd: 2,
  oversInARow: 2,
  powerplays: [{ kind: 'mandatory', from: 0.1, to: 4.5 }],
  noBall: { runs: 2, rebowled: 'always' },
  newBatterFaces: true,
  superOver: { overs: 1, wickets: 2 },
  timedOutMs: 90_000,
}

const COMMUNITY: CricketRules = {
  ...LIMITED,
  id: 'community',
  name: 'Community',
  source: 'own numbers of the organiser',
  laws: 'mcc-2022',
  overs: 12,
  players: 8,
  quota: null,
  powerplays: [],
  freeHit: 'none',
  superOver: null,
  timedOutMs: 180_000,
}

export const CRICKET_FORMATS = { t20: T20, odi: ODI, test: TEST, hundred: HUNDRED, community: COMMUNITY } as const
export type CricketFormat = keyof typeof CRICKET_FORMATS

/** A format under the laws of its day, with the organiser's own numbers where given. Throws on laws that do not exist. */
export function cricketRules(
  format: CricketFormat,
  own: Partial<Omit<CricketRules, 'id' | 'laws'>> & { laws?: LawSetId } = {},
): CricketRules {
  const rules: CricketRules = { ...CRICKET_FORMATS[format], ...own }
  return { ...rules, laws: lawSet(rules.laws).id }
}

/** The lead that lets a side enforce the follow-on, by the days a match of two innings a side is to last (Law 14.1). */
export function followOnLead(days: number): number {
  if (days >= 5) return 200
  if (days >= 3) return 150
  return days === 2 ? 100 : 75
}
