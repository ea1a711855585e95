import { type Amount, LAKH, type RuleSet } from '@gavel/auction'
import {
  type ListedPlayer,
  matchNames,
  type NameGuess,
  type NameMatches,
  type PlayerList,
  type PlayerOutcome,
} from '@gavel/player-list'

/** Something that the files do not say, or say wrongly, and what the rehearsal took for it. */
export type Guess =
  | { kind: 'name'; list: string; results: string; score: number; text: string }
  | { kind: 'rules' | 'base' | 'retained' | 'list' | 'results'; text: string }

/** One player of the rehearsal, with what really became of him. `ref` names his row: `L12` of the list, `R7` of the results. */
export type CastPlayer = {
  ref: string
  listed: ListedPlayer
  set: string
  base: Amount
  outcome: PlayerOutcome
  team: string | null
  price: Amount | null
}

export type Cast = {
  players: CastPlayer[]
  /** As the results write them, sorted. */
  teams: string[]
  guesses: Guess[]
}

/** The two files cannot make a rehearsal; the message is one sentence for a person. */
export class RehearsalError extends Error {
  override name = 'RehearsalError'
}

/**
 * Who takes part, and what became of each: the list's players, with their fate from the results or from the list's own columns, and whoever is
 * only in the results.
 *
 * @throws RehearsalError where the files say nothing of sales, or of fewer than two teams.
 */
export function castOf(list: PlayerList, results: PlayerList | null, rules: RuleSet): Cast {
  const guesses: Guess[] = [...fileGuesses(list, 'list'), ...(results ? fileGuesses(results, 'results') : [])]
  const merged = results ? mergedPlayers(list.players, results.players, guesses) : ownResults(list.players)
  const teams = teamNames(merged)
  if (teams.length === 0)
    throw new RehearsalError(
      results
        ? 'The results name no team that bought a player: check their columns, or map them with --map team=Column,sold=Column.'
        : 'The list says nothing of sales: name the file that does with --results.',
    )
  if (teams.length < 2) throw new RehearsalError(`The results name one team alone, ${teams[0]}: an auction needs two.`)
  const spelling = new Map(teams.map((t) => [sameTeam(t), t]))
  const cheapest = rules.basePrices[0] ?? LAKH
  const players = merged.map((m): CastPlayer => {
    const { listed, fate } = m
    const team = fate.team === null ? null : (spelling.get(sameTeam(fate.team)) ?? null)
    const outcome = fate.outcome ?? 'not_called'
    const base = basePrice(listed, fate, outcome, cheapest, guesses)
    const price = priceOf(listed, fate, outcome, base, guesses)
    return { ref: m.ref, listed, set: setOf(listed, outcome), base, outcome, team, price }
  })
  const withoutBase = players.filter((p) => p.listed.base === null && p.outcome !== 'retained').length
  if (withoutBase > 0)
    guesses.push({
      kind: 'base',
      text: `Players without a base price (${withoutBase}) start at the lowest of ${rules.name}, ${inLakh(cheapest)}, or at their price where that is lower.`,
    })
  return { players, teams, guesses }
}

type Fate = { outcome: PlayerOutcome | null; team: string | null; soldPrice: Amount | null; base: Amount | null }
type Merged = { ref: string; listed: ListedPlayer; fate: Fate }

function ownResults(players: readonly ListedPlayer[]): Merged[] {
  return players.map((p) => ({ ref: `L${p.row}`, listed: p, fate: p }))
}

function mergedPlayers(list: readonly ListedPlayer[], results: readonly ListedPlayer[], guesses: Guess[]): Merged[] {
  const { pairs, onlyInResults, guesses: names, doubts } = matchNames(list, results)
  guesses.push(...names.map(nameGuess), ...doubts.map(doubtGuess))
  const resultOf = new Map(pairs.map((p) => [p.listed, p.result]))
  const uncalled: Fate = { outcome: 'not_called', team: null, soldPrice: null, base: null }
  const known = list.map((listed): Merged => {
    const result = resultOf.get(listed)
    if (!result) return { ref: `L${listed.row}`, listed, fate: uncalled }
    return { ref: `L${listed.row}`, listed: { ...completed(listed, result) }, fate: result }
  })
  const added = onlyInResults.map((p): Merged => ({ ref: `R${p.row}`, listed: p, fate: p }))
  const addedToPlay = added.filter((m) => m.fate.outcome !== 'retained')
  if (addedToPlay.length > 0)
    guesses.push({
      kind: 'results',
      text: `Players who are only in the results, added (${addedToPlay.length}): ${named(addedToPlay.map((m) => m.listed.name))}.`,
    })
  return [...known, ...added]
}

