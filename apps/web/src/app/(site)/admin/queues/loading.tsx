import { RowsLoading } from '../../../../features/loading.tsx'

export default function Loading() {
  return <RowsLoading words="Loading messages and jobs" />
}
