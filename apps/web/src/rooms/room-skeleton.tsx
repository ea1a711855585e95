import { Skeleton, SkeletonRows } from '@gavel/ui'
import { RoomFrame } from './room-frame.tsx'

/** The shape of an auction room that is still on its way. */
export function RoomSkeleton() {
  return (
    <RoomFrame>
      <main id="main" className="mx-auto grid w-full max-w-[110rem] gap-6 p-3 sm:p-5 @5xl:grid-cols-[17rem_1fr_23rem]">
        <h1 className="sr-only">The auction room is on its way</h1>
        <div className="hidden gap-4 @5xl:grid">
          <Skeleton className="aspect-[16/9] w-full" />
          <Skeleton className="h-8 w-3/4" />
          <SkeletonRows rows={4} words="Loading the player" />
        </div>
        <div className="grid content-start gap-6">
          <Skeleton className="h-60" />
          <SkeletonRows rows={5} words="Loading the bids" />
        </div>
        <SkeletonRows rows={8} words="Loading the teams" />
      </main>
    </RoomFrame>
  )
}
