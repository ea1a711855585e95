import type { MatchPage, SideChoices } from '@gavel/api'
import type { ScoredSport, Side } from '@gavel/scoring'
import { answerIn, besideIn, sheetKind, withAnswers, withBeside } from '../../../matches/sheets.ts'

/** A side as it is being put together: who plays, in the sport's order, who stands beside them, and who is captain and keeper. */
export type DraftSide = {
  readonly players: readonly string[]
  /** Liberos, or the bench: nobody who is among the players. */
  readonly beside: readonly string[]
  readonly captain: string | null
  readonly keeper: string | null
}
/** Somebody of no squad whom the organiser names. */
export type Named = { readonly id: string; readonly name: string; readonly side: Side | null }

export type LineUps = {
  readonly home: DraftSide
  readonly away: DraftSide
  readonly toss: { readonly winner: Side; readonly chose: 'bat' | 'field' } | null
  /** What the sport asks beside line-ups, by the field of its setup. */
  readonly answers: Readonly<Record<string, string | null>>
  readonly officials: readonly { readonly role: string; readonly person: string }[]
  readonly people: readonly Named[]
}

const sideOf = (setup: MatchPage['setup'], sport: ScoredSport, side: Side): DraftSide => {
  const { players, captain = null, keeper = null } = setup.sides[side]
  return { players, beside: besideIn(setup, sport, side), captain, keeper }
}

type Arranged = Pick<MatchPage, 'setup' | 'names' | 'choices'> & { match: { sport: ScoredSport } }

/** What is arranged so far. */
export function lineUpsOf({ match: { sport }, setup, names, choices }: Arranged): LineUps {
  const { officials = [] } = setup
  const added = (side: Side) =>
    (choices?.[side].choices ?? [])
      .filter(({ price, role, retained }) => price === null && role === '' && !retained)
      .map(({ id, name }) => ({ id, name, side }))
  return {
    home: sideOf(setup, sport, 'home'),
    away: sideOf(setup, sport, 'away'),
    toss: 'toss' in setup ? setup.toss : null,
    answers: Object.fromEntries(sheetKind(sport).asks.map((ask) => [ask.field, answerIn(setup, ask)])),
    officials,
    people: [
      ...added('home'),
      ...added('away'),
      ...officials.map(({ person }) => ({ id: person, name: names[person] ?? person, side: null })),
    ],
  }
}

/** In or out of the side; whoever goes is neither captain nor keeper. */
export function toggled(side: DraftSide, player: string): DraftSide {
  if (!side.players.includes(player) && !side.beside.includes(player))
    return { ...side, players: [...side.players, player] }
  return {
    players: side.players.filter((id) => id !== player),
    beside: side.beside.filter((id) => id !== player),
    captain: side.captain === player ? null : side.captain,
    keeper: side.keeper === player ? null : side.keeper,
  }
}

/** From those who play to those beside them (liberos, the bench), or back. */
export function setBeside(side: DraftSide, player: string): DraftSide {
  if (side.beside.includes(player)) return toggled(toggled(side, player), player)
  return { ...toggled(side, player), beside: [...side.beside, player] }
}

/** One place up the batting order. */
export function movedUp(side: DraftSide, player: string): DraftSide {
  const at = side.players.indexOf(player)
  if (at < 1) return side
  const players = [...side.players]
  players.splice(at, 1)
  players.splice(at - 1, 0, player)
  return { ...side, players }
}

/** The setup that the server is sent: what the sport has beside line-ups stays as it was (MATCHDESK-2). */
export function setupOf(before: MatchPage['setup'], sport: ScoredSport, draft: LineUps) {
  const { home, away, toss, answers, officials } = draft
  const sheet = (side: Side, { players, captain, keeper }: DraftSide) => ({
    team: before.sides[side].team,
    players,
    ...(captain !== null && { captain }),
    ...(keeper !== null && { keeper }),
  })
  return {
    ...withAnswers(withBeside(before, sport, { home: home.beside, away: away.beside }), answers),
    sides: { home: sheet('home', home), away: sheet('away', away) },
    ...(officials.length > 0 && { officials }),
    ...('toss' in before && { toss }),
  }
}

/** Everybody who may be chosen for a side: its squad, those who were added, and whoever is in and in neither (FIX-13). */
export function choosable(choices: SideChoices | undefined, side: DraftSide, people: readonly Named[], of: Side) {
  const squad = choices?.choices ?? []
  const known = new Set(squad.map(({ id }) => id))
  const added = people.filter((one) => one.side === of && !known.has(one.id))
  const all = [
    ...squad.map(({ id, name, role }) => ({ id, name, role })),
    ...added.map(({ id, name }) => ({ id, name, role: '' })),
  ]
  const named = new Set(all.map(({ id }) => id))
  return [
    ...all,
    ...[...side.players, ...side.beside]
      .filter((id) => !named.has(id))
      .map((id) => ({ id, name: id, role: 'not in the squad' })),
  ]
}
