import { Skeleton, SkeletonRows } from '@gavel/ui'

/** The shape of the players' pages: head, the way to the others, rows. */
export function PlayersLoading() {
  return (
    <div className="grid grid-cols-1 gap-6">
      <Skeleton className="h-8 w-40" />
      <Skeleton className="h-11 w-full max-w-md" />
      <div className="ruled pt-2">
        <SkeletonRows rows={10} words="Loading the players" />
      </div>
    </div>
  )
}
