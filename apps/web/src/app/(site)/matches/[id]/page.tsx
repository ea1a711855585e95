import type { Metadata } from 'next'
import { findMatch, loadMatch } from '../../../../matches/fan/load-match.ts'
import { MatchFan } from '../../../../matches/fan/match-fan.tsx'

type Params = { params: Promise<{ id: string }> }

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  const { match, event } = await findMatch((await params).id)
  const { home, away } = match.sides
  const title = `${home.name} v ${away.name}`
  const { line } = match
  const stands = line
    ? `${home.short} ${line.home || '–'}, ${away.short} ${line.away || '–'}${line.result ? `: ${line.result}` : ''}`
    : ''
  const description = [stands, event.name].filter(Boolean).join('. ')
  return { title, description, openGraph: { title, description } }
}

export default async function MatchPage({ params }: Params) {
  return <MatchFan {...(await loadMatch((await params).id))} />
}
