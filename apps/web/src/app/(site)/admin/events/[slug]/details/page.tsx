import type { Metadata } from 'next'
import { loadSetup } from '../../../../../../features/admin/desk/load-desk.ts'
import { DetailsPage } from '../../../../../../features/admin/details/details-page.tsx'

type Props = { params: Promise<{ slug: string }> }

export const metadata: Metadata = { title: 'Details' }

export default async function DeskDetailsPage({ params }: Props) {
  const setup = await loadSetup((await params).slug)
  return setup ? <DetailsPage setup={setup} /> : null
}
