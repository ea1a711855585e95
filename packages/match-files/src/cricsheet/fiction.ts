// A small match in cricsheet's format, made up for tests: two overs a side.
import type { CricsheetBall, CricsheetFile } from './schema.ts'

const side = (tag: string) => Array.from({ length: 11 }, (_, n) => `${tag} ${n + 1}`)

type Change = Partial<Omit<CricsheetBall, 'runs'>> & { readonly bat?: number }

/** A ball by names; `bat` runs and the extras given, with their sums. */
export function ball(
  batter: string,
  nonStriker: string,
  bowler: string,
  { bat = 0, extras, ...more }: Change = {},
): CricsheetBall {
  const extra = Object.values(extras ?? {}).reduce((sum: number, runs) => sum + (runs ?? 0), 0)
  return {
    batter,
    non_striker: nonStriker,
    bowler,
    runs: { batter: bat, extras: extra, total: bat + extra },
    ...(extras ? { extras } : {}),
    ...more,
  }
}

const over = (n: number, deliveries: CricsheetBall[]) => ({ over: n, deliveries })
const dots = (batter: string, other: string, bowler: string, n: number) =>
  Array.from({ length: n }, () => ball(batter, other, bowler))

/** Herons 9/1 in two overs, Otters 10/0 in nine balls. */
export function fiction(): CricsheetFile {
  const [h1, h2, h3] = ['Heron 1', 'Heron 2', 'Heron 3'] as const
  const [o1, o2] = ['Otter 1', 'Otter 2'] as const
  const [bowls, after] = ['Otter 11', 'Otter 10'] as const
  const [from, then] = ['Heron 11', 'Heron 10'] as const
  return {
    meta: { data_version: '1.1.0', created: '2026-05-02', revision: 1 },
    info: {
      teams: ['Herons', 'Otters'],
      players: { Herons: side('Heron'), Otters: side('Otter') },
      registry: { people: { 'Heron 1': '0000000a', 'Otter 1': '0000000b' } },
      balls_per_over: 6,
      overs: 2,
      match_type: 'T20',
      dates: ['2026-05-01'],
      gender: 'female',
      venue: 'Lake Ground',
      toss: { winner: 'Herons', decision: 'bat' },
      officials: { umpires: ['Umpire 1'] },
      outcome: { winner: 'Otters', by: { wickets: 10 } },
    },
    innings: [
      {
        team: 'Herons',
        overs: [
          over(0, [
            ball(h1, h2, bowls, { bat: 4 }),
            ball(h1, h2, bowls, { extras: { wides: 1 } }),
            ball(h1, h2, bowls, { wickets: [{ kind: 'caught', player_out: h1, fielders: [{ name: 'Otter 4' }] }] }),
            ...dots(h3, h2, bowls, 4),
          ]),
          over(1, [
            ball(h2, h3, after, { bat: 3 }),
            ball(h3, h2, after, { extras: { legbyes: 1 } }),
            ...dots(h2, h3, after, 4),
          ]),
        ],
      },
      {
        team: 'Otters',
        target: { overs: 2, runs: 10 },
        overs: [
          over(0, [ball(o1, o2, from, { bat: 6 }), ...dots(o1, o2, from, 5)]),
          over(1, [ball(o2, o1, then), ball(o2, o1, then), ball(o2, o1, then, { bat: 4 })]),
        ],
      },
    ],
  }
}

/** The deliveries of an over, to be changed. */
export function deliveries(file: CricsheetFile, innings: number, n: number): CricsheetBall[] {
  const found = file.innings[innings - 1]?.overs[n]
  if (!found) throw new Error(`no over ${n} in innings ${innings}`)
  return found.deliveries
}
