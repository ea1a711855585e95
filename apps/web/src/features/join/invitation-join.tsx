import type { EventCard, Me } from '@gavel/api'
import { Button, Card, TeamChip } from '@gavel/ui'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { paths } from '../../paths.ts'
import { AcceptButton, BringTeamForm } from './accept-form.tsx'
import { EventFacts } from './event-facts.tsx'
import { JoinFrame } from './join-frame.tsx'
import type { Resolved } from './load-join.ts'
import { OtherAccount } from './other-account.tsx'
import { invitedTo } from './roles.ts'

type Invitation = Extract<Resolved, { kind: 'invitation' }>
type InvitationJoinProps = {
  code: string
  invitation: Invitation
  me: Me
  /** A price to show a new team's colour with. */
  price: number
}

/** What an invitation opens: who invites to what, and the shortest way to say yes. */
export function InvitationJoin({ code, invitation, me, price }: InvitationJoinProps) {
  const { event, team, invitedBy, state, yours } = invitation
  if (state !== 'open') return <ClosedInvitation invitation={invitation} />
  const { title, words, accept } = invitedTo(invitation)
  const over = event.status === 'finished' || event.status === 'cancelled'
  return (
    <JoinFrame over={`${invitedBy} invites you`} title={title}>
      <Card className="grid gap-4 p-5">
        {team ? (
          <p className="flex min-w-0 items-center gap-3">
            <TeamChip shortName={team.short} name={team.name} colour={team.colour} size="lg" />
            <span className="min-w-0 text-lg font-semibold break-words">{team.name}</span>
          </p>
        ) : null}
        {title.includes(event.name) ? null : <p className="font-semibold break-words">{event.name}</p>}
        <EventFacts event={event} />
        <p className="text-sm text-muted">{words}</p>
      </Card>
      {over ? (
        <Notice title="This event is over" words="Nobody can join it any more." event={event} />
      ) : me === null ? (
        <SignInFirst next={paths.join(code)} />
      ) : yours ? (
        <div className="grid gap-4">
          {invitation.role === 'owner' && team === null ? (
            <BringTeamForm
              code={code}
              words={accept}
              price={price}
              currency={event.currency}
              worn={invitation.colours}
            />
          ) : (
            <AcceptButton code={code} words={accept} />
          )}
          <p className="flex flex-wrap items-center gap-x-2 text-sm text-muted">
            <span className="min-w-0 break-words">As {me.name}.</span>
            <OtherAccount as="inline" next={paths.signin(paths.join(code))} words="Not you?" />
          </p>
        </div>
      ) : (
        <Notice
          title="This invitation is for somebody else"
          words={`You are signed in as ${me.email}. Sign in with the address that the invitation was sent to, or ask for a new one.`}
        >
          <OtherAccount next={paths.signin(paths.join(code))} words="Sign in with another account" />
        </Notice>
      )}
    </JoinFrame>
  )
}

function SignInFirst({ next }: { next: string }) {
  return (
    <div className="grid gap-3">
      <Button asChild look="primary" size="lg" wide className="min-h-14">
        <Link href={paths.register(next)}>Make an account and join</Link>
      </Button>
      <Button asChild size="lg" wide>
        <Link href={paths.signin(next)}>I have an account</Link>
      </Button>
      <p className="text-sm text-muted">A name, an e-mail address and a password, then you come back here.</p>
    </div>
  )
}

function ClosedInvitation({ invitation }: { invitation: Invitation }) {
  const { event, invitedBy, state, yours, role } = invitation
  const auctionId = event.auction?.auctionId
  if (state === 'used' && yours) {
    const opens = {
      organiser: { href: paths.adminEvent(event.slug), words: 'To the desk' },
      auctioneer: { href: auctionId ? paths.console(auctionId) : paths.event(event.slug), words: 'To the console' },
      scorer: { href: paths.event(event.slug), words: 'To the event' },
      owner: { href: auctionId ? paths.paddle(auctionId) : paths.event(event.slug), words: 'To your paddle' },
      bidder: { href: auctionId ? paths.paddle(auctionId) : paths.event(event.slug), words: 'To your paddle' },
    } as const
    return (
      <JoinFrame over={event.name} title="You have joined already">
        <p className="text-muted">This invitation was yours, and it is used. Go straight on.</p>
        <Button asChild look="primary" size="lg" wide className="min-h-14">
          <Link href={opens[role].href}>{opens[role].words}</Link>
        </Button>
      </JoinFrame>
    )
  }
  const { title, words } = closedWords(state, invitedBy)
  return (
    <JoinFrame over={event.name} title={title}>
      <Notice title="It opens nothing any more" words={words} event={event} />
    </JoinFrame>
  )
}

function closedWords(state: Invitation['state'], invitedBy: string): { title: string; words: string } {
  switch (state) {
    case 'used':
      return {
        title: 'This invitation has been used',
        words: `An invitation is for one person. Was it you? Sign in with that account. Else ask ${invitedBy} for one of your own.`,
      }
    case 'expired':
      return { title: 'This invitation is too old', words: `Ask ${invitedBy} for a new one.` }
    case 'revoked':
      return { title: 'This invitation was taken back', words: `Ask ${invitedBy} whether it was meant for you.` }
    case 'open':
      return { title: 'This invitation is open', words: '' }
    default:
      return state satisfies never
  }
}

type NoticeProps = { title: string; words: string; event?: EventCard; children?: ReactNode }

function Notice({ title, words, event, children }: NoticeProps) {
  return (
    <Card className="grid gap-3 p-5">
      <p className="font-semibold">{title}</p>
      <p className="text-sm break-words text-muted">{words}</p>
      {children}
      {event ? (
        <Button asChild size="lg" wide>
          <Link href={paths.event(event.slug)}>See the event</Link>
        </Button>
      ) : null}
    </Card>
  )
}
