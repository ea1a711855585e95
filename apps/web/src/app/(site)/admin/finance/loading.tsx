import { RowsLoading } from '../../../../features/loading.tsx'

export default function Loading() {
  return <RowsLoading words="Loading the books" />
}
