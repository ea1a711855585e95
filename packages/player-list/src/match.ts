import { lookupSounds, type NameParts, nameParts, nameScore, wordWeights } from './names.ts'
import type { ListedPlayer } from './row.ts'
import { plain } from './words.ts'

/** Two rows taken to be one person, which no equal spelling proves. */
export type NameGuess = { list: string; results: string; listRow: number; resultRow: number; score: number }

export type NameMatches = {
  pairs: { listed: ListedPlayer; result: ListedPlayer }[]
  onlyInList: ListedPlayer[]
  onlyInResults: ListedPlayer[]
  /** Every pair whose spelling differs, or whose name several people share. Best first. */
  guesses: NameGuess[]
  /** Names that could be several people, and were therefore matched to none. */
  doubts: { result: ListedPlayer; couldBe: ListedPlayer[] }[]
}

/** Below this two spellings are two people. Chosen on the lists of 2021, 2022 and 2025: see the golden tests. */
const LEAST_SCORE = 0.6
/** Where nearly everybody who was called is found, the list and the results are of one auction, and of the few left less likeness is enough. */
const NEARLY_ALL = 0.97
const LEAST_SCORE_OF_FEW = 0.5
/** A spelling must fit this much better than any other that is still free. */
const LEAST_MARGIN = 0.04

type Person = { player: ListedPlayer; parts: NameParts }
type Candidate = { listed: Person; result: Person; score: number }

/**
 * Finds the players of a list in the rows of its results. One to one: nobody is matched twice. Spelling may differ (marks, initials, order of
 * the words, letters, short forms of first names); role, base price, age and nationality speak for or against a pair.
 */
export function matchNames(list: readonly ListedPlayer[], results: readonly ListedPlayer[]): NameMatches {
  const listed = list.map((player) => ({ player, parts: nameParts(player.name) }))
  const found = results.map((player) => ({ player, parts: nameParts(player.name) }))
  const pairs: Candidate[] = [...sameNames(listed, found)]
  const takenList = new Set(pairs.map((p) => p.listed))
  const takenResults = new Set(pairs.map((p) => p.result))
  const weight = wordWeights([...listed, ...found].map((p) => p.parts))
  const candidates = candidatePairs(
    listed.filter((p) => !takenList.has(p)),
    found.filter((p) => !takenResults.has(p)),
    (a, b) => nameScore(a.parts, b.parts, weight) + hints(a.player, b.player),
  )
  const doubts: NameMatches['doubts'] = []
  const take = (leastScore: number) => {
    for (const candidate of candidates) {
      if (candidate.score < leastScore) return
      if (takenList.has(candidate.listed) || takenResults.has(candidate.result)) continue
      takenResults.add(candidate.result)
      const rivals = candidates.filter((c) => isRival(c, candidate))
      if (rivals.length > 0) {
        const couldBe = [candidate, ...rivals].filter((c) => c.result === candidate.result).map((c) => c.listed.player)
        doubts.push({ result: candidate.result.player, couldBe })
        continue
      }
      pairs.push(candidate)
      takenList.add(candidate.listed)
    }
  }
  const isRival = (other: Candidate, candidate: Candidate) =>
    other !== candidate &&
    candidate.score - other.score < LEAST_MARGIN &&
    ((other.listed === candidate.listed && !takenResults.has(other.result)) ||
      (other.result === candidate.result && !takenList.has(other.listed)))
  take(LEAST_SCORE)
  const called = found.filter((p) => p.player.outcome === 'sold' || p.player.outcome === 'unsold')
  if (called.length > 0 && called.filter((p) => takenResults.has(p)).length >= NEARLY_ALL * called.length)
    take(LEAST_SCORE_OF_FEW)
  const matched = new Set(pairs.map((p) => p.result))
  return {
    pairs: pairs.map((p) => ({ listed: p.listed.player, result: p.result.player })),
    onlyInList: listed.filter((p) => !takenList.has(p)).map((p) => p.player),
    onlyInResults: found.filter((p) => !matched.has(p)).map((p) => p.player),
    guesses: guessesOf(pairs, listed),
    doubts,
  }
}

