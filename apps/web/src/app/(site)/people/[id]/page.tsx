import type { Metadata } from 'next'
import { loadPerson } from '../../../../features/profile/load-person.ts'
import { PersonPage } from '../../../../features/profile/person-page.tsx'

type Params = { params: Promise<{ id: string }> }

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  const { name, avatarUrl, playing } = await loadPerson((await params).id)
  const description = [playing.role, playing.country].filter(Boolean).join(', ')
  return {
    title: name,
    description: description || undefined,
    openGraph: { title: name, type: 'profile', ...(avatarUrl && { images: [avatarUrl] }) },
  }
}

export default async function Page({ params }: Params) {
  return <PersonPage person={await loadPerson((await params).id)} />
}
