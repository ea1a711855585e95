export { connectRoom, type Room, type RoomOptions, type RoomSnapshot, type RoomStatus } from './connect-room.ts'
export type { Outcome } from './pending.ts'
