import { GOAL_ACTIONS } from './actions-goals.ts'
import { PLAYER_ACTIONS } from './actions-players.ts'
import { TIME_ACTIONS } from './actions-time.ts'
import type { FootballAction } from './fields.ts'

/** Everything that a scorer writes in football. */
export const FOOTBALL_ACTIONS: readonly FootballAction[] = [...GOAL_ACTIONS, ...PLAYER_ACTIONS, ...TIME_ACTIONS]
