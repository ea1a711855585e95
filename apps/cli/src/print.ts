/** Writes data to standard output: the only thing there with `--json`. */
export function printJson(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value)}\n`)
}

export function say(line = ''): void {
  process.stdout.write(`${line}\n`)
}

/** A table in plain text; numbers to the right. */
export function table(rows: readonly (readonly (string | number)[])[]): string {
  const widths = (rows[0] ?? []).map((_, i) => Math.max(...rows.map((row) => String(row[i] ?? '').length)))
  return rows
    .map((row, at) =>
      row
        .map((cell, i) => {
          const number = (rows[Math.max(1, at)] ?? row)[i]
          const text = String(cell)
          return typeof number === 'number' ? text.padStart(widths[i] ?? 0) : text.padEnd(widths[i] ?? 0)
        })
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}
