import type { ReactNode } from 'react'
import { findAuction } from '../../../rooms/load-room.ts'

type Props = { children: ReactNode; params: Promise<{ id: string }> }

/** Asked before the room's skeleton is sent, so that an address without an auction is answered 404. */
export default async function RoomLayout({ children, params }: Props) {
  await findAuction((await params).id)
  return children
}
