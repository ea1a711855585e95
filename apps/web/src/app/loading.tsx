import { Skeleton, SkeletonRows } from '@gavel/ui'

export default function Loading() {
  return (
    <main id="main" className="mx-auto grid w-full max-w-6xl content-start gap-6 px-4 py-10 sm:px-6">
      <Skeleton className="h-10 w-2/3 max-w-md" />
      <Skeleton className="h-44 w-full" />
      <SkeletonRows rows={5} words="Loading the page" />
    </main>
  )
}
