import type { Metadata } from 'next'
import { loadSetup } from '../../../../../../features/admin/desk/load-desk.ts'
import { NightPage } from '../../../../../../features/night/night-page.tsx'
import { paths } from '../../../../../../paths.ts'
import { publicUrl } from '../../../../../../server/public-url.ts'

export const metadata: Metadata = { title: 'The night' }

type Props = { params: Promise<{ slug: string }> }

export default async function Page({ params }: Props) {
  const setup = await loadSetup((await params).slug)
  if (!setup) return null
  const { event, phase } = setup
  return <NightPage event={event} phase={phase} joinUrl={publicUrl(paths.join(event.joinCode))} />
}