/** The list is the better witness of who a player is; what it leaves out the results may say. */
function completed(listed: ListedPlayer, result: ListedPlayer): ListedPlayer {
  return {
    ...listed,
    country: listed.country ?? result.country,
    overseas: listed.overseas ?? result.overseas,
    role: listed.role ?? result.role,
    set: listed.set ?? result.set,
    base: listed.base ?? result.base,
    stats: { ...result.stats, ...listed.stats },
  }
}

function basePrice(p: ListedPlayer, fate: Fate, outcome: PlayerOutcome, cheapest: Amount, guesses: Guess[]): Amount {
  const said = p.base ?? cheapest
  if (outcome !== 'sold' || fate.soldPrice === null || said <= fate.soldPrice) {
    if (p.base !== null && fate.base !== null && p.base !== fate.base)
      guesses.push({
        kind: 'base',
        text: `${p.name}: the list’s base price ${inLakh(p.base)} is used; the results say ${inLakh(fate.base)}.`,
      })
    return said
  }
  if (p.base !== null)
    guesses.push({
      kind: 'base',
      text: `${p.name} was sold for ${inLakh(fate.soldPrice)}, below the base price ${inLakh(said)}: the rehearsal starts at the price.`,
    })
  return fate.soldPrice
}

function priceOf(p: ListedPlayer, fate: Fate, outcome: PlayerOutcome, base: Amount, guesses: Guess[]): Amount | null {
  if (outcome !== 'sold' && outcome !== 'retained') return null
  if (fate.soldPrice !== null) return fate.soldPrice
  guesses.push({ kind: 'retained', text: `${p.name} was ${outcome} at an unknown price: ${inLakh(base)} is taken.` })
  return base
}

/** Sets run in the order of the list. Without sets, players of one role follow each other. */
function setOf(p: ListedPlayer, outcome: PlayerOutcome): string {
  return p.set ?? (outcome === 'retained' ? 'Retained' : (p.role ?? 'Players'))
}

function teamNames(players: readonly Merged[]): string[] {
  const names = new Map<string, Map<string, number>>()
  for (const { fate } of players) {
    if (fate.team === null || (fate.outcome !== 'sold' && fate.outcome !== 'retained')) continue
    const spellings = names.get(sameTeam(fate.team)) ?? new Map<string, number>()
    spellings.set(fate.team, (spellings.get(fate.team) ?? 0) + 1)
    names.set(sameTeam(fate.team), spellings)
  }
  const commonest = [...names.values()].map((s) => [...s].reduce((best, next) => (next[1] > best[1] ? next : best))[0])
  return commonest.sort((a, b) => a.localeCompare(b, 'en'))
}

/** `csk ` and `CSK` are one team. */
function sameTeam(name: string): string {
  return name.toLowerCase().replace(/\s+/g, ' ').trim()
}

/** A guess about a name, as it is told. */
export function nameGuess({ list, results, score, listRow, resultRow }: NameGuess): Guess {
  const text =
    list === results
      ? `“${list}” is the name of several: row ${listRow} of the list is taken for row ${resultRow} of the results.`
      : `“${results}” of the results is taken for “${list}” of the list.`
  return { kind: 'name', list, results, score, text }
}

function doubtGuess({ result, couldBe }: NameMatches['doubts'][number]): Guess {
  const text = `“${result.name}” of the results could be ${couldBe[0]?.name} or another: not matched.`
  return { kind: 'results', text }
}

function fileGuesses(file: PlayerList, kind: 'list' | 'results'): Guess[] {
  const refused = file.refused.map((r) => `Row ${r.row} of the ${kind} was left out: ${r.reason}`)
  return [...file.warnings, ...refused].map((text) => ({ kind, text }))
}

function named(names: readonly string[]): string {
  return names.length > 12 ? `${names.slice(0, 12).join(', ')} and ${names.length - 12} more` : names.join(', ')
}

export function inLakh(amount: Amount): string {
  return `${(amount / LAKH).toLocaleString('en', { maximumFractionDigits: 9 })} lakh`
}