/** Names of the same words. Where several people share one, what else is known decides who is who. */
function sameNames(listed: readonly Person[], found: readonly Person[]): Candidate[] {
  const byKey = Map.groupBy(listed, (p) => p.parts.key)
  return [...Map.groupBy(found, (p) => p.parts.key)].flatMap(([key, results]) => {
    const namesakes = byKey.get(key) ?? []
    const all = results.flatMap((result) =>
      namesakes.map((person) => ({ listed: person, result, score: 1 + hints(person.player, result.player) })),
    )
    return bestFirst(all)
  })
}

function bestFirst(candidates: Candidate[]): Candidate[] {
  const used = new Set<Person>()
  return candidates
    .toSorted((a, b) => b.score - a.score)
    .filter((c) => {
      if (used.has(c.listed) || used.has(c.result)) return false
      used.add(c.listed).add(c.result)
      return true
    })
}

function candidatePairs(
  listed: readonly Person[],
  found: readonly Person[],
  scoreOf: (listed: Person, result: Person) => number,
): Candidate[] {
  const bySound = new Map<string, Person[]>()
  for (const person of listed)
    for (const sound of lookupSounds(person.parts)) {
      const group = bySound.get(sound)
      if (group) group.push(person)
      else bySound.set(sound, [person])
    }
  return found
    .flatMap((result) => {
      const near = new Set(lookupSounds(result.parts).flatMap((sound) => bySound.get(sound) ?? []))
      return [...near].map((person) => ({ listed: person, result, score: scoreOf(person, result) }))
    })
    .filter((c) => c.score >= LEAST_SCORE_OF_FEW)
    .sort((a, b) => b.score - a.score)
}

/** What else speaks for or against two rows being one person; what either does not say speaks for nothing. */
function hints(a: ListedPlayer, b: ListedPlayer): number {
  const agreement = <T>(x: T | null, y: T | null, same: number, different: number) =>
    x === null || y === null ? 0 : x === y ? same : different
  // Results often call a keeper a batter, and one kind of all-rounder another: only a bowler is hardly a batter.
  const far = new Set([a.role, b.role])
  const role =
    a.role === b.role ? 0.06 : far.has('Bowler') && (far.has('Batter') || far.has('Wicket-keeper')) ? -0.08 : 0
  return (
    (a.role === null || b.role === null ? 0 : role) +
    agreement(a.base, b.base, 0.06, -0.1) +
    agreement(a.overseas, b.overseas, 0.02, -0.45) +
    agreement(a.country === null ? null : plain(a.country), b.country === null ? null : plain(b.country), 0.04, -0.1) +
    agreement(a.dob, b.dob, 0.2, -0.3) +
    (a.age === null || b.age === null ? 0 : Math.abs(a.age - b.age) <= 1 ? 0.05 : -0.2) +
    agreement(a.set, b.set, 0.1, -0.05)
  )
}

function guessesOf(pairs: readonly Candidate[], listed: readonly Person[]): NameGuess[] {
  const shared = Map.groupBy(listed, (p) => p.parts.key)
  return pairs
    .filter(
      (p) =>
        plain(p.listed.player.name) !== plain(p.result.player.name) ||
        (shared.get(p.listed.parts.key)?.length ?? 0) > 1,
    )
    .map(({ listed: l, result: r, score }) => ({
      list: l.player.name,
      results: r.player.name,
      listRow: l.player.row,
      resultRow: r.player.row,
      // Certainty is for equal spellings alone.
      score: Math.round(Math.min(l.parts.key === r.parts.key ? 1 : 0.99, Math.max(0, score)) * 100) / 100,
    }))
    .sort((a, b) => b.score - a.score)
}
