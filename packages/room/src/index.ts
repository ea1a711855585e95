export { connectRoom, type Room, type RoomOptions, type RoomSnapshot, UNJOINED_ROOM } from './connect-room.ts'
export type { RoomStatus } from './log-socket.ts'
export { type Ask, isAside, type Kept, type Ref, type Seat, unsent } from './match/asks.ts'
export {
  connectMatch,
  type MatchOutcome,
  type MatchRoom,
  type MatchRoomOptions,
  type MatchSnapshot,
  UNJOINED_MATCH,
} from './match/connect-match.ts'
export { asCommand, type Drawing, type Me } from './match/drawing.ts'
export { openPad, type Pad, type PadOptions, type PadSnapshot } from './match/pad.ts'
export { refOf } from './match/queue.ts'
export type { Difference, Standing, Wording } from './match/standing.ts'
export type { Outcome } from './pending.ts'
