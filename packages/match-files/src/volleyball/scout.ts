import type { BySide, PlayerId, Side, VolleyballPlay } from '@gavel/scoring'
import type { Oddity } from '../imported.ts'
import { Refused, shown } from '../refused.ts'
import { playerId } from './header.ts'
import type { Sections } from './sections.ts'

/** A set as its lines tell it. `closed`: the scout wrote that it ended. */
export type ScoutedSet = {
  readonly number: number
  readonly plays: readonly VolleyballPlay[]
  readonly score: BySide<number>
  readonly closed: boolean
  readonly oddities: readonly Oddity[]
}

const SIDES: ReadonlyMap<string, Side> = new Map([
  ['*', 'home'],
  ['a', 'away'],
])
const MAX_SETS = 9
const MAX_SCORE = 99

/** Line-ups stand in the last columns of every line: six of the home side by zone, then six of the visitors. */
const FIRST_LINEUP_COLUMN = 14

/** The sets of the scout section, rally by rally. */
export function scoutedSets(sections: Sections): readonly ScoutedSet[] {
  const lines = sections.get('3SCOUT')
  if (!lines) throw new Refused('TRUNCATED', 'the end of the file', { why: 'there is no section [3SCOUT]' })
  const sets: ScoutedSet[] = []
  let set = new SetReader(1)
  for (const { line, text } of lines) {
    if (/^\*\*\d+set/i.test(text)) {
      if (!set.isEmpty) sets.push(set.end(true))
      set = new SetReader(sets.length + 1)
      if (sets.length > MAX_SETS) throw new Refused('TOO_MANY', `line ${line}`, { max: MAX_SETS, what: 'sets' })
    } else set.read(text, line)
  }
  return set.isEmpty ? sets : [...sets, set.end(false)]
}

class SetReader {
  private readonly number: number
  private readonly plays: VolleyballPlay[] = []
  private readonly oddities: Oddity[] = []
  private readonly score = { home: 0, away: 0 }
  private lineups: BySide<readonly PlayerId[] | null> = { home: null, away: null }
  private serve: { side: Side; player: PlayerId } | null = null

  constructor(number: number) {
    this.number = number
  }

  get isEmpty(): boolean {
    return this.plays.length === 0
  }

  end(closed: boolean): ScoutedSet {
    const { number, plays, score, oddities } = this
    return { number, plays, score, closed, oddities }
  }

  read(text: string, line: number): void {
    const [code = '', ...cells] = text.split(';')
    const side = SIDES.get(code.charAt(0))
    if (!side) return
    const rest = code.slice(1)
    const serve = /^(\d{1,2})S/.exec(rest)
    const point = /^p(\d+):(\d+)/.exec(rest)
    const change = /^c(\d{1,2}):(\d{1,2})/.exec(rest)
    if (this.isEmpty && (rest.includes('>LUp') || serve)) this.lineUp(cells)
    if (serve) {
      this.serve = { side, player: playerId(side, Number(serve[1])) }
      this.start(side)
    } else if (point) this.point(side, Number(point[1]), Number(point[2]), line)
    else if (/^p\d/.test(rest)) throw new Refused('BAD_VALUE', `line ${line}`, { what: 'a score', value: shown(code) })
    else if (change) {
      this.start(null)
      const [off, on] = [playerId(side, Number(change[1])), playerId(side, Number(change[2]))]
      this.plays.push({ type: 'Substitution', side, off, on, exceptional: false })
    } else if (rest === 'T') {
      this.start(null)
      this.plays.push({ type: 'TimeOut', side })
    }
  }

  private lineUp(cells: readonly string[]): void {
    const at = FIRST_LINEUP_COLUMN - 1
    this.lineups = {
      home: lineupOf('home', cells.slice(at, at + 6)) ?? this.lineups.home,
      away: lineupOf('away', cells.slice(at + 6, at + 12)) ?? this.lineups.away,
    }
  }

  private start(serving: Side | null): void {
    if (this.isEmpty) this.plays.push({ type: 'SetStart', serving, lineups: this.lineups })
  }

  /** A point line holds the score after it: it is believed before the side that stands in front of it. */
  private point(side: Side, home: number, away: number, line: number): void {
    if (home > MAX_SCORE || away > MAX_SCORE)
      throw new Refused('BAD_VALUE', `line ${line}`, { what: 'a score', value: `${home}:${away}` })
    this.start(this.serve?.side ?? null)
    const told = { home, away }
    if (home + away === 0 || (home === this.score.home && away === this.score.away)) {
      this.odd('NO_POINT', line)
      return
    }
    const winner = told[side] > 0 && told[side] >= this.score[side] ? side : side === 'home' ? 'away' : 'home'
    const before = { ...told, [winner]: told[winner] - 1 }
    this.takeBack(before, line)
    for (const gains of ['home', 'away'] as const) {
      while (this.score[gains] < before[gains]) {
        this.plays.push({ type: 'PointGiven', side: gains })
        this.score[gains] += 1
      }
    }
    this.plays.push({
      type: 'Rally',
      winner,
      serving: this.serve?.side ?? null,
      server: this.serve?.player ?? null,
    })
    this.score[winner] += 1
    this.serve = null
  }

  /** Where the score goes back, the scout took rallies back. */
  private takeBack(to: BySide<number>, line: number): void {
    for (const side of ['home', 'away'] as const) {
      if (this.score[side] > to[side]) this.odd('SCORE_TAKEN_BACK', line)
      while (this.score[side] > to[side]) {
        const at = this.plays.findLastIndex(
          (play) =>
            (play.type === 'Rally' && play.winner === side) || (play.type === 'PointGiven' && play.side === side),
        )
        this.plays.splice(at, 1)
        this.score[side] -= 1
      }
    }
  }

  private odd(code: Oddity['code'], line: number): void {
    this.oddities.push({ code, where: `set ${this.number}, line ${line}` })
  }
}

/** Six different shirts, or two on the beach; null where the columns do not say. */
function lineupOf(side: Side, cells: readonly string[]): readonly PlayerId[] | null {
  const shirts = cells.map((cell) => cell.trim()).filter((cell) => cell !== '' && cell !== '-1')
  const numbers = shirts.map(Number)
  const whole = numbers.every((shirt) => Number.isInteger(shirt) && shirt >= 0 && shirt < 100)
  if (!whole || new Set(numbers).size !== numbers.length || (numbers.length !== 6 && numbers.length !== 2)) return null
  return numbers.map((shirt) => playerId(side, shirt))
}
