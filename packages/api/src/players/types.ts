import type { Amount, CategoryId, PlayerStatus, TeamId } from '@gavel/auction'
import type { Arranged, PlayerImport } from '@gavel/db'
import type { ListColumn, ListField, RefusedRow } from '@gavel/player-list'

/** Where a player came from. */
export type PlayerOrigin =
  | { is: 'import'; importId: string; fileName: string }
  | { is: 'hand' }
  | { is: 'registration' }

/** One player of the pool for those who run the auction: names from the roster, the rest as the log has it. */
export type PlayerRow = {
  playerId: string
  name: string
  /** Empty where unknown. */
  country: string
  role: string
  /** The set's id in the log, and how people call it. */
  setId: string
  set: string
  base: Amount
  age: number | null
  caps: number | null
  photoUrl: string | null
  /** null: nationality unknown. */
  overseas: boolean | null
  categories: readonly CategoryId[]
  /** The team of last season that plays here too. */
  formerTeam: TeamId | null
  stats: Readonly<Record<string, string>>
  status: PlayerStatus
  timesCalled: number
  from: PlayerOrigin
}

/** The running order: every set with its players in order, whatever has become of them, and the rule that made it. */
export type PlayerOrder = {
  sets: { id: string; name: string; players: string[] }[]
  arranged: Arranged | null
}

/** A player as a file would bring him in. */
export type PreviewPlayer = {
  row: number
  name: string
  country: string
  role: string
  set: string
  base: Amount
  /** The file says no base price: the lowest of the rules is taken. */
  baseAssumed: boolean
  age: number | null
  caps: number | null
  overseas: boolean | null
  /** In the pool already, with these very values. */
  known: boolean
}

/** What an import would do. Nothing has been changed. */
export type ImportPreview = {
  columns: ListColumn[]
  /** What a list of players should say and this one does not; `name` alone prevents the import. */
  missing: ListField[]
  /** Rows that hold something, without the headings. */
  rows: number
  /** The first of the players, in the file's order. */
  players: PreviewPlayer[]
  refused: RefusedRow[]
  warnings: string[]
  /** Players who would come in, and who are in the pool already. */
  fresh: number
  known: number
}

/** What an import did. `importId` null: everybody was in the pool already, so that there is nothing to take back. */
export type ImportResult = {
  importId: string | null
  rows: number
  added: number
  known: number
  refused: RefusedRow[]
  warnings: string[]
}

/** An import that may be taken back. `by`: the name of who did it, null where that account is gone. */
export type ImportRecord = Pick<
  PlayerImport,
  'id' | 'fileName' | 'atMs' | 'rows' | 'added' | 'known' | 'refused' | 'undoing'
> & { by: string | null }

/** The running order that a rule makes. `seed`: what the draw was made from; ask again with it to get the same. */
export type ArrangedPool = {
  sets: { id: string; name: string; players: { playerId: string; name: string }[] }[]
  seed: string | null
  /** Players who stand elsewhere than before. */
  moved: number
  applied: boolean
}
