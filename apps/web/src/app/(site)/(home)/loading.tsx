import { HomeLoading } from '../../../features/loading.tsx'

export default function Loading() {
  return <HomeLoading />
}
