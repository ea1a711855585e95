import type { Metadata } from 'next'
import { loadSetup } from '../../../../../../features/admin/desk/load-desk.ts'
import { MatchesDesk } from '../../../../../../features/admin/matches/matches-desk.tsx'
import { api } from '../../../../../../server/context.ts'

type Props = { params: Promise<{ slug: string }> }

export const metadata: Metadata = { title: 'Matches' }

export default async function DeskMatchesPage({ params }: Props) {
  const { slug } = await params
  const setup = await loadSetup(slug)
  if (!setup) return null
  const { match } = await api()
  const [matches, tables] = await Promise.all([match.list({ slug }), match.tables({ slug })])
  return <MatchesDesk setup={{ event: setup.event, teams: setup.teams }} matches={matches} tables={tables} />
}
