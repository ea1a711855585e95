import type { Metadata } from 'next'
import { viewer } from '../../../../features/account/viewer.ts'
import { foldTyped } from '../../../../features/join/code.ts'
import { EventJoin } from '../../../../features/join/event-join.tsx'
import { InvitationJoin } from '../../../../features/join/invitation-join.tsx'
import { loadJoin } from '../../../../features/join/load-join.ts'
import { NoSuchCode, TooManyCodes } from '../../../../features/join/no-such-code.tsx'
import { invitedTo } from '../../../../features/join/roles.ts'

type Props = { params: Promise<{ code: string }> }

/** What a new team's colour is shown with; the real prices are the rules' business. */
const SAMPLE_PRICE = 200_000_000

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const found = await loadJoin(codeIn((await params).code))
  // A code is for whoever was given it, not for search engines.
  const robots = { index: false, follow: false }
  if (found.kind === 'event') return { title: found.event.name, robots }
  if (found.kind === 'invitation') return { title: invitedTo(found).title, robots }
  return { title: 'Join', robots }
}

export default async function Page({ params }: Props) {
  const code = codeIn((await params).code)
  const [found, me] = await Promise.all([loadJoin(code), viewer()])
  switch (found.kind) {
    case 'event':
      return <EventJoin event={found.event} me={me} />
    case 'invitation':
      return <InvitationJoin code={code} invitation={found} me={me} price={SAMPLE_PRICE} />
    case 'wrong':
      return <NoSuchCode code={code} />
    case 'wait':
      return <TooManyCodes code={code} seconds={found.seconds} />
    default:
      return found satisfies never
  }
}

/** The code as it is stored; at most what a page can show of something that is none. */
function codeIn(param: string): string {
  try {
    return foldTyped(decodeURIComponent(param)).slice(0, 40)
  } catch {
    return foldTyped(param).slice(0, 40)
  }
}
