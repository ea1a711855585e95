'use client'

import { useState } from 'react'

/** Which rows of a table are chosen, by key. Rows that are gone are chosen no longer. */
export function useChosen<Row>(rows: readonly Row[], keyOf: (row: Row) => string) {
  const [keys, setKeys] = useState<ReadonlySet<string>>(new Set())
  const chosen = rows.filter((row) => keys.has(keyOf(row)))
  return {
    chosen,
    isChosen: (row: Row) => keys.has(keyOf(row)),
    all: rows.length > 0 && chosen.length === rows.length,
    choose: (row: Row, on: boolean) =>
      setKeys((before) => {
        const after = new Set(before)
        if (on) after.add(keyOf(row))
        else after.delete(keyOf(row))
        return after
      }),
    chooseAll: (on: boolean) => setKeys(new Set(on ? rows.map(keyOf) : [])),
  }
}
