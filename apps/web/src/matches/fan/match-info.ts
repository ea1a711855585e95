import type { BySide, Names, PlayerId, ScoredSport, Side } from '@gavel/scoring'

/** A team as a page shows it. */
type ShownSide = {
  readonly team: string | null
  readonly name: string
  readonly short: string
  readonly colour: string
}

/** What a page knows of a match beside its log. */
export type MatchInfo = {
  readonly matchId: string
  readonly sport: ScoredSport
  readonly event: {
    readonly slug: string
    readonly name: string
    readonly rehearsal: boolean
    readonly auctionId: string | null
  }
  readonly sides: BySide<ShownSide>
  /** `Semi-final`, `Group A, round 2`; empty where nothing is said. */
  readonly stage: string
  readonly venue: string
  /** Null where it is not known yet. */
  readonly startsAtMs: number | null
  readonly timeZone: string
  readonly status: 'scheduled' | 'live' | 'ended' | 'cancelled'
  /** Names by id, of everybody who may play or officiate. */
  readonly people: Readonly<Record<PlayerId, string>>
}

/** How a match's page calls teams and people. */
export function namesOf({ sides, people }: Pick<MatchInfo, 'sides' | 'people'>): Names {
  return {
    team: (side: Side) => sides[side].name,
    player: (player) => (player === null ? 'somebody' : (people[player] ?? 'A player without a name')),
  }
}

/** The last word of a name, and the first letters before it where two of the same side share it. */
export function shortName(name: string): string {
  const words = name.trim().split(/\s+/)
  const last = words.at(-1) ?? name
  return words.length > 1 ? `${words[0]?.[0] ?? ''} ${last}` : last
}
