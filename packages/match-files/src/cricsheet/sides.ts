import type { BySide, CricketSetup, PlayerId, Side } from '@gavel/scoring'
import type { People } from '../people.ts'
import { Refused, shown } from '../refused.ts'
import type { CricsheetFile, CricsheetInfo } from './schema.ts'

/** Ids of the teams in their names; a file has no others. */
export const TEAM_IDS: BySide<string> = { home: 'team-home', away: 'team-away' }

/** Which side a team of the file is. Throws {@link Refused} for any other. */
export function sideOf({ teams }: CricsheetInfo, team: string, where: string): Side {
  if (team === teams[0]) return 'home'
  if (team === teams[1]) return 'away'
  throw new Refused('UNKNOWN_TEAM', where, { team: shown(team) })
}

/** Line-ups as they took the field: without those who came in later, who are brought in where they came. */
export function setupOf(file: CricsheetFile, people: People): CricketSetup {
  const { info } = file
  if (info.teams[0] === info.teams[1]) throw new Refused('BAD_TEAMS', 'info.teams')
  const came = cameLater(file)
  const named = info.players ?? appeared(file)
  const sheet = (side: Side) => {
    const team = info.teams[side === 'home' ? 0 : 1] ?? ''
    const players = (Object.hasOwn(named, team) ? named[team] : undefined) ?? []
    return {
      team: TEAM_IDS[side],
      players: [...new Set(players.filter((name) => !came.has(name)))].map((name) => people.id(name)),
    }
  }
  const officials = Object.entries(info.officials ?? {}).flatMap(([role, names]) =>
    names.map((name) => ({ role, person: people.id(name) })),
  )
  return { sides: { home: sheet('home'), away: sheet('away') }, officials, toss: tossOf(info) }
}

function tossOf(info: CricsheetInfo): CricketSetup['toss'] {
  const { winner, decision } = info.toss ?? {}
  if (winner === undefined) return null
  return { winner: sideOf(info, winner, 'toss'), chose: decision === 'field' ? 'field' : 'bat' }
}

const deliveriesOf = ({ innings }: CricsheetFile) =>
  innings.flatMap(({ team, overs }) => overs.flatMap(({ deliveries }) => deliveries.map((ball) => ({ team, ball }))))

const cameLater = (file: CricsheetFile): ReadonlySet<string> =>
  new Set(deliveriesOf(file).flatMap(({ ball }) => ball.replacements?.match?.map((one) => one.in) ?? []))

/** Files made of older data have no line-ups: whoever batted, bowled or caught was in the side. */
function appeared(file: CricsheetFile): Record<string, string[]> {
  const [home = '', away = ''] = file.info.teams
  const seen = new Map<string, Set<string>>([
    [home, new Set()],
    [away, new Set()],
  ])
  for (const { team, ball } of deliveriesOf(file)) {
    const field = seen.get(team === home ? away : home)
    for (const name of [ball.batter, ball.non_striker]) seen.get(team)?.add(name)
    field?.add(ball.bowler)
    for (const { player_out, fielders } of ball.wickets ?? []) {
      seen.get(team)?.add(player_out)
      for (const { name, substitute } of fielders ?? []) if (name !== undefined && !substitute) field?.add(name)
    }
  }
  return Object.fromEntries([...seen].map(([team, names]) => [team, [...names]]))
}

/** Registered ids that are opaque and short; others are left to {@link People}. */
export function registryOf(info: CricsheetInfo): ReadonlyMap<string, PlayerId> {
  return new Map(Object.entries(info.registry?.people ?? {}).filter(([, id]) => /^[0-9a-f]{8}$/.test(id)))
}
