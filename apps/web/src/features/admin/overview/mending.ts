import type { EventSetup } from '@gavel/api'
import { paths } from '../../../paths.ts'

type ChecklistId = EventSetup['checklist'][number]['id']

/** The page of the desk on which a thing of the checklist is seen to, and what one does there. */
const MENDS: Record<ChecklistId, { page: (slug: string) => string; does: string }> = {
  details: { page: paths.adminDetails, does: 'Fill in the details' },
  rules: { page: (slug) => `${paths.adminDetails(slug)}#rules`, does: 'Look at the rules' },
  teams: { page: paths.adminTeams, does: 'Add teams' },
  paddles: { page: paths.adminTeams, does: 'Give out paddles' },
  players: { page: paths.adminPlayers, does: 'Bring in players' },
  'enough-players': { page: paths.adminPlayers, does: 'Bring in more players' },
  nationalities: { page: paths.adminPlayers, does: 'Look at the players' },
  auctioneer: { page: (slug) => `${paths.adminPeople(slug)}#staff`, does: 'Name an auctioneer' },
  published: { page: paths.adminEvent, does: 'Publish' },
  rehearsed: { page: paths.adminNight, does: 'Rehearse it' },
}

export const mend = (id: ChecklistId, slug: string): { href: string; does: string } => ({
  href: MENDS[id].page(slug),
  does: MENDS[id].does,
})
