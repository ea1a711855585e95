'use client'

import type { RouterOutputs } from '@gavel/api'
import { Badge, Button, Dialog, EmptyState, Section, Table, Td, TeamChip, Th, Tr, toast } from '@gavel/ui'
import { useMutation } from '@tanstack/react-query'
import { QrCode as QrIcon } from 'lucide-react'
import { useState } from 'react'
import { useTRPC } from '../../../trpc/client.tsx'
import { ShortTime } from '../../events/event-time.tsx'
import { InviteLink } from '../../invite/invite-link.tsx'
import { Confirm } from '../desk/confirm.tsx'
import { useRefresh } from '../desk/use-refresh.ts'

type Invitation = RouterOutputs['invitation']['list'][number]

const STATE = {
  open: { tone: 'good', words: 'Open' },
  used: { tone: 'plain', words: 'Used' },
  expired: { tone: 'warn', words: 'Too old' },
  revoked: { tone: 'bad', words: 'Taken back' },
} as const

const ROLE = {
  organiser: 'Organiser',
  auctioneer: 'Auctioneer',
  scorer: 'Scorer',
  owner: 'Team owner',
  bidder: 'Second bidder',
} as const

type InvitationsProps = { slug: string; origin: string; timeZone: string; invitations: Invitation[] }

/** The invitations of an event: open ones can be shown again or taken back. */
export function Invitations({ slug, origin, timeZone, invitations }: InvitationsProps) {
  const [shownId, setShownId] = useState<string | null>(null)
  const shown = invitations.find(({ id }) => id === shownId)
  const open = invitations.filter(({ state }) => state === 'open').length
  const sorted = invitations.toSorted((one, other) => Number(other.state === 'open') - Number(one.state === 'open'))
  return (
    <Section title="Invitations" aside={invitations.length > 0 ? `${open} open` : null}>
      {invitations.length === 0 ? (
        <EmptyState
          className="mt-2"
          title="No invitations yet"
          words="Invite staff above, and owners among the teams: each invitation is a link and a code for one person, and stands here until it is used."
        />
      ) : (
        <Table aria-label="Invitations">
          <thead>
            <tr>
              <Th>For</Th>
              <Th className="max-sm:hidden">State</Th>
              <Th className="max-lg:hidden">Until</Th>
              <Th className="max-sm:hidden">
                <span className="sr-only">What to do</span>
              </Th>
            </tr>
          </thead>
          <tbody>
            {sorted.map((invitation) => (
              <Tr key={invitation.id}>
                <Td>
                  <span className="grid gap-0.5">
                    <span className="flex flex-wrap items-center gap-2 font-semibold">
                      {ROLE[invitation.role]}
                      {invitation.team ? (
                        <TeamChip
                          size="sm"
                          shortName={invitation.team.short}
                          name={invitation.team.name}
                          colour={invitation.team.colour}
                        />
                      ) : null}
                    </span>
                    <span className="text-muted [overflow-wrap:anywhere]">
                      {invitation.usedBy
                        ? `Used by ${invitation.usedBy}`
                        : (invitation.email ?? 'Whoever has the link')}
                      , from {invitation.invitedBy}
                    </span>
                    <span className="flex flex-wrap items-center justify-between gap-2 pt-1 sm:hidden">
                      <Badge tone={STATE[invitation.state].tone}>{STATE[invitation.state].words}</Badge>
                      <ToDo slug={slug} invitation={invitation} onShow={() => setShownId(invitation.id)} />
                    </span>
                  </span>
                </Td>
                <Td className="max-sm:hidden">
                  <Badge tone={STATE[invitation.state].tone}>{STATE[invitation.state].words}</Badge>
                </Td>
                <Td className="whitespace-nowrap text-muted max-lg:hidden">
                  <ShortTime atMs={invitation.expiresAtMs} timeZone={timeZone} />
                </Td>
                <Td className="max-sm:hidden">
                  <span className="flex justify-end">
                    <ToDo slug={slug} invitation={invitation} onShow={() => setShownId(invitation.id)} />
                  </span>
                </Td>
              </Tr>
            ))}
          </tbody>
        </Table>
      )}
      <Dialog
        from="side"
        title="Invitation"
        open={shown !== undefined}
        onOpenChange={(next) => {
          if (!next) setShownId(null)
        }}
      >
        {shown ? <InviteLink whom={whomOf(shown)} origin={origin} {...shown} /> : null}
      </Dialog>
    </Section>
  )
}

type ToDoProps = { slug: string; invitation: Invitation; onShow: () => void }

function ToDo({ slug, invitation, onShow }: ToDoProps) {
  if (invitation.state !== 'open') return null
  return (
    <span className="flex gap-2">
      <Button
        size="sm"
        icon={<QrIcon aria-hidden className="size-4" />}
        aria-label={`Show the invitation ${invitation.code}`}
        onClick={onShow}
      >
        Show
      </Button>
      <Revoke slug={slug} invitation={invitation} />
    </span>
  )
}

function whomOf({ role, team }: Invitation): string {
  switch (role) {
    case 'owner':
      return team ? `the owner of ${team.name}` : 'the owner of a new team'
    case 'bidder':
      return `a second bidder of ${team?.name ?? 'a team'}`
    case 'organiser':
    case 'auctioneer':
      return `an ${role}`
    case 'scorer':
      return 'a scorer'
    default:
      return role satisfies never
  }
}

function Revoke({ slug, invitation }: { slug: string; invitation: Invitation }) {
  const refresh = useRefresh()
  const revoke = useMutation(
    useTRPC().invitation.revoke.mutationOptions({
      onSuccess: () => {
        toast.success('The invitation is taken back')
        refresh()
      },
    }),
  )
  return (
    <Confirm
      face="Take back"
      label={`Take back the invitation ${invitation.code}`}
      title="Take this invitation back?"
      words="Its link and its code lead nowhere from then on. Whoever has used an invitation keeps what it gave."
      size="sm"
      danger
      busy={revoke.isPending}
      done={revoke.isSuccess}
      error={revoke.error}
      onConfirm={() => revoke.mutate({ slug, id: invitation.id })}
    />
  )
}
