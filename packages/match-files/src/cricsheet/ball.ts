// One delivery of a file as plays of the book.
import type { Delivery, Fielder, RetirementKind, Review, Side, Wicket } from '@gavel/scoring'
import { RETIREMENTS } from '@gavel/scoring'
import type { People } from '../people.ts'
import { Refused } from '../refused.ts'
import type { CricsheetBall } from './schema.ts'

type FileWicket = NonNullable<CricsheetBall['wickets']>[number]

const RETIRED: ReadonlySet<string> = new Set(RETIREMENTS)
const isRetirement = (wicket: FileWicket): wicket is FileWicket & { kind: RetirementKind } => RETIRED.has(wicket.kind)

/** What a delivery of the file holds: the ball itself, and what the Laws count as something of its own. */
export type ReadBall = {
  readonly ball: Delivery
  readonly retired: readonly { readonly player: string; readonly kind: RetirementKind }[]
  readonly timedOut: readonly string[]
}

/** Throws {@link Refused} where the sums of the file contradict each other. */
export function readBall(file: CricsheetBall, people: People, sideOf: (team: string) => Side, where: string): ReadBall {
  const { batter: bat, extras: extra, total, non_boundary: ran } = file.runs
  const { wides = 0, noballs = 0, byes = 0, legbyes = 0, penalty = 0 } = file.extras ?? {}
  if (bat + extra !== total || wides + noballs + byes + legbyes + penalty !== extra)
    throw new Refused('SUMS_DIFFER', where)
  const wickets = file.wickets ?? []
  const out = wickets.filter((wicket) => !isRetirement(wicket) && wicket.kind !== 'timed out')
  const ball: Delivery = {
    type: 'Delivery',
    striker: people.id(file.batter),
    nonStriker: people.id(file.non_striker),
    bowler: people.id(file.bowler),
    runs: {
      bat,
      ...(wides > 0 ? { wides } : {}),
      ...(noballs > 0 ? { noBalls: noballs } : {}),
      ...(byes > 0 ? { byes } : {}),
      ...(legbyes > 0 ? { legByes: legbyes } : {}),
    },
    ...((bat === 4 || bat === 6) && !ran ? { boundary: bat } : {}),
    ...(penalty > 0 ? { penalty: { to: 'batting' as const, runs: penalty } } : {}),
    ...(out.length > 0 ? { wickets: out.map((wicket) => wicketOf(wicket, file.bowler, people)) } : {}),
    ...(file.review ? { review: reviewOf(file.review, people, sideOf) } : {}),
  }
  return {
    ball,
    retired: wickets.filter(isRetirement).map(({ player_out, kind }) => ({ player: people.id(player_out), kind })),
    timedOut: wickets.filter(({ kind }) => kind === 'timed out').map(({ player_out }) => people.id(player_out)),
  }
}

function wicketOf({ kind, player_out, fielders }: FileWicket, bowler: string, people: People): Wicket {
  const own = kind === 'caught and bowled'
  const listed: readonly Fielder[] = own
    ? [{ player: people.id(bowler) }]
    : (fielders ?? []).map(({ name, substitute }) => ({
        player: name === undefined ? null : people.id(name),
        ...(substitute ? { substitute: true as const } : {}),
      }))
  return {
    kind: own ? 'caught' : (kind as Wicket['kind']),
    out: people.id(player_out),
    ...(listed.length > 0 ? { fielders: listed } : {}),
  }
}

type FileReview = NonNullable<CricsheetBall['review']>

function reviewOf(review: FileReview, people: People, sideOf: (team: string) => Side): Review {
  const { by, batter, umpire, decision, umpires_call: call, type } = review
  return {
    by: sideOf(by),
    ...(batter === undefined ? {} : { batter: people.id(batter) }),
    ...(umpire === undefined ? {} : { umpire: people.id(umpire) }),
    decision: decision === 'upheld' ? 'upheld' : 'struck down',
    ...(call ? { umpiresCall: true as const } : {}),
    ...(type === undefined ? {} : { about: type }),
  }
}
