import { EventLoading } from '../../../../features/loading.tsx'

export default function Loading() {
  return <EventLoading />
}
