import { DeskLoading } from '../../../../../features/loading.tsx'

export default function Loading() {
  return <DeskLoading />
}
