/** A number that orders rows: the higher the better. Among the rows that are level so far, all of which it is handed. */
export type Criterion<Row> = (row: Row, level: readonly Row[]) => number

/**
 * Rows in order: the first criterion decides, the next among those whom it leaves level, and so on. A criterion is worked out anew for each
 * set of level rows, so that a head-to-head looks at those alone. Rows that stay level keep the order they came in.
 */
export function rank<Row>(rows: readonly Row[], criteria: readonly Criterion<Row>[]): readonly Row[] {
  const [first, ...rest] = criteria
  if (!first || rows.length < 2) return rows
  const valued = rows.map((row) => ({ row, value: first(row, rows) }))
  const values = [...new Set(valued.map((one) => one.value))].sort((a, b) => b - a)
  return values.flatMap((value) =>
    rank(
      valued.filter((one) => one.value === value).map((one) => one.row),
      rest,
    ),
  )
}

/** Rows by name, as a last resort that is the same for everybody. */
export function byName<Row>(rows: readonly Row[], name: (row: Row) => string): readonly Row[] {
  return rows.toSorted((a, b) => (name(a) < name(b) ? -1 : name(a) > name(b) ? 1 : 0))
}
