import { table } from '../print.ts'

/** Parts of a scorecard, one below the other; empty ones are left out. */
export const lines = (...parts: readonly string[]): string => parts.filter(Boolean).join('\n')

/** A table two columns in. */
export const indented = (rows: readonly (readonly (string | number)[])[]): string =>
  rows.length < 2
    ? ''
    : table(rows)
        .split('\n')
        .map((line) => `  ${line}`)
        .join('\n')

/** The name of a team or a player of a file, by id. */
export const nameIn = ({ names }: { readonly names: Readonly<Record<string, string>> }, id: string): string =>
  Object.hasOwn(names, id) ? (names[id] ?? id) : id
