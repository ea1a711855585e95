import type { Amount } from '@gavel/auction'

/** What somebody with a paddle does, in the own team's name. Each is lawful in the state it was decided on (BOT-1). */
export type PaddleAct =
  | { type: 'PlaceBid'; lot: number; amount: Amount }
  | { type: 'ClaimMatch'; lot: number; term: string | null }
  | { type: 'RaiseMatch'; lot: number; amount: Amount }
  | { type: 'KeepMatch'; lot: number }
  | { type: 'DeclineMatch'; lot: number }
  | { type: 'JoinTieBreak'; lot: number; joins: boolean }
  | { type: 'SealAmount'; lot: number; round: number; commitment: string }
  | { type: 'RevealAmount'; lot: number; round: number; amount: Amount; secret: string }
  | { type: 'NamePlayers'; players: string[] }
  | { type: 'NominatePlayer'; player: string; amount: Amount }
  | { type: 'SetProxy'; lot: number; max: Amount }
