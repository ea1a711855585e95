import type { Metadata } from 'next'
import { loadSetup } from '../../../../../../features/admin/desk/load-desk.ts'
import { EntriesPage } from '../../../../../../features/admin/entries/entries-page.tsx'

type Props = { params: Promise<{ slug: string }> }

export const metadata: Metadata = { title: 'Entries' }

export default async function DeskEntriesPage({ params }: Props) {
  const setup = await loadSetup((await params).slug)
  return setup ? <EntriesPage setup={setup} /> : null
}
