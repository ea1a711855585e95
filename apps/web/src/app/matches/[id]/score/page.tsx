import type { Metadata } from 'next'
import { findMatch } from '../../../../matches/fan/load-match.ts'
import { BeginMatch } from '../../../../matches/score/begin-match.tsx'
import { loadPad } from '../../../../matches/score/load-pad.ts'
import { NotScoring } from '../../../../matches/score/not-scoring.tsx'
import { ScorePage } from '../../../../matches/score/score-page.tsx'

type Params = { params: Promise<{ id: string }>; searchParams: Promise<{ blind?: string }> }

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  const { match } = await findMatch((await params).id)
  return { title: `Scorer’s pad, ${match.sides.home.short} v ${match.sides.away.short}` }
}

export default async function ScorersPad({ params, searchParams }: Params) {
  const { id } = await params
  const pad = await loadPad(id)
  const blind = (await searchParams).blind === '1'
  switch (pad.is) {
    case 'not-yours':
      return <NotScoring matchId={id} />
    case 'not-begun':
      return <BeginMatch page={pad.page} />
    case 'pad':
      return <ScorePage key={String(blind)} {...pad.props} blind={blind} />
    default:
      return pad satisfies never
  }
}
