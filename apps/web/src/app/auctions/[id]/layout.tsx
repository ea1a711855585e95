import type { ReactNode } from 'react'
import { DemoBar } from '../../../features/demo/demo-bar.tsx'
import { demoOf } from '../../../features/demo/load-demo.ts'
import { findAuction } from '../../../rooms/load-room.ts'

type Props = { children: ReactNode; params: Promise<{ id: string }> }

/** Asked before the room's skeleton is sent, so that an address without an auction is answered 404. */
export default async function RoomLayout({ children, params }: Props) {
  const page = await findAuction((await params).id)
  const demo = await demoOf(page)
  if (!demo) return children
  return (
    <>
      <DemoBar auctionId={page.auctionId} demo={demo} />
      {children}
    </>
  )
}
