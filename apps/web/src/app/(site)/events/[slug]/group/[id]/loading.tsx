import { Skeleton } from '@gavel/ui'
import { JoinFrame } from '../../../../../../features/join/join-frame.tsx'

export default function Loading() {
  return (
    <JoinFrame over="A seat in a group" title="Looking the group up" className="max-w-lg">
      <div role="status" className="grid gap-4">
        <span className="sr-only">Loading</span>
        <Skeleton className="h-12" />
        <Skeleton className="h-36" />
        <Skeleton className="h-80" />
      </div>
    </JoinFrame>
  )
}
