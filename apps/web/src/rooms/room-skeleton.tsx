import { Skeleton, SkeletonRows } from '@gavel/ui'

/** The shape of an auction room that is still on its way. */
export function RoomSkeleton() {
  return (
    <main id="main" className="mx-auto grid w-full max-w-[110rem] gap-6 p-3 sm:p-5 lg:grid-cols-[17rem_1fr_23rem]">
      <div className="hidden gap-4 lg:grid">
        <Skeleton className="aspect-[4/5] w-52" />
        <Skeleton className="h-8 w-3/4" />
        <SkeletonRows rows={4} words="Loading the player" />
      </div>
      <div className="grid content-start gap-6">
        <Skeleton className="h-60" />
        <SkeletonRows rows={5} words="Loading the bids" />
      </div>
      <SkeletonRows rows={8} words="Loading the teams" />
    </main>
  )
}
