import { Button } from '@gavel/ui'
import { Download } from 'lucide-react'
import type { Metadata } from 'next'
import { DeskTitle } from '../../../../../../features/admin/desk/desk-title.tsx'
import { loadSetup } from '../../../../../../features/admin/desk/load-desk.ts'
import { Invitations } from '../../../../../../features/admin/people/invitations.tsx'
import { RegistrationsDesk } from '../../../../../../features/admin/people/registrations-desk.tsx'
import { StaffDesk } from '../../../../../../features/admin/people/staff.tsx'
import { paths } from '../../../../../../paths.ts'
import { api } from '../../../../../../server/context.ts'
import { publicUrl } from '../../../../../../server/public-url.ts'

type Props = { params: Promise<{ slug: string }> }

export const metadata: Metadata = { title: 'People' }

export default async function DeskPeoplePage({ params }: Props) {
  const { slug } = await params
  const setup = await loadSetup(slug)
  if (!setup) return null
  const caller = await api()
  const [registrations, invitations] = await Promise.all([
    caller.registration.list({ slug }),
    caller.invitation.list({ slug }),
  ])
  const { event, staff, you } = setup
  const origin = publicUrl('/')
  const over = event.status === 'cancelled' || event.status === 'finished'
  return (
    <>
      <DeskTitle
        title="People"
        words="Who registered, who looks after the event, and whom you have invited."
        actions={
          registrations.length > 0 ? (
            <Button asChild>
              <a href={paths.registrationsFile(slug)} download>
                <Download aria-hidden className="size-4" />
                Download as CSV
              </a>
            </Button>
          ) : null
        }
      />
      <RegistrationsDesk
        slug={slug}
        currency={event.currency}
        timeZone={event.timeZone}
        entries={registrations}
        asked={{ player: event.entry.players, owner: event.entry.owners }}
      />
      <StaffDesk
        slug={slug}
        origin={origin}
        staff={staff}
        you={you.userId}
        closed={over ? `This event is ${event.status}.` : null}
      />
      <Invitations slug={slug} origin={origin} timeZone={event.timeZone} invitations={invitations} />
    </>
  )
}
