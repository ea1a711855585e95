export { categoriesOf } from './categories.ts'
export { LIST_FIELDS, type ListField, type Overrides } from './columns.ts'
export { MAX_LIST_BYTES, PlayerListError } from './csv.ts'
export type { RowEdit } from './edits.ts'
export { type FileMatches, matchFiles } from './files.ts'
export { matchNames, type NameGuess, type NameMatches } from './match.ts'
export { type MoneyUnit, type ParsedMoney, parseMoney } from './money.ts'
export { nameKey } from './names.ts'
export {
  type ListColumn,
  type ListPreview,
  type PlayerList,
  previewPlayerList,
  type ReadOptions,
  type RefusedRow,
  readPlayerList,
} from './read.ts'
export type { ListedPlayer } from './row.ts'
export type { ListRules } from './units.ts'
export { isHomeCountry, type PlayerOutcome } from './words.ts'
