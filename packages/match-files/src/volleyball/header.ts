import type { BySide, PlayerId, Side } from '@gavel/scoring'
import { Refused } from '../refused.ts'
import type { Sections } from './sections.ts'

/** What the head of a DataVolley file says: whom it is about, and how it thinks the sets ended. */
export type Header = {
  readonly about: { readonly title: string | null; readonly date: string | null; readonly venue: string | null }
  readonly teams: BySide<string>
  readonly players: Readonly<Record<PlayerId, string>>
  readonly sheets: BySide<readonly PlayerId[]>
  readonly liberos: BySide<readonly PlayerId[]>
  readonly sets: readonly BySide<number>[]
}

/** Shirt numbers are unique in a team alone: `h4` and `a4`. */
export const playerId = (side: Side, shirt: number): PlayerId => `${side === 'home' ? 'h' : 'a'}${shirt}`

export function headerOf(sections: Sections): Header {
  const teams = sections.get('3TEAMS') ?? []
  if (teams.length < 2) throw new Refused('MISSING', '[3TEAMS]', { what: 'a team' })
  const [home = '', away = ''] = teams.map(({ text }) => {
    const [id, name] = text.split(';').map((cell) => cell.trim())
    return name || id || ''
  })
  const match = sections.get('3MATCH')?.[0]?.text.split(';') ?? []
  const more = sections.get('3MORE')?.[0]?.text.split(';') ?? []
  const rosters = { home: roster(sections, 'home'), away: roster(sections, 'away') }
  return {
    about: { title: match[3]?.trim() || null, date: match[0]?.trim() || null, venue: more[4]?.trim() || null },
    teams: { home: home || 'Home', away: away || 'Visitors' },
    players: { ...rosters.home.names, ...rosters.away.names },
    sheets: { home: rosters.home.players, away: rosters.away.players },
    liberos: { home: rosters.home.liberos, away: rosters.away.liberos },
    sets: setsIn(sections),
  }
}

function roster(sections: Sections, side: Side) {
  const names: Record<PlayerId, string> = {}
  const players: PlayerId[] = []
  const liberos: PlayerId[] = []
  for (const { text } of sections.get(side === 'home' ? '3PLAYERS-H' : '3PLAYERS-V') ?? []) {
    const cells = text.split(';').map((cell) => cell.trim())
    const shirt = Number(cells[1])
    if (cells[1] === '' || !Number.isInteger(shirt)) continue
    const player = playerId(side, shirt)
    names[player] = [cells[10], cells[9]].filter(Boolean).join(' ') || `No. ${shirt}`
    const role = cells[12]?.toUpperCase() ?? ''
    if (role.includes('L')) liberos.push(player)
    else players.push(player)
  }
  return { names, players, liberos }
}

/** The last score of each set that was played: partial scores stand before it. */
function setsIn(sections: Sections): readonly BySide<number>[] {
  return (sections.get('3SET') ?? []).flatMap(({ text }) => {
    const scores = text
      .split(';')
      .slice(1, 5)
      .flatMap((cell) => {
        const [, home, away] = /^(\d{1,2})-(\d{1,2})$/.exec(cell.replace(/\s/g, '')) ?? []
        return home === undefined || away === undefined ? [] : [{ home: Number(home), away: Number(away) }]
      })
    return scores.slice(-1)
  })
}
