import { Skeleton, SkeletonRows } from '@gavel/ui'

/** The shape of a match's page. */
export function MatchLoading() {
  return (
    <main id="main" className="mx-auto grid w-full max-w-6xl content-start gap-6 px-4 pt-5 pb-40 sm:px-6">
      <h1 className="sr-only">The match is on its way</h1>
      <Skeleton className="h-5 w-48" />
      <Skeleton className="h-8 w-full max-w-md" />
      <div className="grid gap-x-10 gap-y-6 lg:grid-cols-[26rem_minmax(0,1fr)]">
        <Skeleton className="h-44" />
        <SkeletonRows rows={8} words="Loading the match" />
      </div>
    </main>
  )
}
