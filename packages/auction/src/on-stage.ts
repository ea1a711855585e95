// What every answer at a stage after the bidding asks first (STAGE-2, STAGE-3).
import { type Decision, refuse } from './answers.ts'
import { teamOf } from './holdings.ts'
import { awaited } from './match.ts'
import { withLot, withTeamOf } from './on-lot.ts'
import type { AuctionState, Lot, LotStage, Team, TeamId } from './state.ts'

/** A team that is at this stage, in time. */
export type Asked<S extends LotStage['is']> = { lot: Lot; stage: Extract<LotStage, { is: S }>; team: Team }

type Answer = { by: string; lot: number; floorTeam?: TeamId | null }

/**
 * The answer of a team that is at this stage of the lot, whether or not it has answered already. Refused are a lot that is not open, a paddle that
 * is none, another stage, a team that takes no part (`NOT_ASKED`), and, by the store's clock, whatever comes too late (`TIME_UP`).
 */
export function atStage<S extends LotStage['is']>(
  state: AuctionState,
  c: Answer,
  is: S,
  nowMs: number,
  then: (at: Asked<S>) => Decision,
): Decision {
  return withLot(state, c.lot, ['running'], (lot) =>
    withTeamOf(state, c, (team) => {
      const { stage } = lot
      if (!isAt(stage, is) || !takesPart(stage, team)) return refuse('NOT_ASKED')
      if (lot.deadlineMs !== null && nowMs >= lot.deadlineMs) return refuse('TIME_UP')
      return then({ lot, stage, team: teamOf(state, team) })
    }),
  )
}

/** The same, of a team whose answer is awaited. */
export function asked<S extends LotStage['is']>(
  state: AuctionState,
  c: Answer,
  is: S,
  nowMs: number,
  then: (at: Asked<S>) => Decision,
): Decision {
  return atStage(state, c, is, nowMs, (at) => (awaited(at.stage).includes(at.team.id) ? then(at) : refuse('NOT_ASKED')))
}

function isAt<S extends LotStage['is']>(stage: LotStage, is: S): stage is Extract<LotStage, { is: S }> {
  return stage.is === is
}

function takesPart(stage: LotStage, team: TeamId): boolean {
  switch (stage.is) {
    case 'bidding':
      return false
    case 'match':
      return stage.holder === team || stage.leader === team
    case 'invited':
      return stage.teams.some((invited) => invited.team === team)
    case 'sealing':
    case 'revealing':
      return stage.seals.some((seal) => seal.team === team)
    default:
      return stage satisfies never
  }
}
