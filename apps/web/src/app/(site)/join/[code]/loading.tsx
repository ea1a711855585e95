import { Skeleton } from '@gavel/ui'
import { JoinFrame } from '../../../../features/join/join-frame.tsx'

export default function Loading() {
  return (
    <JoinFrame over="Join" title="Looking the code up">
      <div role="status" className="grid gap-4">
        <span className="sr-only">Loading</span>
        <Skeleton className="h-36" />
        <Skeleton className="h-14" />
      </div>
    </JoinFrame>
  )
}
