import type { Resolved } from './load-join.ts'

type Invitation = Extract<Resolved, { kind: 'invitation' }>

/** What an invitation asks of a person: a title, and what the role may do. */
export function invitedTo({ role, team, event }: Pick<Invitation, 'role' | 'team' | 'event'>): {
  title: string
  words: string
  /** What the button that accepts says. */
  accept: string
} {
  switch (role) {
    case 'organiser':
      return {
        title: `Organise ${event.name}`,
        words: 'You set up the event with its teams, its players and its people, as the one who invites you does.',
        accept: 'Join as an organiser',
      }
    case 'auctioneer':
      return {
        title: `Conduct the auction of ${event.name}`,
        words: 'You open the lots and bring the hammer down, from the auctioneer’s console.',
        accept: 'Join as the auctioneer',
      }
    case 'scorer':
      return {
        title: `Keep the score at ${event.name}`,
        words: 'You are one of the people who look after the event, as its scorer.',
        accept: 'Join as a scorer',
      }
    case 'owner':
      return team
        ? {
            title: `Own ${team.name}`,
            words: 'You hold the paddle of the team and bid for its squad.',
            accept: 'Take the paddle',
          }
        : {
            title: `Bring a team to ${event.name}`,
            words: 'You name the team, and hold its paddle at once.',
            accept: 'Bring this team',
          }
    case 'bidder':
      return {
        title: `Bid for ${team?.name ?? 'a team'}`,
        words: 'You get a paddle of the team, beside the one of its owner. Both spend the same purse.',
        accept: 'Take a paddle',
      }
    default:
      return role satisfies never
  }
}
