import type { Roster, RosterPlayer } from '@gavel/api'

type TeamCard = Roster['teams'][number]
export type PlayerCard = Pick<
  RosterPlayer,
  'playerId' | 'name' | 'country' | 'role' | 'age' | 'caps' | 'photoUrl' | 'stats'
>

/** The names behind the ids of one auction's log: a roster, or as much of it as a page shows. */
export type Names = { teams: readonly TeamCard[]; players: readonly PlayerCard[]; sets: Roster['sets'] }

/** The room itself, as its address says it, with the names for its ids. `delayMs`: how late the public is shown it. */
export type RoomInfo = {
  auctionId: string
  event: { slug: string; name: string; rehearsal: boolean; delayMs: number }
} & Names

export type Directory = {
  teams: readonly TeamCard[]
  /** Never fails: who joined after the page was made has a card without a name until the roster is read again. */
  team: (id: string) => TeamCard
  player: (id: string) => PlayerCard
  /** A set as people read it: `Set M1`, `Uncapped batters 2`. */
  set: (id: string) => string
  hasTeam: (id: string) => boolean
  hasPlayer: (id: string) => boolean
  /** How many of the auction's players and teams have no card here, and how many teams here are not in the auction. */
  missing: (playerIds: readonly string[], teamIds: readonly string[]) => number
}

/** The set that recalled players wait in; the core makes it, so no list names it. */
const RECALLED = 'recalled'
/** Up to this length a set's name is a code, and reads better with a word before it. */
const CODE_LENGTH = 5

export function directoryOf({ teams: teamCards, players: playerCards, sets: setNames }: Names): Directory {
  const teams = new Map(teamCards.map((team) => [team.teamId, team]))
  const players = new Map(playerCards.map((player) => [player.playerId, player]))
  const sets = new Map(setNames.map(({ id, name }) => [id, name]))
  return {
    teams: teamCards,
    team: (id) => teams.get(id) ?? { teamId: id, name: 'New team', short: 'NEW', colour: '', logoUrl: null },
    player: (id) =>
      players.get(id) ?? {
        playerId: id,
        name: 'New player',
        country: '',
        role: '',
        age: null,
        caps: null,
        photoUrl: null,
        stats: {},
      },
    set: (id) => {
      if (id === RECALLED) return 'Recalled players'
      const name = sets.get(id) ?? id
      return name.length <= CODE_LENGTH && !/^set\b/i.test(name) ? `Set ${name}` : name
    },
    hasTeam: (id) => teams.has(id),
    hasPlayer: (id) => players.has(id),
    missing: (playerIds, teamIds) => {
      const unknown = teamIds.filter((id) => !teams.has(id)).length
      const gone = teams.size + unknown - teamIds.length
      return playerIds.filter((id) => !players.has(id)).length + unknown + gone
    },
  }
}
