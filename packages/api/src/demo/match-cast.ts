import type { MatchPerson } from '@gavel/db'
import { DEMO_TEAMS, demoPool } from '../seed/demo-league.ts'

/** Nobody here is a real person: who completes the elevens of a league of forty players. */
const COMPLETING = [
  'Ishaan Wadekar-Menon',
  'Prosper Chikanya',
  'Rowan Tattersall',
  'Shivansh Koppikar',
  'Taufiq Rahmanpur',
  'Benedict Okafor-Lyle',
  'Harsimran Toor',
  'Nuwan Abeykoonge',
  'Vihaan Deshpriya',
  'Callum Fairweather-Innes',
  'Arjun Nallathambi',
  'Sipho Dlaminyane',
  'Gaurav Pimplikar',
  'Matthias Overgaard',
  'Rishabh Tandalekar',
  'Kwame Asantewood',
  'Parth Jogalekar',
  'Eoin Gallivan',
  'Tanmay Surveyor',
  'Dilshan Weerakoonge',
  'Abhay Kumbhojkar',
  'Fraser Holloway-Quist',
  'Manav Chitnavis',
  'Zaheer Mirzapuri',
  'Luca Bertolazzi',
  'Nikhil Phadnavis',
  'Oscar Lindgrenson',
] as const

const ELEVEN = 11
/** Places in the batting order by what somebody does: five bat, two do both, four bowl. */
const PLACES = { bats: 5, both: 2, bowls: 4 } as const

export type Eleven = { readonly players: readonly string[]; readonly captain: string; readonly keeper: string }
export type CastTeam = {
  readonly team: string
  readonly name: string
  readonly short: string
  readonly colour: string
} & Eleven

const partOf = (role: string): keyof typeof PLACES =>
  role === 'All-rounder' ? 'both' : role === 'Bowler' ? 'bowls' : 'bats'

/** The demo league's teams with elevens: its players are dealt out by what they do, and others fill the places that are left. */
export const exhibitionCast = (): { teams: readonly CastTeam[]; names: Readonly<Record<string, string>> } => {
  const names: Record<string, string> = {}
  const waiting = { bats: [] as string[], both: [] as string[], bowls: [] as string[] }
  const keepers = new Set<string>()
  for (const { playerId, name, role } of demoPool()) {
    names[playerId] = name
    if (role === 'Wicket-keeper') keepers.add(playerId)
    waiting[partOf(role)].push(playerId)
  }
  const others = COMPLETING.map((name, index) => {
    const id = `demo-other-${String(index + 1).padStart(2, '0')}`
    names[id] = name
    return id
  })
  const elevens: string[][] = DEMO_TEAMS.map(() => [])
  for (const [part, places] of Object.entries(PLACES) as [keyof typeof PLACES, number][])
    for (let place = 0; place < places; place += 1)
      for (const eleven of elevens) eleven.push(waiting[part].shift() ?? others.shift() ?? '')
  return {
    names,
    teams: DEMO_TEAMS.map(({ name, short, colour }, index) => {
      const players = (elevens[index] ?? []).slice(0, ELEVEN)
      const [captain = '', second = ''] = players
      const keeper = players.find((player) => keepers.has(player)) ?? second
      return { team: `demo-team-${index + 1}`, name, short, colour, players, captain, keeper }
    }),
  }
}

/** Those of one side whom a match names itself, since no auction does. */
export const peopleOf = (
  { players }: Eleven,
  side: 'home' | 'away',
  names: Readonly<Record<string, string>>,
): MatchPerson[] => players.map((id) => ({ id, name: names[id] ?? id, side }))
