import { MatchLoading } from '../../../../matches/fan/loading.tsx'

export default function Loading() {
  return <MatchLoading />
}
