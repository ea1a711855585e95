import { PlayersLoading } from '../../../../../../features/players/players-loading.tsx'

export default function Loading() {
  return <PlayersLoading />
}
