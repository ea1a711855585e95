import { type Amount, LAKH, type RuleSet } from '@gavel/auction'
import { type ListedPlayer, matchNames, nameKey, type PlayerList } from '@gavel/player-list'
import { type Cast, type CastPlayer, type Guess, inLakh, nameGuess, RehearsalError } from './cast.ts'
import { sameTeams } from './team-names.ts'

/** Who is paid less than this many times the rules' price of an uncapped player is taken to be one: in 2025 these were paid 4 to 5.5 crore, capped ones 6 and more. */
const UNCAPPED_UP_TO = 1.5

/**
 * The cast with the retained players of a file: whoever is of the cast and was not sold is retained, others are added, in the file's order. What
 * the file says of team and price counts.
 *
 * @throws RehearsalError where the file retains nobody, or a team of it is none of the cast's.
 */
export function withRetained(cast: Cast, file: PlayerList, rules: RuleSet): Cast {
  const kept = file.players.filter((p) => p.team !== null)
  if (kept.length === 0) throw new RehearsalError('The file of retained players names no team for anybody.')
  const guesses: Guess[] = [...cast.guesses]
  const teams = sameTeams(cast.teams, new Set(kept.flatMap(({ team }) => team ?? [])), guesses)
  const found = castRows(cast.players, kept, guesses)
  const retained = kept.map((player): CastPlayer => {
    const team = teams.get(player.team ?? '') ?? null
    const known = found.get(player)
    const price = player.soldPrice ?? known?.price ?? rules.basePrices[0] ?? LAKH
    if (player.soldPrice === null)
      guesses.push({
        kind: 'retained',
        text: `${player.name} was retained at an unknown price: ${inLakh(price)} is taken.`,
      })
    if (known) return { ...known, ...differing(known, { team, price }, guesses), outcome: 'retained' }
    const base = Math.min(price, rules.basePrices[0] ?? price)
    return { ref: `K${player.row}`, listed: player, set: 'Retained', base, outcome: 'retained', team, price }
  })
  const matched = new Set([...found.values()].map(({ ref }) => ref))
  return { ...cast, players: [...retained, ...cast.players.filter(({ ref }) => !matched.has(ref))], guesses }
}

/** The rows of the cast that retained players are: those who were retained in the results too, by likeness; uncalled ones by their exact name. */
function castRows(
  cast: readonly CastPlayer[],
  kept: readonly ListedPlayer[],
  guesses: Guess[],
): Map<ListedPlayer, CastPlayer> {
  const of = (outcome: CastPlayer['outcome']) => cast.filter((player) => player.outcome === outcome)
  const byListed = new Map(of('retained').map((player) => [player.listed, player]))
  const likeness = matchNames([...byListed.keys()], kept)
  guesses.push(...likeness.guesses.map(nameGuess))
  const found = new Map<ListedPlayer, CastPlayer>()
  for (const { listed, result } of likeness.pairs) {
    const player = byListed.get(listed)
    if (player) found.set(result, player)
  }
  const uncalled = Map.groupBy(of('not_called'), ({ listed }) => nameKey(listed.name))
  for (const player of kept) {
    const [only, ...others] = uncalled.get(nameKey(player.name)) ?? []
    if (!found.has(player) && only && others.length === 0) found.set(player, only)
  }
  return found
}

function differing(
  known: CastPlayer,
  said: { team: string | null; price: Amount },
  guesses: Guess[],
): { team: string | null; price: Amount } {
  if (known.outcome === 'retained' && (known.team !== said.team || known.price !== said.price))
    guesses.push({
      kind: 'retained',
      text: `${known.listed.name}: ${said.team} for ${inLakh(said.price)} is taken from the file of retained players; the results say ${known.team} for ${inLakh(known.price ?? 0)}.`,
    })
  return said
}

/**
 * The players with what the rules must know of retained ones: whether they are uncapped. Where no file says so, the price does, and this is
 * told.
 */
export function withCaps(players: readonly CastPlayer[], rules: RuleSet, guesses: Guess[]): CastPlayer[] {
  const limit = (rules.retention?.uncappedCost ?? 0) * UNCAPPED_UP_TO
  const guessed: string[] = []
  const capped = players.map((player) => {
    const { listed, outcome, price } = player
    if (outcome !== 'retained' || limit === 0 || listed.capped !== null || price === null) return player
    if (price < limit) guessed.push(listed.name)
    return { ...player, listed: { ...listed, capped: price >= limit } }
  })
  if (guessed.length > 0)
    guesses.push({
      kind: 'retained',
      text: `Retained for less than ${inLakh(limit)} and taken for uncapped (${guessed.length}): ${guessed.join(', ')}.`,
    })
  return capped
}
