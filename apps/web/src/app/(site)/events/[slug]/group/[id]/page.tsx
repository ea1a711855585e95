import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { viewer } from '../../../../../../features/account/viewer.ts'
import { GroupForGuest, GroupPage, NoSuchGroup } from '../../../../../../features/entering/group-page.tsx'
import { loadGroup } from '../../../../../../features/entering/load-group.ts'
import { firstEntryOf } from '../../../../../../features/events/first-entry.ts'
import { loadEvent } from '../../../../../../features/events/load-event.ts'
import { first, paths } from '../../../../../../paths.ts'
import { api } from '../../../../../../server/context.ts'

type Props = {
  params: Promise<{ slug: string; id: string }>
  searchParams: Promise<{ key?: string | string[] }>
}

// A link for whoever was given it, not for search engines.
export const metadata: Metadata = { title: 'A seat in a group', robots: { index: false, follow: false } }

export default async function Page({ params, searchParams }: Props) {
  const [{ slug, id }, { key }] = await Promise.all([params, searchParams])
  const groupKey = first(key) ?? ''
  const event = await loadEvent(slug)
  if (!event) notFound()
  const [found, me] = await Promise.all([loadGroup(slug, id, groupKey), viewer()])
  if (found.is === 'wrong') return <NoSuchGroup event={event} />
  if (found.is === 'guest' || !me) return <GroupForGuest event={event} at={paths.group(slug, id, groupKey)} />
  const caller = await api()
  const [profile, terms, mine] = await Promise.all([
    caller.profile.mine(),
    caller.event.entryTerms({ slug }),
    caller.event.myRegistrations({ slug }),
  ])
  return (
    <GroupPage
      event={event}
      group={found.group}
      groupKey={groupKey}
      terms={terms}
      viewer={{ ...firstEntryOf(profile), userId: me.userId }}
      mine={mine}
    />
  )
}
