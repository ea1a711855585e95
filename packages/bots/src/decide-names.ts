// Whom a bot names: where names are called for, and where it is its turn to put a player up.
import {
  type AuctionState,
  openLots,
  type Player,
  purchaseRefusal,
  squadRefusal,
  standing,
  type Team,
  type TeamId,
} from '@gavel/auction'
import type { PaddleAct } from './acts.ts'
import { createRng, type Rng } from './rng.ts'
import type { Bot } from './tempers.ts'
import { worthOf } from './worth.ts'

/** Of the players it wants most, one of so many is put up: nobody shows at once whom one wants. */
const HIDES_AMONG = 5

/** What the team names in the round that is open, or null: none is open, it has named, or it wants nobody (BOT-6). */
export function decideNames(state: AuctionState, teamId: TeamId, bot: Bot): PaddleAct | null {
  const { round } = state
  const team = state.teams[teamId]
  if (state.phase.is !== 'running' || !round || !team || round.named[teamId]) return null
  const players = wanted(state, team, bot, ({ status }) => status.is === 'waiting' || status.is === 'unsold').filter(
    (player) => worthOf(state, team, player, bot) >= player.base,
  )
  if (players.length === 0) return null
  return { type: 'NamePlayers', players: players.slice(0, round.perTeam).map(({ id }) => id) }
}

/** Whom the team puts up now, at his base price, or null: it is not its turn, or it can afford nobody who waits (BOT-6). */
export function decideNomination(state: AuctionState, teamId: TeamId, bot: Bot, rng: Rng): PaddleAct | null {
  const { nomination, openLots: most } = state.rules
  const team = state.teams[teamId]
  if (state.phase.is !== 'running' || nomination === null || !team || openLots(state).length >= most) return null
  if (nomination.order !== 'free' && state.turn?.team !== teamId) return null
  const as = standing(state, team, 0)
  // Whoever need not name holds back once its squad is as large as it must be.
  if (nomination.order === 'free' && as.squad.length >= state.rules.squad.min) return null
  const players = wanted(state, as, bot, ({ status }) => status.is === 'waiting').filter(
    (player) => purchaseRefusal(state, as, player, player.base) === null,
  )
  const player = players[Math.floor(rng() * Math.min(HIDES_AMONG, players.length))]
  return player ? { type: 'NominatePlayer', player: player.id, amount: player.base } : null
}

/** Players whom the squad has room for, the most wanted first. */
function wanted(state: AuctionState, team: Team, bot: Bot, isThere: (player: Player) => boolean): Player[] {
  return Object.values(state.players)
    .filter((player) => isThere(player) && squadRefusal(state, team, player) === null)
    .map((player) => ({
      player,
      worth: worthOf(state, team, player, bot) / player.base + createRng(`${bot.seed}:${player.id}`)() / 100,
    }))
    .toSorted((a, b) => b.worth - a.worth)
    .map(({ player }) => player)
}
