import type { Metadata } from 'next'
import { loadSetup } from '../../../../../../features/admin/desk/load-desk.ts'
import { TeamsDesk } from '../../../../../../features/admin/teams/teams-desk.tsx'
import { publicUrl } from '../../../../../../server/public-url.ts'

type Props = { params: Promise<{ slug: string }> }

export const metadata: Metadata = { title: 'Teams' }

export default async function DeskTeamsPage({ params }: Props) {
  const setup = await loadSetup((await params).slug)
  if (!setup) return null
  const { event, teams, phase, rules } = setup
  return <TeamsDesk setup={{ event, teams, phase, rules }} origin={publicUrl('/')} />
}
