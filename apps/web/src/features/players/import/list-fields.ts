import type { RouterInputs, RouterOutputs } from '@gavel/api'

export type Preview = RouterOutputs['players']['preview']
export type Column = Preview['columns'][number]
export type RefusedRow = Preview['refused'][number]
export type ListField = NonNullable<Column['field']>
/** What the organiser says of columns, over what was guessed: a field's header, or null where no column holds it. */
export type ColumnChoices = RouterInputs['players']['preview']['map']
export type CellEdits = NonNullable<RouterInputs['players']['preview']['edits']>

/** What a column may hold, in the order in which a person looks for it. */
export const FIELD_WORDS: Record<ListField, string> = {
  name: 'Name',
  firstName: 'First name',
  lastName: 'Surname',
  country: 'Country',
  overseas: 'Overseas or home',
  association: 'State association',
  role: 'Role',
  set: 'Set',
  base: 'Base price',
  age: 'Age',
  dob: 'Date of birth',
  formerTeam: 'Team of last season',
  capped: 'Capped or uncapped',
  testCaps: 'Test caps',
  odiCaps: 'ODI caps',
  t20Caps: 'T20 caps',
  photo: 'Address of a photo',
  sold: 'Price sold for',
  team: 'Team',
  status: 'Sold or unsold',
  year: 'Year',
}
export const FIELDS = Object.keys(FIELD_WORDS) as ListField[]

/** What happens where a list lacks a field. */
export const LACKING: Partial<Record<ListField, string>> = {
  name: 'Nobody can be imported: choose the column that holds the names.',
  base: 'Everybody starts at the lowest base price of the rules.',
  role: 'Players come in without a role, in one set.',
  set: 'Players are put into sets by their role.',
  country: 'Nationality stays open: set it in the table, or the cap on overseas players cannot count.',
  overseas: 'It is taken from the country.',
}

/**
 * The choices after a column was given another meaning (null: none of these). A field that another column held moves over, and the
 * field that this column held is nobody’s.
 */
export function chooseField(
  choices: ColumnChoices,
  columns: readonly Column[],
  column: Column,
  field: ListField | null,
): ColumnChoices {
  const next: ColumnChoices = { ...choices }
  const held = columns.find(({ header }) => header === column.header)?.field
  if (held && held !== field) next[held] = null
  if (field) next[field] = column.header
  return next
}

/** One more corrected cell; a row's corrections stay together. */
export function editCell(edits: CellEdits, row: number, header: string, text: string): CellEdits {
  const before = edits.find((edit) => edit.row === row)
  const cells = { ...before?.cells, [header]: text }
  return before ? edits.map((edit) => (edit.row === row ? { row, cells } : edit)) : [...edits, { row, cells }]
}

export const editOf = (edits: CellEdits, row: number) => edits.find((edit) => edit.row === row)?.cells ?? {}
