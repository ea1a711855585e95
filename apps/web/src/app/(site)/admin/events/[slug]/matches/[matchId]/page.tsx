import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { LineUpsDesk } from '../../../../../../../features/admin/matches/line-ups-desk.tsx'
import { findMatch } from '../../../../../../../matches/fan/load-match.ts'

type Props = { params: Promise<{ slug: string; matchId: string }> }

export const metadata: Metadata = { title: 'Line-ups' }

export default async function DeskMatchPage({ params }: Props) {
  const { slug, matchId } = await params
  const page = await findMatch(matchId)
  if (page.event.slug !== slug || !page.you.mayManage) notFound()
  return <LineUpsDesk page={page} />
}
