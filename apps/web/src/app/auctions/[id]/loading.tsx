import { RoomSkeleton } from '../../../rooms/room-skeleton.tsx'

export default function Loading() {
  return <RoomSkeleton />
}
