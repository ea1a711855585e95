import { SkeletonRows } from '@gavel/ui'

export default function Loading() {
  return (
    <div className="ruled pt-3">
      <SkeletonRows rows={6} words="Loading your account" />
    </div>
  )
}
