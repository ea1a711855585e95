// Who may bowl the next ball (BOWL-1 to BOWL-4).
import type { PlayerId } from '../sport.ts'
import { otherSide } from '../sport.ts'
import { type Against, objects, oddly } from './objects.ts'
import type { Delivery } from './plays.ts'
import type { CricketRules } from './rules.ts'
import type { CricketScore, Innings } from './score.ts'

export function bowlerObjection(score: CricketScore, innings: Innings, { bowler: player }: Delivery): Against {
  const { over, lately, relief } = innings
  const begins = !over?.bowlers.includes(player)
  const { oversInARow } = score.rules
  if (begins && lately.length >= oversInARow && lately.every((bowlers) => bowlers.includes(player)))
    return oversInARow === 1
      ? objects('BOWLED_LAST_OVER', { player })
      : objects('BOWLED_IN_A_ROW', { player, overs: oversInARow })
  const { players, gone } = score
  if (!players[otherSide(innings.batting)].includes(player)) return oddly('NOT_IN_SIDE', { player })
  if (gone.includes(player)) return oddly('LEFT_MATCH', { player })
  if (over && over.bowlers.at(-1) !== player && relief !== player) return oddly('MID_OVER', { player })
  if (innings.superOver > 0 && bowledSuperOverBefore(score, innings, player))
    return oddly('BOWLED_LAST_SUPER_OVER', { player })
  const had = innings.bowlers.find((one) => one.player === player)?.begun ?? 0
  return begins && had > 0 && !mayBegin(score.rules, innings, had) ? oddly('QUOTA', { player, overs: had }) : null
}

const bowledSuperOverBefore = ({ innings }: CricketScore, { superOver, batting }: Innings, player: PlayerId): boolean =>
  innings.some(
    (one) =>
      one.superOver === superOver - 1 &&
      one.superOver > 0 &&
      one.batting === batting &&
      one.bowlers.some((b) => b.player === player),
  )

/**
 * A share of the overs each, reckoned anew when overs are cut; where they do not divide, as many bowlers as the remainder may bowl one
 * more (BOWL-3).
 */
function mayBegin({ quota }: CricketRules, { limit, bowlers, superOver }: Innings, had: number): boolean {
  if (quota === null || limit === null || superOver > 0) return true
  const overs = limit.overs + (limit.balls > 0 ? 1 : 0)
  const share = Math.floor(overs / quota)
  if (had < share) return true
  return had === share && bowlers.filter(({ begun }) => begun > share).length < overs % quota
}
