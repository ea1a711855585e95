/** Points that an organiser takes from a team in a table, and why (STAND-7). Less than none gives it points. */
export type Deduction = { readonly team: string; readonly points: number; readonly reason: string }

/** A row with what was taken from its points. */
export type Deducted<Row> = Row & { readonly deducted: number }

/** Rows without the points that were taken from their teams: before they are put in order. */
export const lessDeductions = <Row extends { readonly team: string; readonly points: number }>(
  rows: readonly Row[],
  deductions: readonly Deduction[],
): readonly Deducted<Row>[] =>
  rows.map((row) => {
    const deducted = deductions.reduce((sum, { team, points }) => (team === row.team ? sum + points : sum), 0)
    return { ...row, points: row.points - deducted, deducted }
  })
