import { Skeleton, SkeletonRows } from '@gavel/ui'

/** The shape of the home page. */
export function HomeLoading() {
  return (
    <main
      id="main"
      className="mx-auto grid w-full max-w-6xl grid-cols-1 content-start gap-12 px-4 pt-8 pb-16 sm:px-6 sm:pt-12"
    >
      <h1 className="sr-only">Home is on its way</h1>
      <div className="grid gap-5">
        <Skeleton className="h-8 w-40 sm:h-11" />
        <Skeleton className="h-80 w-full md:h-56" />
      </div>
      <div className="ruled pt-3">
        <SkeletonRows rows={3} words="Loading what is live" />
      </div>
    </main>
  )
}

/** The shape of an event's page: head, then the programme beside what is at a glance. */
export function EventLoading() {
  return (
    <main
      id="main"
      className="mx-auto grid w-full max-w-6xl grid-cols-1 content-start gap-10 px-4 pt-8 pb-16 sm:px-6 sm:pt-12"
    >
      <h1 className="sr-only">The event is on its way</h1>
      <div className="grid gap-4">
        <Skeleton className="h-5 w-40" />
        <Skeleton className="h-10 w-full max-w-xl" />
        <Skeleton className="h-10 w-44" />
      </div>
      <div className="grid items-start gap-x-12 gap-y-10 lg:grid-cols-[1fr_22rem]">
        <div className="ruled grid gap-3 pt-3 lg:order-last">
          <Skeleton className="h-12 w-full" />
          <Skeleton className="h-12 w-full" />
          <Skeleton className="h-12 w-full" />
        </div>
        <div className="ruled pt-3">
          <SkeletonRows rows={8} words="Loading the event" />
        </div>
      </div>
    </main>
  )
}

/** The shape of a page of rows. */
export function RowsLoading({ words }: { words: string }) {
  return (
    <main
      id="main"
      className="mx-auto grid w-full max-w-6xl grid-cols-1 content-start gap-8 px-4 pt-8 pb-16 sm:px-6 sm:pt-12"
    >
      <h1 className="sr-only">{words}</h1>
      <Skeleton className="h-8 w-48 sm:h-11" />
      <div className="ruled pt-3">
        <SkeletonRows rows={8} words={words} />
      </div>
    </main>
  )
}

/** The shape of one page of an event's desk; what stands around it is there already. */
export function DeskLoading() {
  return (
    <>
      <h1 className="sr-only">The desk is on its way</h1>
      <Skeleton className="h-8 w-48" />
      <div className="ruled pt-3">
        <SkeletonRows rows={8} words="Loading the desk" />
      </div>
    </>
  )
}
