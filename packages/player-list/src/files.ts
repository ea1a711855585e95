import { matchNames } from './match.ts'
import { nameKey } from './names.ts'
import type { ListedPlayer } from './row.ts'

/** Somebody whom a file may be named after. */
type Named = { playerId: string; name: string }

/** A file by its name without folders and ending: `Rohit_Sharma`, `12 rohit-sharma (1)`. */
type NamedFile = { name: string }

export type FileMatches<P extends Named, F extends NamedFile> = {
  /** `exact`: the name is spelt as the player's, but for marks, case and the order of words. */
  matched: { file: F; player: P; exact: boolean }[]
  /** Files that could be several players, or one of several files for a player. Matched to nobody. */
  ambiguous: { file: F; couldBe: P[] }[]
  unmatched: F[]
}

/**
 * Which file is named after which player (NAME-4). One to one, by {@link matchNames}; whatever could be meant in two ways is reported and
 * never guessed.
 */
export function matchFiles<P extends Named, F extends NamedFile>(
  players: readonly P[],
  files: readonly F[],
): FileMatches<P, F> {
  const byKey = Map.groupBy(players, (p) => nameKey(p.name))
  const filesByKey = Map.groupBy(files, (file) => nameKey(wordsOf(file)))
  const ambiguous: FileMatches<P, F>['ambiguous'] = []
  const clear = files.filter((file) => {
    const key = nameKey(wordsOf(file))
    const namesakes = byKey.get(key) ?? []
    const isDoubtful = namesakes.length > 1 || (filesByKey.get(key)?.length ?? 0) > 1
    if (isDoubtful) ambiguous.push({ file, couldBe: namesakes })
    return !isDoubtful
  })
  // Rows stand for people and files: the matcher answers with the rows it was given.
  const { pairs, doubts, onlyInResults } = matchNames(
    players.map(({ name }, row) => somebody(name, row)),
    clear.map((file, row) => somebody(wordsOf(file), row)),
  )
  const doubtful = new Set(doubts.map(({ result }) => result.row))
  const playerAt = ({ row }: ListedPlayer) => players[row] as P
  const fileAt = ({ row }: ListedPlayer) => clear[row] as F
  const matched = pairs.map(({ listed, result }) => ({
    file: fileAt(result),
    player: playerAt(listed),
    exact: nameKey(listed.name) === nameKey(result.name),
  }))
  const shared = matched.filter(({ player, exact }) => !exact && (byKey.get(nameKey(player.name))?.length ?? 0) > 1)
  return {
    matched: matched.filter((match) => !shared.includes(match)),
    ambiguous: [
      ...ambiguous,
      ...doubts.map(({ result, couldBe }) => ({ file: fileAt(result), couldBe: couldBe.map(playerAt) })),
      // A file like one of two namesakes may be the other's.
      ...shared.map(({ file, player }) => ({ file, couldBe: byKey.get(nameKey(player.name)) ?? [] })),
    ],
    unmatched: onlyInResults.filter(({ row }) => !doubtful.has(row)).map(fileAt),
  }
}

/** The words of a file's name: without counters, and with what stands for spaces taken apart. */
function wordsOf({ name }: NamedFile): string {
  return name
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replace(/[_\-.,+()[\]]+/g, ' ')
    .replace(/(^|\s)#?\d+(?=\s|$)/g, ' ')
    .trim()
}

function somebody(name: string, row: number): ListedPlayer {
  return {
    row,
    name,
    firstName: null,
    lastName: null,
    country: null,
    role: null,
    age: null,
    dob: null,
    set: null,
    base: null,
    soldPrice: null,
    team: null,
    formerTeam: null,
    outcome: null,
    overseas: null,
    capped: null,
    caps: null,
    photoUrl: null,
    year: null,
    stats: {},
  }
}
